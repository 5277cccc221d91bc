"""The text of an article: what is said in its HTML, apart from what search is not to hear.

`templates/assets/search/text.js` reads pages by the same rules; a test compares the two on every page of the hub.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.search.words import resolved

_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdo", "big", "cite", "code", "dfn", "em", "i", "img", "input", "kbd", "map", "object",
    "output", "q", "samp", "select", "small", "span", "strong", "sub", "sup", "textarea", "time", "tt", "var", "mark",
    "u", "s", "del", "ins", "wbr",
))  # fmt: skip
"""Elements that may stand within a word."""
_SILENT = frozenset((
    "head", "style", "script", "noscript", "label", "form", "button", "svg", "footer", "nav", "iframe", "template",
))  # fmt: skip
"""Elements whose text is not heard. `data-search-ignore` silences any other."""
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
))  # fmt: skip

_INSIDE = re.compile(r"(/?)([a-zA-Z][^\s/>]*)((?:[^\"'>]|\"[^\"]*\"|'[^']*')*)")
_TAG = re.compile(r"<(!--.*?--|/?[a-zA-Z](?:[^\"'>]|\"[^\"]*\"|'[^']*')*)>", re.DOTALL)

_PART, _BREAK, _HEADING, _HEADING_ENDS, _SILENCE, _UNKNOWN = range(6)
"""What a tag does: nothing to the words around it; it parts them; a heading begins or ends; silence begins; it can be
told only with the text around it."""

_REMEMBERED = 20_000
"""Distinct tags remembered in each process."""


class _Roles(dict[str, int]):
    """What a tag does, by all that stands between its brackets."""

    def __missing__(self, tag: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[tag] = role = _role(tag)
        return role


def _role(tag: str) -> int:
    if tag.startswith("!--"):
        return _PART if tag.endswith("--") else _UNKNOWN
    found = _INSIDE.fullmatch(tag)
    if found is None:
        return _UNKNOWN
    is_end, name, attributes = found[1], found[2].lower(), found[3]
    if len(name) == 2 and name[0] == "h" and name[1] in "123456":
        return _HEADING_ENDS if is_end else _HEADING
    is_open = not is_end and name not in _VOID and not attributes.endswith("/")
    if is_open and (name in _SILENT or "data-search-ignore" in attributes):
        return _SILENCE
    return _PART if name in _INLINE else _BREAK


_ROLES = _Roles()
_Piece = tuple[str, str]
"""A tag without its brackets, and the text after it."""


@dataclass(slots=True)
class Text:
    """What an article says. Entities are not resolved."""

    plain: list[str] = field(default_factory=list)
    """Pieces of all text outside headings; a space parts words."""
    headings: list[tuple[int, str]] = field(default_factory=list)
    """Level (1 to 6) and text of each heading."""

    @property
    def title(self) -> str:
        """The first heading of the first level that says anything, as one line; "" when there is none."""
        lines = (line_of(text) for level, text in self.headings if level == 1)
        return next(filter(None, lines), "")


def line_of(text: str) -> str:
    """HTML text as one line, entities resolved."""
    return " ".join(resolved(text).split())


def text_of(html: str) -> Text:
    """What is said in HTML whose elements are closed."""
    first, pieces = _pieces(html)
    text = Text([first])
    out, roles = text.plain, _ROLES
    rest = iter(pieces)
    for tag, said in rest:
        role = roles[tag]
        if role == _PART:
            pass
        elif role == _BREAK:
            out.append(" ")
        elif role == _HEADING:
            out.append(" ")
            out = [said]
            text.headings.append((int(tag[1]), ""))
            continue
        elif role == _HEADING_ENDS:
            if out is not text.plain:
                text.headings[-1] = (text.headings[-1][0], "".join(out))
            out = text.plain
            out.append(" ")
        elif role == _SILENCE:
            out += (" ", _after_silence(tag, rest))
            continue
        out.append(said)
    return text


def _after_silence(tag: str, rest: Iterator[_Piece]) -> str:
    """Passes over a silent element; the text after it."""
    name = _name(tag)
    depth = 1
    for other, said in rest:
        if _name(other) == name and not other.endswith("/"):
            depth += -1 if other[0] == "/" else 1
            if not depth:
                return said
    return ""


def _name(tag: str) -> str:
    found = _INSIDE.match(tag)
    return found[2].lower() if found else ""


def _pieces(html: str) -> tuple[str, Iterable[_Piece]]:
    """The text before the first tag, and all tags. A pattern takes far longer, so it is asked only where it must be."""
    first, *rest = html.split("<")
    pieces = [piece.partition(">") for piece in rest]
    if _UNKNOWN not in map(_ROLES.__getitem__, [tag if end else "" for tag, end, _ in pieces]):
        return first, [(tag, said) for tag, _, said in pieces]
    first, *found = _TAG.split(html)
    return first, list(zip(found[::2], found[1::2], strict=True))
