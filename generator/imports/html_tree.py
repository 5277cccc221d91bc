"""Reads HTML that converters made into a tree of elements and texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TypeAlias

_UNSAID = frozenset({"script", "style", "template", "noscript"})
"""Elements whose texts nobody reads."""
_VOID = frozenset({"br", "hr", "img", "input", "wbr"})
_DEEPEST = 60
"""What is nested deeper is put into the element at that depth: no person writes so, and functions call themselves."""


@dataclass(slots=True)
class Element:
    """An element as it is being read; `parts` in the order of the document."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    parts: list[Node] = field(default_factory=list)

    def elements(self) -> Iterator[Element]:
        return (part for part in self.parts if isinstance(part, Element))

    def all(self, *tags: str) -> Iterator[Element]:
        """Those with one of these tags, at any depth, in order; not what is in them."""
        for part in self.elements():
            if part.tag in tags:
                yield part
            else:
                yield from part.all(*tags)


Node: TypeAlias = Element | str


def tree_of(html: str) -> Element:
    """The root, an element without a tag."""
    reader = _Reader()
    reader.feed(_ended(html))
    reader.close()
    return reader.root


def _ended(html: str) -> str:
    """With what never ends as text: Python's reader looks for each end to the end of the document."""
    last = html.rfind("-->") + 1
    html = html[:last] + html[last:].replace("<!--", "&lt;!--")
    last = html.rfind(">") + 1
    return html[:last] + html[last:].replace("<", "&lt;")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].parts.append(element)
        if tag not in _VOID and len(self._open) < _DEEPEST:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        for number in range(len(self._open) - 1, 0, -1):
            if self._open[number].tag == tag:
                del self._open[number:]
                return

    def handle_data(self, data: str) -> None:
        if not any(element.tag in _UNSAID for element in self._open):
            self._open[-1].parts.append(data)
