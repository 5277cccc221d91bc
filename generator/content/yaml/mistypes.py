"""What people type that YAML takes for something else: found in the lines, since libyaml blames other places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.yaml.errors import span_at
from generator.content.yaml.events import Place
from generator.problems import rules
from generator.problems.problem import Problem, Rule

ODD_SPACE = "[\u00a0\u1680\u180e\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]"
"""Spaces that look like one and are none to YAML, and signs that nobody sees."""
_BULLETS = (
    "\u2010-\u2015\u2022\u2023\u25a0\u25aa\u25b6\u25ba\u25cb\u25cf\u25e6\u2713\u27a2\u00b7\u2043\u2212"
    "\uf0a7\uf0b7\uf0d8"
)
BULLET = re.compile(rf"[{_BULLETS}](?=\s|[^\W\d_])")
"""What word processors make of a hyphen at the beginning of a line."""

_CUT = re.compile(r"[ \t]+#(?=[^\s#!])")
"""A comment that was hardly meant for one."""
_CUT_NUMBER = re.compile(r"[ \t]+#(?= \d{1,3}(?:\W|$))")
"""One that was meant for a number, when a word stands before it."""
_OPEN, _CLOSE = "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b", "\u201c\u201d\u201f\u2018\u2019\u201b\"'"
_CURLY = re.compile(rf"[{_OPEN}][^{_OPEN}]*[{_CLOSE}]")
"""A text in the quotation marks of word processors."""
_HALF = re.compile(rf"[\u201c\u201d\u201e\u201f][^{_CLOSE}]*")
"""Such a text without its end: a comma has cut it."""
_MERGE = re.compile(r"\s*(?:<{7}|>{7}|\|{7})(?: |$)|={7}$")
_BLOCK = re.compile(r"(?:^|[:-]\s+)[|>][+-]?\d?[+-]?\s*(?:#.*)?$")
_WORD = r"[A-Za-z_][A-Za-z0-9_-]*"
_START = r" *(?:- +)*"
_VALUE = rf"{_START}(?:{_WORD}: +|- +)"
_UNCLOSED = (
    re.compile(rf'(?:{_VALUE}|{_START})(?P<at>")(?:[^"\\]|\\.)*$'),
    re.compile(rf"(?:{_VALUE}|{_START})(?P<at>')(?:[^']|'')*$"),
)
"""A line with a quotation mark that does not end in it."""
_KEY = re.compile(rf"{_START}{_WORD}:(?: |$)")
GLUED = re.compile(rf"{_WORD}:(?=[^\s/:\\])")
"""A key without a space after its colon."""
_SLIPS: tuple[tuple[re.Pattern[str], Rule], ...] = (
    (re.compile(rf"(?P<at>(?=[ ]*{ODD_SPACE}\s*\S))[ ]*{ODD_SPACE}"), rules.YAML_SPACE),
    (re.compile(rf"{_START}(?:{_WORD}:|-)(?P<at>{ODD_SPACE})"), rules.YAML_SPACE),
    (re.compile(rf" *(?P<at>{BULLET.pattern}|(?:[*+]|\d{{1,2}}[.)])(?=\s))"), rules.YAML_BULLET),
    (re.compile(r" *(?P<at>-)(?=[A-Za-zÆØÅæøå])"), rules.YAML_HYPHEN),
    (re.compile(r" *-(?P<at>\t)"), rules.YAML_TAB),
    (re.compile(rf"{_START}{_WORD}(?P<at>:)(?=[^\s/:\\])(?!.*: )"), rules.YAML_AFTER_COLON),
    (re.compile(rf"{_START}{_WORD}(?P<at> ?(?:[;=\uff1a]|[-=]?>|\u2192)) ?(?=\S)(?!.*: )"), rules.YAML_FOR_COLON),
    (re.compile(rf"{_START}{_WORD}: +(?P<at>-)(?: |$)"), rules.YAML_LIST_HERE),
    (re.compile(rf"{_VALUE}(?P<at>[{_OPEN}])"), rules.YAML_CURLY),
    (
        re.compile(
            rf"{_VALUE}(?P<at>\*(?=[\w-]*[^\w\s-]|[\w-]+ +[^\s#,\]}}])|[>|] +[^\s#]|\? "
            r"|[\[][^\]]*\] *[^\s#,\]}]|[{][^}]*} *[^\s#,\]}])"
        ),
        rules.YAML_CHARACTER,
    ),
)
"""Looked for in this order, from the first line to the one where YAML gave up."""


def plain_slips(value: str, place: Place, lines: list[str]) -> Iterator[tuple[Rule, Place]]:
    """What a text without quotation marks was meant for instead, and what it has lost."""
    if BULLET.match(value) and not lines[place.line][: place.column].strip(" -"):
        yield rules.YAML_BULLET, place
    elif value[:1] == "-" and re.match(ODD_SPACE, value[1:2]):
        yield rules.YAML_SPACE, place
    elif _CURLY.fullmatch(value) or (_HALF.fullmatch(value) and lines[place.end_line][place.end_column :][:1] == ","):
        yield rules.TEXT_QUOTES, place
    end, column = place.end_line, place.end_column
    if end < len(lines) and (
        after := _CUT.match(lines[end], column)
        or (_CUT_NUMBER.match(lines[end], column) if value[-1].isalpha() else None)
    ):
        yield rules.YAML_HASH, Place(end, after.end() - 1, end, len(lines[end]))


def hidden_text(place: Place, lines: list[str]) -> Place | None:
    """A text that begins with a number sign, as `title: #1`; `place` is where nothing stands for it."""
    if place.line < len(lines) and (cut := _CUT.match(lines[place.line], place.column)):
        return Place(place.line, cut.end() - 1, place.line, len(lines[place.line]))
    return None


def merge_markers(lines: list[str], file: str) -> list[Problem]:
    """The first line that Git left in the file where two changes met."""
    for number, line in enumerate(lines):
        if _MERGE.match(line):
            return [Problem(rules.TEXT_MERGE, span_at(Place(number, 0, number, len(line)), lines, file))]
    return []


def slip_before(lines: list[str], last: int, file: str) -> Problem | None:
    """The slip that makes a text no YAML, when one is found in the lines up to `last`, which count from 0."""
    seen = list(_outside_blocks(lines[: last + 1]))
    for (number, line), (_, after) in zip(seen, [*seen[1:], (0, "")], strict=False):
        slips = ((pattern, rule) for pattern, rule in _SLIPS)
        quotes = ((pattern, rules.YAML_QUOTE) for pattern in _UNCLOSED if _KEY.match(after))
        for pattern, rule in (*slips, *quotes):
            if found := pattern.match(line):
                start = found.start("at")
                place = Place(number, start, number, max(min(found.end("at"), start + 2), start + 1))
                return Problem(rule, span_at(place, lines, file))
    return _without_colon(seen, file, lines)


def _without_colon(seen: list[tuple[int, str]], file: str, lines: list[str]) -> Problem | None:
    """The last line, where YAML gave up, is a key that stands right below a line without a colon."""
    if len(seen) < 2 or not _KEY.match(seen[-1][1]):
        return None
    (number, line), (_, last) = seen[-2:]
    start = len(line) - len(line.lstrip(" "))
    if ":" in line or line[start : start + 1] in "-[]{}\"'" or start != len(last) - len(last.lstrip(" ")):
        return None
    place = Place(number, start, number, len(line))
    return Problem(rules.YAML_MISSING_COLON, span_at(place, lines, file))


def _outside_blocks(lines: list[str]) -> Iterator[tuple[int, str]]:
    """The lines that are no part of a text after `|` or `>`."""
    margin: int | None = None
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        indent = len(line) - len(line.lstrip(" "))
        if margin is not None and indent > margin:
            continue
        margin = indent if _BLOCK.search(line) else None
        if not line.lstrip().startswith("#"):
            yield number, line
