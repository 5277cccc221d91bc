"""The words of all pages, cut into chunks: where, depends on the words and not on what else has changed."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from zlib import crc32

from generator.search.postings import LISTS, NUMBERS, listed, text
from generator.search.reading import Read

_SIZE = 24_000
"""About so many bytes make a chunk, before compression."""
_ALONE = 48_000
"""A word of so many bytes is a chunk of its own, whatever stands beside it."""
_BEGINNING = 4
"""Words that begin alike in so many letters stay together: who types a beginning is answered from one chunk."""

Word = tuple[str, bytes]
"""A word, and all that a chunk says of it."""


class _Pages:
    """The pages of a word so far."""

    __slots__ = ("count", "last", "packed")

    def __init__(self, packed: bytes, last: int) -> None:
        self.packed, self.last, self.count = bytearray(packed), last, 1


def words_of(reads: Sequence[Read]) -> Iterator[Word]:
    """All words in order; pages are numbered as they come."""
    table = _merged(reads)
    word, plain, variants = "", LISTS[0], list[bytes]()
    for key in sorted(table):
        found = table.pop(key)
        pages = LISTS[found.count] + found.packed
        stem, _, variant = key.partition("\t")
        if stem != word:
            if word:
                yield word, listed((text(word), plain, listed(variants)))
            word, plain, variants = stem, LISTS[0], []
        if variant:
            variants.append(listed((text(variant), pages)))
        else:
            plain = pages
    if word:
        yield word, listed((text(word), plain, listed(variants)))


def _merged(reads: Sequence[Read]) -> dict[str, _Pages]:
    table: dict[str, _Pages] = {}
    # A page is a list of three: how far it is from the one before, and the two of the posting.
    steps = [b"\x83" + NUMBERS[step] for step in range(len(reads) + 1)]
    known = table.get
    for number, read in enumerate(reads):
        postings, start = read.postings, 0
        for key, end in zip(read.keys.split("\n"), accumulate(array("I", read.sizes)), strict=False):
            pages = known(key)
            if pages is None:
                table[key] = _Pages(steps[number] + postings[start:end], number)
            else:
                pages.packed += steps[number - pages.last] + postings[start:end]
                pages.last = number
                pages.count += 1
            start = end
    return table


def cut(words: Iterable[Word]) -> Iterator[list[Word]]:
    """The words, a chunk at a time."""
    chunk: list[Word] = []
    family: list[Word] = []
    """Words that begin alike: they go into the chunk together."""
    for word in words:
        if family and word[0][:_BEGINNING] != family[0][0][:_BEGINNING]:
            yield from _closed(chunk, family)
            family = []
        family.append(word)
    yield from _closed(chunk, family)
    if chunk:
        yield chunk


def _closed(chunk: list[Word], family: list[Word]) -> Iterator[list[Word]]:
    """Puts a family into the chunk; yields what is full. The larger the family, the likelier it ends its chunk."""
    for word in family:
        if len(word[1]) >= _ALONE:
            if chunk:
                yield chunk[:]
                chunk.clear()
            yield [word]
        else:
            chunk.append(word)
    # In steps of two, so that a page more or less seldom moves a border.
    size = 1 << sum(len(packed) for _, packed in family).bit_length()
    if chunk and crc32(family[0][0][:_BEGINNING].encode()) % _SIZE < size:
        yield chunk[:]
        chunk.clear()


def range_of(chunk: Sequence[Word], before: str) -> tuple[str, str]:
    """From where to where a chunk answers: as little of its first word as comes after `before`, and its last word."""
    first = chunk[0][0]
    shared = next((place for place, char in enumerate(first) if before[place : place + 1] != char), 0)
    return first[: shared + 1], chunk[-1][0]
