"""The lean side of the index: how much each word says on each page, and not where it stands there.

The search dialog's own reader (`reader.js`) fetches it: a word that stands on every page of a large hub is many times
smaller here than in Pagefind's chunk, which is left for phrases. To each chunk belongs a file of the same name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate

from generator.search.postings import head, listed, text
from generator.search.reading import FIELDS, Entry

FOLDER, KIND, PAGES = "weights", "pf_weights", "pf_pages"
"""They are named as what they are made from: another layout needs other endings, since browsers keep them for good."""

_NUMBER = rb"(?:[\x00-\x17]|\x18.|\x19..|\x1a....)"
_PLAIN = re.compile(rb"(?:[\x82-\x97]|\x98(.)|\x99(..))\x38\x18" + _NUMBER + rb"*+\x80", re.DOTALL)
"""Places of plain weight alone. The head of the list tells how many they are."""
_EACH = re.compile(rb"[\x20-\x37]|\x38.|\x39..|" + _NUMBER, re.DOTALL)
_LISTS = re.compile(rb"(?:[\x80-\x97]|\x98.|\x99..)((?:[\x20-\x37]|\x38.|\x39..|" + _NUMBER + rb")*+)", re.DOTALL)
_UNIT = 24**2
"""What a place weighs in plain text: as Pagefind reckons, its weight times itself."""
_FIRST = 25**2
_IS_TITLE = -1 - FIELDS.index("title")
_MOST = 100_000
"""So many postings are remembered before it begins anew."""


class _Weights(dict[bytes, int]):
    """How much a posting says, in a byte: the places' weight in seven bits, and whether one is in the title."""

    def __missing__(self, posting: bytes) -> int:
        found = _rounded(_sum_of_plain(posting) or _sum(posting)) << 1 | _is_titled(posting)
        if len(posting) > 8:  # words that stand in many places seldom stand in the same ones again
            return found
        if len(self) >= _MOST:
            self.clear()
        self[posting] = found
        return found


WEIGHTS = _Weights()


def _sum_of_plain(posting: bytes) -> int:
    found = _PLAIN.fullmatch(posting)
    if not found:
        return 0
    length = found[1] or found[2]
    return _UNIT * ((int.from_bytes(length, "big") if length else posting[0] - 0x80) - 1)


def _sum(posting: bytes) -> int:
    total, weight = 0, _FIRST
    for number in _numbers(_LISTS.findall(posting)[0]):
        if number < 0:
            weight = (-1 - number) ** 2
        else:
            total += weight
    return total


def _is_titled(posting: bytes) -> bool:
    return not posting.endswith(b"\x80") and _IS_TITLE in _numbers(_LISTS.findall(posting)[1])


def _numbers(packed: bytes) -> Iterable[int]:
    for one in _EACH.findall(packed):
        small = one[0] & 31
        number = int.from_bytes(one[1:], "big") if small > 23 else small
        yield -1 - number if one[0] >= 0x20 else number


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


def pages(entries: Sequence[Entry], chunks: Iterable[tuple[str, str, str]]) -> bytes:
    """What the reader must know before it is asked: of each page the name and the length, and what chunks there are.

    Names are without their language; a chunk is from where to where it answers, and its name.
    """
    names = b"".join(_name(entry.fragment) for entry in entries)
    lengths = bytes(_length(entry.count) for entry in entries)
    ranges = (listed((text(first), text(last), raw(_name(name)))) for first, last, name in chunks)
    return listed((raw(names), raw(lengths), listed(ranges)))


def _name(name: str) -> bytes:
    return bytes.fromhex(name.partition("_")[2])


def _length(count: int) -> int:
    """A number of words in a byte: 16 and the lower four bits, doubled as often as the upper four say, less 4."""
    power = min(count.bit_length() - 1, 15)
    return power << 4 | min((count << 4 >> power) - 16, 15)
