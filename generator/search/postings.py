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


class _Steps(dict[int, bytes]):
    """How a page begins: a list of three, of which the first is how far it is from the page before."""

    def __missing__(self, step: int) -> bytes:
        self[step] = found = b"\x83" + NUMBERS[step]
        return found


STEPS = _Steps()


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


def posting(weighed: list[tuple[int, list[int]]], fields: Iterable[tuple[int, int]]) -> bytes:
    """The places of a word by weight, and its fields with the places there."""
    if len(weighed) > 1:
        weighed = _grouped(weighed)
    count, numbers = 0, b""
    for weight, where in weighed:
        if weight != _FIRST_WEIGHT:
            count += 1
            numbers += _NEGATIVE[weight]
        count += len(where)
        numbers += NUMBERS[where[0]]
        if len(where) > 1:
            numbers += b"".join(map(NUMBERS.__getitem__, map(sub, where[1:], where)))
    return LISTS[count] + numbers + (_meta(fields) if fields else b"\x80")


def _grouped(weighed: list[tuple[int, list[int]]]) -> list[tuple[int, list[int]]]:
    """Each weight once, in Pagefind's order."""
    found: dict[int, list[int]] = {}
    for weight, where in weighed:
        found[weight] = sorted(found[weight] + where) if weight in found else where
    return sorted(found.items(), key=lambda one: 0 if one[0] == _FIRST_WEIGHT else one[0])


def _meta(fields: Iterable[tuple[int, int]]) -> bytes:
    parts: list[bytes] = []
    last, before = -1, 0
    for field, place in sorted(fields):
        if field != last:
            parts.append(_NEGATIVE[field])
            last, before = field, 0
        parts.append(NUMBERS[place - before])
        before = place
    return listed(parts)
