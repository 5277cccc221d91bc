"""The words of all pages, cut into chunks. Where one ends depends on the words before the cut and on nothing else."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from zlib import crc32

from generator.runtime.workers import processors, spread
from generator.search.index_format import gaps_of, numbers_of, pages_of, sections_of, sliced, varints, write_named
from generator.search.record import PageRecord

FOLDER = "words"
_SIZE = 12_000
"""About so many bytes make a chunk, before compression."""
_FAMILY = 4
"""Words that begin alike in so many letters stay together: who types a beginning is answered from one chunk."""
_FEW = 400
"""Fewer pages than this are gathered sooner than another process has started."""

Word = tuple[str, bytes, bytes]
"""A word, the pages it stands on (`gaps_of`), and its weight byte on each of them."""
Records = Callable[[slice], Iterable[PageRecord]]
"""Gives what was read of some pages, in the order of the index."""
Changes = Mapping[str, Mapping[int, int | None]]
"""By word and page number: the new weight byte, None where the page no longer has the word."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A chunk on the disk."""

    name: str
    words: str
    """Its words in order, separated by spaces."""

    @property
    def last(self) -> str:
        """The family of its last word. Each family is in one chunk, and families are in order."""
        return family(self.words.rpartition(" ")[2])


def family(word: str) -> str:
    return word[:_FAMILY]


class Cut:
    """Words in order, a chunk at a time; after the last full one, `rest` holds what would go on in the next."""

    def __init__(self, words: Iterable[Word]) -> None:
        self._words = words
        self.rest: list[Word] = []

    def __iter__(self) -> Iterator[list[Word]]:
        for name, held in groupby(self._words, lambda word: family(word[0])):
            words = list(held)
            self.rest += words
            # The larger the family, the likelier it ends its chunk. In steps of two, so that a page more or less
            # seldom moves an end.
            size = 1 << sum(len(word) + len(gaps) + len(weights) for word, gaps, weights in words).bit_length()
            if crc32(name.encode()) % _SIZE < size:
                yield self.rest
                self.rest = []


def written(folder: Path, words: Iterable[Word]) -> Iterator[Chunk]:
    """Writes the chunks of words that nothing follows."""
    cut = Cut(words)
    for full in cut:
        yield write_chunk(folder, full)
    if cut.rest:
        yield write_chunk(folder, cut.rest)


def write_chunk(folder: Path, words: Sequence[Word]) -> Chunk:
    """Writes a chunk into the folder of an index, unless it is there."""
    names = " ".join(word for word, _, _ in words)
    sections = (
        names.encode(),
        varints(len(weights) for _, _, weights in words),
        b"".join(gaps for _, gaps, _ in words),
        b"".join(weights for _, _, weights in words),
    )
    return Chunk(write_named(folder / FOLDER, sections), names)


def read_chunk(folder: Path, chunk: Chunk) -> Iterator[Word]:
    """The words of a chunk. OSError when it cannot be read."""
    names, counted, gaps, weights = sections_of(folder / FOLDER / f"{chunk.name}.bin")
    counts, start = numbers_of(counted), 0
    for word, count, held in zip(names.decode().split(" "), counts, sliced(gaps, counts), strict=True):
        yield word, held, weights[start : start + count]
        start += count


def gathered(records: Records, pages: int) -> Iterator[Word]:
    """All words of so many pages, in order. Each processor gathers those of a share of the pages."""
    parts = processors() if pages >= _FEW else 1
    size = max(1, -(-pages // parts))
    shares = [slice(start, min(start + size, pages)) for start in range(0, pages, size)]
    found: dict[str, tuple[int, bytearray, bytearray]] = {}
    for share in spread(_share, records, shares):
        for word, (first, last, gaps, weights) in share.items():
            before, all_gaps, all_weights = found.get(word) or (-1, bytearray(), bytearray())
            all_gaps += gaps_of([first], before) + gaps
            all_weights += weights
            found[word] = last, all_gaps, all_weights
    return ((word, bytes(found[word][1]), bytes(found[word][2])) for word in sorted(found))


def _share(records: Records, pages: slice) -> dict[str, tuple[int, int, bytes, bytes]]:
    """The words of some pages: the first page and the last, the gaps after the first, the weights."""
    table: dict[str, array[int]] = defaultdict(lambda: array("Q"))
    for number, record in enumerate(records(pages), pages.start):
        page = number << 8
        for word, weight in zip(record.words.split(), record.weights, strict=True):
            table[word].append(page | weight)
    found = {}
    for word, held in table.items():
        numbers = [one >> 8 for one in held]
        weights = bytes([one & 255 for one in held])
        found[word] = numbers[0], numbers[-1], gaps_of(numbers[1:], numbers[0]), weights
    return found


def changes(before: Mapping[int, PageRecord], after: Mapping[int, PageRecord]) -> Changes:
    """What is different on some pages, by their numbers."""
    found: dict[str, dict[int, int | None]] = defaultdict(dict)
    for number in before:
        was, now = (
            dict(zip(read[number].words.split(), read[number].weights, strict=True)) for read in (before, after)
        )
        for word in was.keys() | now.keys():
            if was.get(word) != now.get(word):
                found[word][number] = now.get(word)
    return found


def updated(folder: Path, chunks: Sequence[Chunk], changed: Changes) -> Iterator[Chunk]:
    """Writes the chunks in which words have changed; yields all there are then, as if all had been written anew.

    OSError when one cannot be read.
    """
    lasts = [chunk.last for chunk in chunks]
    by_chunk: dict[int, list[str]] = defaultdict(list)
    for word in sorted(changed):
        by_chunk[min(bisect_left(lasts, family(word)), len(chunks) - 1)].append(word)
    loose: list[Word] = []
    for number, chunk in enumerate(chunks):
        if not loose and number not in by_chunk:
            yield chunk
            continue
        held = {word: (gaps, weights) for word, gaps, weights in read_chunk(folder, chunk)}
        for word in by_chunk[number]:
            held[word] = _changed(*held.get(word, (b"", b"")), changed[word])
        cut = Cut([*loose, *((word, *held[word]) for word in sorted(held) if held[word][0])])
        for full in cut:
            yield write_chunk(folder, full)
        loose = cut.rest
    if not chunks:
        loose = [(word, *_changed(b"", b"", changed[word])) for word in sorted(changed)]
    yield from written(folder, loose)


def _changed(gaps: bytes, weights: bytes, changed: Mapping[int, int | None]) -> tuple[bytes, bytes]:
    """The pages of a word with other weights for some of them."""
    held: dict[int, int | None] = {**dict(zip(pages_of(gaps), weights, strict=True)), **changed}
    kept = [(number, weight) for number, weight in sorted(held.items()) if weight is not None]
    return gaps_of([number for number, _ in kept]), bytes(weight for _, weight in kept)
