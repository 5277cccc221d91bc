"""Divides a document by its headings: the title, what comes first, and what stands under each heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.imports.document_blocks import Block, Heading, Items, Paragraph
from generator.imports.inline_text import Words, plain_words
from generator.imports.keywords import sentences, shortened

_LONGEST_HEADING = 80
_NUMBER = re.compile(r"^\W*(\d{1,3})\s*[.):]\s+(?=\S)")
_TITLE, _SUMMARY = 120, 400


@dataclass(frozen=True, slots=True)
class Section:
    """A heading (None before the first one) and what stands under it, up to the next heading."""

    heading: Heading | None
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        return self.heading.words.plain if self.heading else ""


@dataclass(frozen=True, slots=True)
class Divided:
    """A document with its title taken off."""

    title: str
    sections: tuple[Section, ...]


def divided(blocks: Sequence[Block], *, said: str | None, otherwise: str) -> Divided:
    """The title is what the document has `said` before its text, else the first heading when it is the highest, else
    `otherwise`. A heading that is not the title stays.
    """
    blocks = with_bold_headings(blocks)
    headings = [block for block in blocks if isinstance(block, Heading)]
    title = said or otherwise
    top = _title(headings) if headings else None
    if top and said in (None, "", top.words.plain):
        title = top.words.plain
        at = next(number for number, block in enumerate(blocks) if block is top)
        blocks = [*blocks[:at], *blocks[at + 1 :]]
    return Divided(shortened(title.replace("\n", " "), _TITLE), tuple(_sections(blocks)))


def _title(headings: Sequence[Heading]) -> Heading | None:
    first, highest = headings[0], min(heading.level for heading in headings)
    alone = [heading for heading in headings if heading.level == highest]
    if first.level == highest and (len(alone) == 1 or highest == 1):
        return first
    return alone[0] if len(alone) == 1 and highest == 1 else None


def _sections(blocks: Iterable[Block]) -> Iterator[Section]:
    heading: Heading | None = None
    inside: list[Block] = []
    for block in blocks:
        if not isinstance(block, Heading):
            inside.append(block)
            continue
        if heading or inside:
            yield Section(heading, tuple(inside))
        heading, inside = block, []
    if heading or inside:
        yield Section(heading, tuple(inside))


def with_bold_headings(blocks: Sequence[Block]) -> list[Block]:
    """Short lines in bold become headings where a document has no others: people who know no styles write so."""
    if sum(isinstance(block, Heading) for block in blocks) > 1:
        return list(blocks)
    return [_as_heading(block) for block in blocks]


def _as_heading(block: Block) -> Block:
    if not isinstance(block, Paragraph) or not block.words.is_bold:
        return block
    text = block.words.plain
    is_line = len(text) <= _LONGEST_HEADING and "\n" not in text and text[-1] != "."
    return Heading(3, Words(text, text)) if is_line else block


def with_typed_numbers(blocks: Sequence[Block]) -> list[Block]:
    """Paragraphs that begin with 1., 2., 3. become a numbered list, each with what stands up to the next."""
    found: list[Block] = []
    items: list[list[Block]] = []
    for block in blocks:
        number = _NUMBER.match(block.words.plain) if isinstance(block, Paragraph) else None
        if isinstance(block, Paragraph) and number and int(number[1]) == len(items) + 1:
            items.append([Paragraph(_without_number(block.words, number))])
        elif items and not isinstance(block, Heading):
            items[-1].append(block)
        else:
            found += _listed(items)
            items = []
            found.append(block)
    return [*found, *_listed(items)]


def _without_number(words: Words, number: re.Match[str]) -> Words:
    rest = words.plain[number.end() :]
    rich = re.sub(r"^\W*\d{1,3}\s*\\?[.):]\s+", "", words.rich)
    return replace(words, plain=rest, rich=rich if rich != words.rich and "*" not in rich else plain_words(rest).rich)


def _listed(items: list[list[Block]]) -> list[Block]:
    """A list of at least two; a single number is a paragraph like others."""
    if len(items) < 2:
        return [block for item in items for block in item]
    return [Items(True, tuple(map(tuple, items)))]


def summary_of(blocks: Sequence[Block]) -> tuple[str | None, list[Block]]:
    """As many sentences of the first paragraph as a summary holds, and the blocks that are left."""
    for number, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            said = sentences(block.words.plain.replace("\n", " "))
            kept, rest = [said[0]], said[1:]
            while rest and len(" ".join([*kept, rest[0]])) <= _SUMMARY:
                kept.append(rest.pop(0))
            left: list[Block] = [Paragraph(plain_words(" ".join(rest)))] if rest else []
            return shortened(" ".join(kept), _SUMMARY), [*blocks[:number], *left, *blocks[number + 1 :]]
    return None, list(blocks)
