"""What a text document consists of: headings, paragraphs, lists, tables, pictures and code, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from generator.imports.html_tree import Element, Node, tree_of
from generator.imports.inline_text import Words, cleaned, words_of


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, and how deep it is: 1 is the document's own."""

    level: int
    words: Words


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that stand by themselves."""

    words: Words


@dataclass(frozen=True, slots=True)
class Items:
    """A list, with numbers or without."""

    is_numbered: bool
    items: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, all equally many: a merged cell stands first, and is empty after that."""

    rows: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture."""

    source: str
    """Where it is, or the name under which it was put aside."""
    alt: str


@dataclass(frozen=True, slots=True)
class Code:
    """Lines that keep their layout."""

    text: str


Block: TypeAlias = Heading | Paragraph | Items | Table | Figure | Code
_INLINE = frozenset(
    ("a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "small", "span",
     "strong", "sub", "sup", "u")
)  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_WIDEST = 60
"""Columns of a table that are read."""


def outline_of(html: str) -> tuple[Block, ...]:
    """The blocks of a document."""
    return tuple(_blocks(tree_of(html).parts))


def _blocks(parts: Iterable[Node]) -> Iterator[Block]:
    line: list[Node] = []
    for part in parts:
        if isinstance(part, str) or part.tag in _INLINE:
            line.append(part)
            continue
        yield from _paragraphs(line)
        line = []
        yield from _block(part)
    yield from _paragraphs(line)


def _block(part: Element) -> Iterator[Block]:
    if part.tag in _HEADINGS:
        if words := words_of(part.parts):
            yield Heading(_HEADINGS[part.tag], words)
        yield from map(_figure, part.all("img"))
    elif part.tag == "p":
        yield from _paragraphs(part.parts)
    elif part.tag == "img":
        yield _figure(part)
    elif part.tag in {"ol", "ul"}:
        yield from _list(part)
    elif part.tag == "table":
        yield from _table(part)
    elif part.tag == "pre":
        text = "".join(_texts(part)).strip("\n")
        if text.strip():
            yield Code("\n".join(cleaned(text).rstrip() for text in text.split("\n")))
    elif part.tag not in {"hr", "script", "style"}:
        yield from _blocks(part.parts)


def _paragraphs(parts: list[Node]) -> Iterator[Block]:
    """A paragraph, cut where a picture stands in it."""
    line: list[Node] = []
    for part in parts:
        pictures = [] if isinstance(part, str) else [part] if part.tag == "img" else list(part.all("img"))
        if not pictures:
            line.append(part)
            continue
        if isinstance(part, Element) and part.tag != "img" and (words := words_of(part.parts)):
            line.append(words.plain)
        if words := words_of(line):
            yield Paragraph(words)
        line = []
        yield from map(_figure, pictures)
    if words := words_of(line):
        yield Paragraph(words)


def _figure(part: Element) -> Figure:
    return Figure(part.attributes.get("src", ""), part.attributes.get("alt", ""))


def _list(part: Element) -> Iterator[Block]:
    if any(item.attributes.get("id", "").startswith(("footnote", "endnote")) for item in part.elements()):
        return
    items = tuple(tuple(_blocks(item.parts)) for item in part.elements() if item.tag == "li")
    if items := tuple(item for item in items if item):
        yield Items(part.tag == "ol", items)


def _texts(part: Element) -> Iterator[str]:
    for inside in part.parts:
        yield from [inside] if isinstance(inside, str) else _texts(inside)


def _table(part: Element) -> Iterator[Block]:
    """A table; one of a single cell is a box around text, and what stands in it is read as if it stood alone."""
    cells = [[*row.all("td", "th")] for row in part.all("tr")]
    if sum(map(len, cells)) == 1:
        yield from _blocks(cells[0][0].parts if cells[0] else [])
        return
    taken: dict[int, int] = {}
    rows = []
    for row in cells:
        line: list[Words] = []
        for cell in row:
            _skip(line, taken)
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            for column in range(len(line), min(len(line) + wide, _WIDEST)):
                taken[column] = high - 1
            line += [_cell(cell), *[Words("", "")] * (wide - 1)][: max(0, _WIDEST - len(line))]
        _skip(line, taken)
        rows.append(line)
    width = max(map(len, rows), default=0)
    filled = tuple((*row, *[Words("", "")] * (width - len(row))) for row in rows if any(row))
    if filled:
        yield Table(filled)
    for row in cells:
        for cell in row:
            yield from map(_figure, cell.all("img"))


def _skip(line: list[Words], taken: dict[int, int]) -> None:
    """Goes past the columns that cells of rows above still fill."""
    while taken.get(len(line), 0) > 0:
        taken[len(line)] -= 1
        line.append(Words("", ""))


def _span(cell: Element, name: str) -> int:
    said = cell.attributes.get(name, "1")
    return min(max(int(said), 1), 1000) if said.isdecimal() and len(said) < 6 else 1


def _cell(cell: Element) -> Words:
    said = [_flat(block) for block in _blocks(cell.parts)]
    plain, rich = (
        "\n".join(words.plain for words in said if words),
        "\n\n".join(words.rich for words in said if words),
    )
    return Words(plain, rich, bool(said) and all(words.is_bold for words in said if words))


def _flat(block: Block) -> Words:
    """A block as words of a cell, which holds no others."""
    match block:
        case Heading(words=words) | Paragraph(words=words):
            return words
        case Items(items=items):
            inside = [_flat(part) for item in items for part in item]
            return Words("\n".join(one.plain for one in inside), "\n".join(f"- {one.rich}" for one in inside if one))
        case Code(text=text):
            return words_of([text])
        case Table(rows=rows):
            inside = [words for row in rows for words in row if words]
            return Words("\n".join(one.plain for one in inside), "\n\n".join(one.rich for one in inside))
        case Figure():
            return Words("", "")
