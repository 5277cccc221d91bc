"""The lean side of the index: how much each word says on each page, and not where it stands there.

The search dialog's own reader (`reader.js`) fetches it: a word that stands on every page of a large hub is many times
smaller here than in Pagefind's chunk, which is left for phrases. To each chunk belongs a file of the same name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate

from generator.search.markup import PLAIN
from generator.search.postings import head, listed, text

FOLDER, KIND, PAGES = "weights", "pf_weights", "pf_pages"
"""They are named as what they are made from: another layout needs other endings, since browsers keep them for good."""

_PLACE = PLAIN**2
"""What a place weighs in plain text: as Pagefind reckons, its weight times itself."""


class _Plain(dict[int, int]):
    """How much a word says that stands so many times in plain text, and is not in the title."""

    def __missing__(self, count: int) -> int:
        self[count] = found = _rounded(_PLACE * count) << 1
        return found


WEIGHTS = _Plain()


def weigh(places: Iterable[tuple[int, Sequence[int]]], *, is_titled: bool) -> int:
    """How much a word says by its places of each weight, in a byte: in seven bits, and whether it is in the title."""
    return _rounded(sum(weight**2 * len(where) for weight, where in places)) << 1 | is_titled


def _rounded(total: int) -> int:
    """A weight in seven bits, to a sixteenth: 8 and the lower three, doubled as often as the upper four say and 3."""
    power = min(max(total.bit_length() - 7, 0), 15)
    eighths = (total + (4 << power)) >> (power + 3)
    if eighths > 15 and power < 15:
        power, eighths = power + 1, 8
    return power << 3 | min(max(eighths - 8, 0), 7)


class _Gaps(dict[int, bytes]):
    """How far a page is from the one before: seven bits a byte, the lowest first; the eighth says that more come."""

    def __missing__(self, gap: int) -> bytes:
        self[gap] = found = bytes((gap,)) if gap < 128 else bytes((gap & 127 | 128,)) + self[gap >> 7]
        return found


GAPS = _Gaps()


def placed(gaps: bytes, weights: bytes, number: int, weight: int | None) -> tuple[bytes, bytes]:
    """The pages of a word with another weight for one of them, or without it."""
    numbers = list(_numbered(gaps))
    at = bisect_left(numbers, number)
    was_there = numbers[at : at + 1] == [number]
    weights = weights[:at] + (b"" if weight is None else bytes((weight,))) + weights[at + was_there :]
    if was_there != (weight is not None):
        numbers[at : at + was_there] = [] if weight is None else [number]
        gaps = b"".join(GAPS[here - before] for before, here in zip((0, *numbers), numbers, strict=False))
    return gaps, weights


def _numbered(gaps: bytes) -> Iterable[int]:
    """The numbers of pages."""
    if not gaps or max(gaps) < 128:
        return accumulate(gaps)
    steps, step, shift = [], 0, 0
    for byte in gaps:
        step |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            steps.append(step)
            step = shift = 0
    return accumulate(steps)


def raw(value: bytes | bytearray) -> bytes:
    return head(2, len(value)) + value


def pages(known: Sequence[tuple[str, int]], chunks: Iterable[tuple[str, str, str]]) -> bytes:
    """What the reader must know before it is asked: of each page the name and the length, and what chunks there are.

    Names are without their language; a length is a number of words; a chunk is from where to where it answers, and its
    name.
    """
    names = b"".join(_name(name) for name, _ in known)
    lengths = bytes(_length(count) for _, count in known)
    ranges = (listed((text(first), text(last), raw(_name(name)))) for first, last, name in chunks)
    return listed((raw(names), raw(lengths), listed(ranges)))


def _name(name: str) -> bytes:
    return bytes.fromhex(name.partition("_")[2])


def _length(count: int) -> int:
    """A number of words in a byte: 16 and the lower four bits, doubled as often as the upper four say, less 4."""
    power = min(count.bit_length() - 1, 15)
    return power << 4 | min((count << 4 >> power) - 16, 15)
