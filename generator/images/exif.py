"""Reads Exif (EXIF 2.32: a TIFF of directories) as far as publishing must know it: how turned, where taken."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_ORIENTATION, _SUB, _GPS = 0x0112, 0x8769, 0x8825
_ASCII, _SHORT, _LONG, _UNDEFINED = 2, 3, 4, 7
_WIDTHS = {1: 1, _ASCII: 1, _SHORT: 2, _LONG: 4, 5: 8, 6: 1, _UNDEFINED: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}
"""Bytes of a value, by type."""
_COORDINATES = {2, 4}
"""Latitude and longitude, in the directory of the place."""
_MOST_ENTRIES = 1000
_MOST_TEXT = 10_000


@dataclass(frozen=True, slots=True)
class Exif:
    """What a picture's Exif says."""

    orientation: int = 1
    """1 to 8 (4.6.4 A): how the camera was held."""
    has_place: bool = False
    words: tuple[str, ...] = ()
    """Its texts."""


def read_exif(content: bytes) -> Exif:
    """Reads what it can; of what is spoilt, the rest is as if it were not there."""
    content = content.removeprefix(b"Exif\0\0")
    order = {b"II": "<", b"MM": ">"}.get(content[:2])
    if order is None or len(content) < 8:
        return Exif()
    orientation, has_place, words = 1, False, []
    waiting, seen = [(struct.unpack_from(f"{order}I", content, 4)[0], False)], set[int]()
    while waiting:
        at, is_place = waiting.pop()
        if at in seen:
            continue
        seen.add(at)
        for tag, kind, value in _entries(content, order, at):
            if is_place:
                has_place = has_place or (tag in _COORDINATES and any(value))
            elif tag in (_SUB, _GPS) and kind == _LONG and len(value) == 4:
                waiting.append((struct.unpack(f"{order}I", value)[0], tag == _GPS))
            elif tag == _ORIENTATION and kind == _SHORT and len(value) >= 2:
                orientation = struct.unpack_from(f"{order}H", value)[0]
            elif kind in (_ASCII, _UNDEFINED, 1):
                words.append(value[:_MOST_TEXT].replace(b"\0", b"").decode("utf-8", "replace"))
    return Exif(orientation if 1 <= orientation <= 8 else 1, has_place, tuple(words))


def only_turned(orientation: int) -> bytes:
    """Exif that says this and nothing else, without the mark before it."""
    return b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01" + struct.pack(">HHI", orientation, 0, 0)


def _entries(content: bytes, order: str, at: int) -> Iterator[tuple[int, int, bytes]]:
    """Tag, type and bytes of each value of the directory there that lies inside the content."""
    if not 0 < at <= len(content) - 2:
        return
    count = min(struct.unpack_from(f"{order}H", content, at)[0], _MOST_ENTRIES, (len(content) - at - 2) // 12)
    for number in range(count):
        tag, kind, many = struct.unpack_from(f"{order}HHI", content, at + 2 + 12 * number)
        size, place = many * _WIDTHS.get(kind, 0), at + 10 + 12 * number
        if size > 4:
            place = struct.unpack_from(f"{order}I", content, place)[0]
        if 0 < size <= len(content) - place:
            yield tag, kind, content[place : place + size]
