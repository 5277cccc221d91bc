"""Where words stand on a page, as Pagefind's index holds it: numbers in CBOR, encoded once and joined from then on."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping, Sequence
from operator import sub

from generator.search.markup import PLAIN

_FIRST_WEIGHT = 25
"""What Pagefind takes for granted until another weight is named."""


def head(major: int, number: int) -> bytes:
    """How CBOR begins a value: its sort, and its size or worth."""
    if number < 24:
        return bytes((major << 5 | number,))
    for extra, form in ((24, ">BB"), (25, ">BH"), (26, ">BI")):
        if number < 1 << 8 * (struct.calcsize(form) - 1):
            return struct.pack(form, major << 5 | extra, number)
    raise ValueError(number)


class _Heads(dict[int, bytes]):
    def __init__(self, major: int) -> None:
        super().__init__()
        self._major = major

    def __missing__(self, number: int) -> bytes:
        found = head(self._major, number)
        if number < 100_000:
            self[number] = found
        return found


NUMBERS = _Heads(0)
LISTS = _Heads(4)
_NEGATIVE = _Heads(1)
"""By how much below -1."""


def text(value: str) -> bytes:
    encoded = value.encode()
    return head(3, len(encoded)) + encoded


def listed(values: Iterable[bytes]) -> bytes:
    """Values in CBOR as one list."""
    parts = list(values)
    return LISTS[len(parts)] + b"".join(parts)


class _Once(dict[int, bytes]):
    """A word that stands once, plainly, and in no field: most words of a page."""

    def __missing__(self, place: int) -> bytes:
        found = b"\x82" + _NEGATIVE[PLAIN] + NUMBERS[place] + b"\x80"
        if place < 100_000:
            self[place] = found
        return found


ONCE = _Once()
_PLAIN = _NEGATIVE[PLAIN]


def postings(plain: Mapping[str, Sequence[int]]) -> dict[str, bytes]:
    """For each key its places, in order, all of plain weight."""
    once, number, lists, join = ONCE, NUMBERS.__getitem__, LISTS, b"".join
    return {
        key: once[where[0]]
        if len(where) == 1
        else lists[len(where) + 1] + _PLAIN + number(where[0]) + join(map(number, map(sub, where[1:], where))) + b"\x80"
        for key, where in plain.items()
    }


def posting(weighed: Mapping[int, Sequence[int]], fields: Iterable[tuple[int, int]]) -> bytes:
    """The places of a word by weight, and its fields with the places there."""
    numbers = []
    for weight in sorted(weighed, key=lambda weight: 0 if weight == _FIRST_WEIGHT else weight):
        if weight != _FIRST_WEIGHT:
            numbers.append(_NEGATIVE[weight])
        numbers += map(NUMBERS.__getitem__, _steps(sorted(weighed[weight])))
    meta, last = [], -1
    for field, place in sorted(fields):
        if field != last:
            meta.append(_NEGATIVE[field])
            last, before = field, 0
        meta.append(NUMBERS[place - before])
        before = place
    return b"".join((LISTS[len(numbers)], *numbers, LISTS[len(meta)], *meta))


def _steps(places: Sequence[int]) -> Iterable[int]:
    last = 0
    for place in places:
        yield place - last
        last = place
