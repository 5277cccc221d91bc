"""The text of an article: what is said in its HTML, apart from what search is not to hear.

`templates/assets/search/article-text.js` reads pages by the same rules; a test compares the two on every page of the
hub.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import methodcaller

from generator.search.tokenize import resolved

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
_Piece = tuple[str, str, str]
"""A tag without its brackets, the bracket at its end, and the text after it."""
_parted = methodcaller("partition", ">")


@dataclass(slots=True)
class Text:
    """What an article says. Entities are not resolved."""

    plain: list[str] = field(default_factory=list)
    """Pieces of all text outside headings; a space parts words."""
    headings: dict[int, list[str]] = field(default_factory=dict)
    """The texts of the headings of each level, 1 to 6."""

    @property
    def title(self) -> str:
        """The first heading of the first level that says anything, as one line; "" when there is none."""
        return next(filter(None, map(line_of, self.headings.get(1, ()))), "")


def line_of(text: str) -> str:
    """HTML text as one line, entities resolved."""
    return " ".join(resolved(text).split())


def text_of(html: str) -> Text:
    """What is said in HTML whose elements are closed."""
    first, *pieces = html.split("<")
    text = Text([first])
    if not _hear(map(_parted, pieces), text):
        # A bracket stands in an attribute, a comment or a text. A pattern takes far longer, but can tell.
        first, *found = _TAG.split(html)
        text = Text([first])
        _hear(((tag, ">", said) for tag, said in zip(found[::2], found[1::2], strict=True)), text)
    return text


def _hear(pieces: Iterator[_Piece], text: Text) -> bool:
    """Adds to the text what is said; False when a tag cannot be told."""
    plain = out = text.plain
    roles = _ROLES
    for tag, end, said in pieces:
        role = roles[tag] if end else _UNKNOWN
        if role == _BREAK:
            out += (" ", said)
        elif role == _PART:
            out.append(said)
        elif role == _SILENCE:
            out += (" ", _after_silence(tag, pieces))
        elif role == _HEADING:
            plain.append(" ")
            out = [said]
        elif role == _UNKNOWN:
            return False
        else:
            if out is not plain:
                text.headings.setdefault(int(tag[2]), []).append("".join(out))
            out = plain
            out += (" ", said)
    return True


def _after_silence(tag: str, rest: Iterator[_Piece]) -> str:
    """Passes over a silent element; the text after it."""
    name = _name(tag)
    depth = 1
    for other, _, said in rest:
        if _name(other) == name and not other.endswith("/"):
            depth += -1 if other[0] == "/" else 1
            if not depth:
                return said
    return ""


def _name(tag: str) -> str:
    found = _INSIDE.match(tag)
    return found[2].lower() if found else ""
