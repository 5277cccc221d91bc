"""Takes WebM and Matroska files apart (RFC 8794, RFC 9559): elements with an id and a length, within each other."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import BinaryIO

from generator.films.parse_result import MOST_HEAD, MOST_PARTS, Parts, Span

_HEAD, _SEGMENT, _CLUSTER, _TAGS, _ATTACHED = 0x1A45DFA3, 0x18538067, 0x1F43B675, 0x1254C367, 0x1941A469
_AROUND = {_HEAD, _SEGMENT, 0x1549A966, 0x1654AE6B, 0xAE}
"""The head, the segment, what is said of it, its tracks, and each track."""
_FORM, _SCALE, _LENGTH, _CODE, _SORT = 0x4282, 0x2AD7B1, 0x4489, 0x86, 0x83
_SHOWN, _HEARD = 1, 2
_PLACE = re.compile(rb"LOCATION|GPS(?:Latitude|Coordinates|Longitude)|RECORDING_LOCATION|COMPOSITION_LOCATION")
_DEEPEST = 6


class _Reading:
    """One file that is being read."""

    def __init__(self, source: BinaryIO) -> None:
        self.source, self.parts, self.left = source, Parts("Matroska"), MOST_PARTS
        self.scale, self.length = 1_000_000, 0.0
        """Nanoseconds of a unit (RFC 9559, 5.1.2.9), and units of the film."""
        self.sort, self.code = 0, ""
        self.has_film = False

    def elements(self, at: int, end: int) -> Iterator[tuple[int, int, int, int]]:
        """Id, start, start of the value, and end of each element. ValueError when one reaches beyond what holds it."""
        while at < end:
            self.left -= 1
            if self.left < 0:
                raise ValueError("too many parts")
            self.source.seek(at)
            head = self.source.read(12)
            id_, id_length = _number(head, keep_mark=True)
            size, size_length = _number(head[id_length:])
            value = at + id_length + size_length
            is_open = size == (1 << 7 * size_length) - 1  # a recording that did not know how long it would be
            until = end if is_open else value + size
            if until > end:
                raise ValueError("cut off")
            yield id_, at, value, until
            if is_open and id_ == _CLUSTER:
                return
            at = until

    def look(self, at: int, end: int, depth: int = 0) -> None:
        for id_, start, value, until in self.elements(at, end):
            if id_ in _AROUND and depth < _DEEPEST:
                self.sort, self.code = 0, ""
                self.look(value, until, depth + 1)
                if id_ == 0xAE:
                    (self.parts.codes if self.sort in (_SHOWN, _HEARD) else self.parts.others).append(self.code)
            elif id_ in (_TAGS, _ATTACHED):
                self.parts.spare.append(Span(start, until))
                self.parts.has_place = self.parts.has_place or _PLACE.search(self.read(value, until)) is not None
            elif id_ == _CLUSTER:
                self.has_film = True
            else:
                self.leaf(id_, self.read(value, min(until, value + 64)))

    def read(self, at: int, until: int) -> bytes:
        self.source.seek(at)
        return self.source.read(min(until - at, MOST_HEAD))

    def leaf(self, id_: int, content: bytes) -> None:
        if id_ == _FORM:
            self.parts.form = "WebM" if content.rstrip(b"\0") == b"webm" else "Matroska"
        elif id_ == _SCALE:
            self.scale = int.from_bytes(content, "big")
        elif id_ == _LENGTH and len(content) in (4, 8):
            self.length = struct.unpack(">f" if len(content) == 4 else ">d", content)[0]
        elif id_ == _CODE:
            self.code = content.rstrip(b"\0").decode("ascii", "replace")
        elif id_ == _SORT:
            self.sort = int.from_bytes(content, "big")


def parts(source: BinaryIO, size: int) -> Parts:
    """ValueError when it is not whole, or holds no film."""
    reading = _Reading(source)
    reading.look(0, size)
    if not reading.has_film or not reading.parts.codes:
        raise ValueError("no film in it")
    if 0 < reading.length < 1e15:
        reading.parts.seconds = reading.length * reading.scale / 1e9
    return reading.parts


def _number(content: bytes, *, keep_mark: bool = False) -> tuple[int, int]:
    """A number of a length that its first byte tells (RFC 8794, 4), and that length."""
    if not content or not content[0]:
        raise ValueError("no element")
    length = 9 - content[0].bit_length()
    if len(content) < length or (keep_mark and length > 4):
        raise ValueError("cut off")
    value = int.from_bytes(content[:length], "big")
    return (value if keep_mark else value & ((1 << 7 * length) - 1)), length
