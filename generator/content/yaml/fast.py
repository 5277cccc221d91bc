"""Reads YAML as people usually write it, in half the time; `dialect` reads all else, and says what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

_MOST_CHARACTERS = 90_000
"""Fewer than two for each value that a file may hold."""
_MOST_LEVELS = 20

_KEY = r"[A-Za-z_][A-Za-z0-9_-]{0,99}"
_LINE = re.compile(rf"^( *)(- +)?(?:({_KEY}):(?: +|$))?(.*)$", re.MULTILINE)
_QUOTED = re.compile(r"\"([^\"\\]*)\" *|'((?:[^']|'')*)' *")
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
"""What a text without quotation marks does not begin with, or seldom."""
_CHOMPED = {"|": "\n", "|-": ""}
"""What a block of text ends with, by how it begins."""
_NOTHING = frozenset(("~", "null"))

_ITEM = r"(?:\"([^\"\\]+)\"|(\w(?:[\w ./-]*[\w./-])?))"
_ITEMS = re.compile(rf"{_ITEM} *,? *")
_PAIRS = re.compile(rf"({_KEY}): +{_ITEM} *,? *")
_PLAIN_ITEM = re.sub(r"\((?!\?)", "(?:", _ITEM)
_LIST = re.compile(rf"\[ *{_PLAIN_ITEM}(?: *, *{_PLAIN_ITEM})* *\] *")
_MAP = re.compile(rf"\{{ *{_KEY}: +{_PLAIN_ITEM}(?: *, *{_KEY}: +{_PLAIN_ITEM})* *\}} *")

_Line = tuple[int, str, str, str, int]
"""How many spaces stand before it; the mark of an entry and the spaces after that; a key; the rest; its number."""
_END: _Line = (-1, "", "", "", -1)


class UnusualError(Exception):
    """It may be right all the same."""


class _Lines:
    """Goes through the lines of a text once."""

    def __init__(self, text: str, brackets: Callable[[str], Any]) -> None:
        self.written = text.split("\n")
        self.brackets = brackets
        self.lines: list[_Line] = [
            (len(space), dash, key, rest, number)
            for number, (space, dash, key, rest) in enumerate(_LINE.findall(text))
            if key or dash or (rest and rest[0] != "#")
        ]
        """Those that are not empty and no comments."""
        self.lines.append(_END)
        self.at = 0
        """Which of them is to be read."""
        self.levels = 0

    def mapping(self, indent: int) -> dict[str, Any]:
        """Of the keys that begin at so many spaces, the first of them in this line."""
        self.deeper()
        found: dict[str, Any] = {}
        key, rest = self.lines[self.at][2:4]
        while True:
            if not key or key in found or key in _NOTHING:
                raise UnusualError
            found[key] = self.value(rest, indent)
            begins, dash, key, rest, _ = self.lines[self.at]
            if begins != indent or dash:
                break
        if begins >= indent:
            raise UnusualError
        self.levels -= 1
        return found

    def sequence(self, indent: int) -> list[Any]:
        self.deeper()
        found: list[Any] = []
        begins, dash, key, rest, _ = self.lines[self.at]
        while dash and begins == indent:
            if not key and not rest:
                raise UnusualError
            found.append(self.mapping(indent + len(dash)) if key else self.value(rest, indent))
            begins, dash, key, rest, _ = self.lines[self.at]
        if begins > indent:
            raise UnusualError
        self.levels -= 1
        return found

    def deeper(self) -> None:
        self.levels += 1
        if self.levels > _MOST_LEVELS:
            raise UnusualError

    def value(self, written: str, indent: int) -> Any:
        """What is written in this line, and goes on in lines that are indented more; the next line is read then."""
        self.at += 1
        if not written:
            return self.below(indent)
        if written[0] not in _INDICATORS:
            text = _ended(written)
            if self.lines[self.at][0] > indent:
                text = self.folded(text, indent)
            return None if text in _NOTHING else text
        if written in _CHOMPED:
            return self.block(indent) + _CHOMPED[written]
        if found := _QUOTED.fullmatch(written):
            return found[1] if found[2] is None else found[2].replace("''", "'")
        if written[0] in "[{":
            return _flow(written) or self.brackets(written)
        raise UnusualError

    def below(self, indent: int) -> Any:
        begins, dash, _, _, _ = self.lines[self.at]
        if dash and begins >= indent:
            return self.sequence(begins)
        return self.mapping(begins) if begins > indent else None

    def folded(self, text: str, indent: int) -> str:
        """A text without quotation marks that goes on in this line."""
        while self.lines[self.at][0] > indent:
            number = self.lines[self.at][4]
            more = self.written[number].lstrip(" ")
            # Above it there is an empty line, which is the end of a paragraph, or a comment, which ends the text.
            if more[0] in _INDICATORS or self.lines[self.at - 1][4] != number - 1:
                raise UnusualError
            text = f"{text} {_ended(more)}"
            self.at += 1
        return text

    def block(self, indent: int) -> str:
        """The text below the line before this one that is indented more."""
        written, start = self.written, self.lines[self.at - 1][4] + 1
        first = written[start] if start < len(written) else ""
        deep = len(first) - len(first.lstrip(" "))
        if deep <= indent or deep == len(first):
            raise UnusualError
        margin, end = first[:deep], start + 1
        while end < len(written) and (written[end].startswith(margin) or not written[end].strip(" ")):
            if len(written[end]) > deep and not written[end].strip(" "):
                raise UnusualError
            end += 1
        # A file without an end of its last line ends a text otherwise.
        if end == len(written) and written[-1]:
            raise UnusualError
        while 0 <= self.lines[self.at][4] < end:
            self.at += 1
        if self.lines[self.at][0] > indent:
            raise UnusualError
        return "\n".join([line[deep:] for line in written[start:end]]).rstrip("\n")


def _ended(written: str) -> str:
    """Text without quotation marks, to the end of its line."""
    text = written.rstrip(" ")
    if ": " in text or " #" in text or text[-1] == ":":
        raise UnusualError
    return text


def _flow(written: str) -> Any:
    """A list of texts, or a mapping to texts, in brackets; None for anything else."""
    if _LIST.fullmatch(written):
        return [_item(*found) for found in _ITEMS.findall(written, 1)]
    if _MAP.fullmatch(written):
        pairs = _PAIRS.findall(written, 1)
        found = {key: _item(quoted, plain) for key, quoted, plain in pairs}
        return None if len(found) < len(pairs) or not found.keys().isdisjoint(_NOTHING) else found
    return None


def _item(quoted: str, plain: str) -> str | None:
    return quoted or (None if plain in _NOTHING else plain)


def usual(text: str, brackets: Callable[[str], Any]) -> dict[str, Any]:
    """The value of a text. UnusualError when there is anything in it that is not usual, or not right.

    What stands in brackets and is not simple is read by `brackets`, which may raise the same.
    """
    if len(text) > _MOST_CHARACTERS or "\t" in text or "\r" in text:
        raise UnusualError
    lines = _Lines(text, brackets)
    if lines.lines[0][:2] != (0, ""):
        raise UnusualError
    found = lines.mapping(0)
    if lines.lines[lines.at] is not _END:
        raise UnusualError
    return found
