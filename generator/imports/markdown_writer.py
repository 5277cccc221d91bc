"""Writes blocks as the Markdown that texts in content hold, and as lines that a person reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from generator.imports.document_blocks import Block, Code, Figure, Heading, Items, Paragraph, Table

Shown = Callable[[Figure], str]
"""The Markdown of a picture; "" for one that has a place of its own."""


def _elsewhere(_: Figure) -> str:
    return ""


def markdown_of(blocks: Iterable[Block], shown: Shown = _elsewhere) -> str:
    """A rich text; a heading is a line in bold."""
    return "\n\n".join(filter(None, (_block(block, shown) for block in blocks)))


def _block(block: Block, shown: Shown) -> str:
    match block:
        case Heading(words=words):
            return f"**{words.plain}**" if "*" not in words.plain else words.rich
        case Paragraph(words=words):
            return words.rich.replace("\n", "  \n")
        case Items(is_numbered=numbered, items=items):
            return "\n".join(_items(numbered, items, shown))
        case Table(rows=rows):
            head, *others = ["| " + " | ".join(words.rich.replace("\n", " ") for words in row) + " |" for row in rows]
            return "\n".join([head, "|" + " --- |" * len(rows[0]), *others])
        case Code(text=text):
            fence = "~~~" if "```" in text else "```"
            return f"{fence}\n{text}\n{fence}"
        case Figure():
            return shown(block)


def _items(numbered: bool, items: Iterable[tuple[Block, ...]], shown: Shown) -> Iterator[str]:
    for number, item in enumerate(items, 1):
        head = f"{number}. " if numbered else "- "
        first, *rest = markdown_of(item, shown).split("\n") or [""]
        yield head + first
        yield from (f"{' ' * len(head)}{line}" if line else "" for line in rest)


def plain_of(blocks: Iterable[Block]) -> Iterator[str]:
    """The same as lines without marks."""
    for block in blocks:
        match block:
            case Heading(words=words) | Paragraph(words=words):
                yield from words.plain.split("\n")
            case Items(items=items):
                for item in items:
                    yield from (f"- {line}" for line in plain_of(item))
            case Table(rows=rows):
                yield from (" | ".join(words.plain.replace("\n", " ") for words in row) for row in rows)
            case Code(text=text):
                yield from text.split("\n")
            case Figure():
                pass
