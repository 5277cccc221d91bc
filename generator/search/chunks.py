"""The words of all pages, cut into chunks: where, depends on the words that stand there and on nothing else."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from zlib import crc32

from generator.search import weights
from generator.search.packed import close, write_named
from generator.search.postings import LISTS, STEPS, listed, text
from generator.search.reading import Read
from generator.search.weights import GAPS, raw

FOLDER, KIND = "index", "pf_index"
"""Where chunks lie in the folder of an index, and how their names end."""
_SIZE = 24_000
"""About so many bytes make a chunk, before compression."""
_ALONE = 48_000
"""A word of so many bytes is a chunk of its own, whatever stands beside it."""
_BEGINNING = 4
"""Words that begin alike in so many letters stay together: who types a beginning is answered from one chunk."""

Word = tuple[str, bytes, bytes]
"""A word, all that a chunk says of it, and what its lean side says (`weights`)."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A chunk on the disk."""

    first: str
    last: str
    """Its first word and its last."""
    name: str
    """Of its file."""
    sizes: bytes
    """Of each word in it, as it lies there: numbers of four bytes."""
    lean: bytes
    """The same of its lean side."""


_NOWHERE = (raw(b""), raw(b""))


class _Pages:
    """The pages of a word so far."""

    __slots__ = ("count", "gaps", "last", "packed", "weights")

    def __init__(self, packed: bytes, last: int, weight: int) -> None:
        self.packed, self.last, self.count = bytearray(packed), last, 1
        self.gaps, self.weights = bytearray(GAPS[last]), bytearray((weight,))

    def lean(self) -> tuple[bytes, bytes]:
        return raw(self.gaps), raw(self.weights)


def words_of(reads: Iterable[Read], start: str = "", end: str = "") -> Iterator[Word]:
    """All words in order, from `start` on and before `end` ("" for no end); pages are numbered as they come."""
    table = _merged(reads, start, end or chr(sys.maxunicode))
    word, plain, variants, lean, lean_variants = "", LISTS[0], list[bytes](), _NOWHERE, list[bytes]()
    for key in sorted(table):
        found = table.pop(key)
        pages = LISTS[found.count] + found.packed
        stem, _, variant = key.partition("\t")
        if stem != word:
            if word:
                yield _word(word, plain, variants, lean, lean_variants)
            word, plain, variants, lean, lean_variants = stem, LISTS[0], [], _NOWHERE, []
        if variant:
            variants.append(listed((text(variant), pages)))
            lean_variants.append(listed((text(variant), *found.lean())))
        else:
            plain, lean = pages, found.lean()
    if word:
        yield _word(word, plain, variants, lean, lean_variants)


def _word(
    word: str, plain: bytes, variants: list[bytes], lean: tuple[bytes, bytes], lean_variants: list[bytes]
) -> Word:
    said = text(word)
    return word, listed((said, plain, listed(variants))), listed((said, *lean, listed(lean_variants)))


def _merged(reads: Iterable[Read], start: str, end: str) -> dict[str, _Pages]:
    table: dict[str, _Pages] = {}
    known = table.get
    for number, read in enumerate(reads):
        for key, posting, weight in read.words():
            if not start <= key < end:
                continue
            pages = known(key)
            if pages is None:
                table[key] = _Pages(STEPS[number] + posting, number, weight)
            else:
                gap = number - pages.last
                pages.packed += STEPS[gap] + posting
                pages.gaps += GAPS[gap]
                pages.weights.append(weight)
                pages.last = number
                pages.count += 1
    return table


class Cut:
    """Words in order, a chunk at a time."""

    def __init__(self, words: Iterable[Word]) -> None:
        self._words = words
        self.rest: list[Word] = []
        """After the last chunk: words that would go on in the next."""

    def __iter__(self) -> Iterator[list[Word]]:
        """All chunks but the `rest`."""
        family: list[Word] = []
        for word in self._words:
            if family and not akin(word[0], family[0][0]):
                yield from self._close(family)
                family = []
            family.append(word)
        yield from self._close(family)

    def _close(self, family: list[Word]) -> Iterator[list[Word]]:
        """Puts a family in; yields what is full. The larger the family, the likelier it ends its chunk."""
        for word in family:
            if is_alone(word):
                if self.rest:
                    yield self.rest
                    self.rest = []
                yield [word]
            else:
                self.rest.append(word)
        # In steps of two, so that a page more or less seldom moves a border.
        size = 1 << sum(len(packed) for _, packed, _ in family).bit_length()
        if self.rest and crc32(family[0][0][:_BEGINNING].encode()) % _SIZE < size:
            yield self.rest
            self.rest = []


def is_alone(word: Word) -> bool:
    """Whether a word is a chunk of its own."""
    return len(word[1]) >= _ALONE


def akin(one: str, other: str) -> bool:
    """Whether two words begin alike, and so go into a chunk together."""
    return beginning(one) == beginning(other)


def beginning(word: str) -> str:
    """What words that begin alike have in common. No word before it is akin to one after it."""
    return word[:_BEGINNING]


def range_of(first: str, before: str) -> str:
    """From where on a chunk answers: as little of its first word as comes after the last word `before` it."""
    shared = next((place for place, char in enumerate(first) if before[place : place + 1] != char), 0)
    return first[: shared + 1]


def write_chunk(folder: Path, code: str, words: Sequence[Word]) -> Chunk:
    """Writes a chunk into the folder of an index, and its lean side beside it, unless they are there."""
    name = write_named(folder / FOLDER, code, KIND, listed((listed(packed for _, packed, _ in words),)))
    lean = folder / weights.FOLDER / f"{name}.{weights.KIND}"
    if not lean.exists():
        close(lean, listed(lean for _, _, lean in words))
    return Chunk(words[0][0], words[-1][0], name, _sizes(words, 1), _sizes(words, 2))


def _sizes(words: Sequence[Word], side: Literal[1, 2]) -> bytes:
    return array("I", (len(word[side]) for word in words)).tobytes()
