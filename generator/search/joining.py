"""Joins the words of all pages on all processors: each takes a part of the alphabet, and these are sewn together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from pathlib import Path

from generator.runtime.workers import processors, spread
from generator.search.chunks import Chunk, Cut, Word, beginning, words_of, write_chunk
from generator.search.reading import Read

Reads = Callable[[], Iterable[Read]]
"""Gives what was read of all pages, in order, as often as it is asked."""

_FEW = 150
"""Fewer pages than this are joined sooner than another process has started."""
_LOOKED_AT = 50
"""By so many pages it is guessed where the alphabet parts evenly."""


def join(folder: Path, code: str, reads: Reads, pages: int) -> tuple[Chunk, ...]:
    """Writes the chunks of an index of so many pages."""
    parts = processors() if pages >= _FEW else 1
    joining = Joining(folder, code, reads, ("", *_borders(reads(), pages, parts), ""))
    return tuple(_sewn(folder, code, spread(Joining.part, joining, range(len(joining.borders) - 1))))


def _borders(reads: Iterable[Read], pages: int, parts: int) -> list[str]:
    """Beginnings of words that part the alphabet, so that all parts hold about as much."""
    if parts == 1:
        return []
    sizes: Counter[str] = Counter()
    for read in islice(reads, 0, None, max(1, pages // _LOOKED_AT)):
        for key, posting, _ in read.words():
            sizes[beginning(key.partition("\t")[0])] += len(posting)
    words = sorted(sizes)
    sums = list(accumulate(sizes[word] for word in words))
    wanted = (sums[-1] * part / parts for part in range(1, parts))
    return sorted({next(word for word, total in zip(words, sums, strict=True) if total >= least) for least in wanted})


@dataclass(frozen=True, slots=True)
class Part:
    """What has become of a part of the alphabet."""

    head: list[Word]
    """The words of its first chunk: those before may belong to it."""
    chunks: list[Chunk]
    """The others."""
    rest: list[Word]
    """After the last of them: those that follow may belong to these."""


@dataclass(frozen=True, slots=True)
class Joining:
    """What is needed to join a part."""

    folder: Path
    code: str
    reads: Reads
    borders: tuple[str, ...]

    def part(self, number: int) -> Part:
        """Writes all chunks between two borders, but the first."""
        cutting = Cut(words_of(self.reads(), *self.borders[number : number + 2]))
        every = iter(cutting)
        head = next(every, [])
        chunks = [write_chunk(self.folder, self.code, words) for words in every]
        return Part(head, chunks, cutting.rest)


def _sewn(folder: Path, code: str, parts: Iterable[Part]) -> Iterator[Chunk]:
    """All chunks, as if they had been cut in one go."""
    loose: list[Word] = []
    for part in parts:
        if part.head:
            yield from _written(folder, code, [*loose, *part.head])
            yield from part.chunks
            loose = part.rest
        else:
            loose = [*loose, *part.rest]
    yield from _written(folder, code, loose)


def _written(folder: Path, code: str, words: Sequence[Word]) -> Iterator[Chunk]:
    cutting = Cut(words)
    for chunk in cutting:
        yield write_chunk(folder, code, chunk)
    if cutting.rest:
        yield write_chunk(folder, code, cutting.rest)
