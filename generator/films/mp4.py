"""Takes MP4 and QuickTime files apart (ISO/IEC 14496-12): boxes with a length and a name, within each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from generator.films.parse_result import MOST_HEAD, MOST_PARTS, Parts, Span

_AROUND = frozenset({b"moov", b"trak", b"mdia", b"minf", b"stbl", b"mvex", b"edts"})
"""Boxes that hold boxes which matter here."""
_SAID = frozenset({b"udta", b"meta"})
"""Boxes of what is said beside the film: titles, places, telephones. Players do without."""
_XMP = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
_PLACE = re.compile(rb"\xa9xyz|loci|location\.ISO6709|GPS(?:Latitude|Coordinates|Longitude)|LocationCreated")
_SHOWN, _HEARD = b"vide", b"soun"
_DEEPEST = 8


class _Reading:
    """One file that is being read."""

    def __init__(self, source: BinaryIO) -> None:
        self.source, self.parts, self.left = source, Parts("MP4"), MOST_PARTS
        self.handler = b""
        self.has_head = self.has_film = False

    def boxes(self, at: int, end: int) -> Iterator[tuple[bytes, int, int, int]]:
        """Name, start, start of the value, and end of each box. ValueError when one reaches beyond what holds it."""
        while at + 8 <= end:
            self.left -= 1
            if self.left < 0:
                raise ValueError("too many parts")
            head = self.read(at, 16)
            size, name, value = int.from_bytes(head[:4], "big"), head[4:8], at + 8
            if size == 1:
                size, value = int.from_bytes(head[8:16], "big"), at + 16
            size = size or end - at
            if size < value - at or at + size > end:
                raise ValueError("cut off")
            yield name, at, value, at + size
            at += size

    def read(self, at: int, count: int) -> bytes:
        self.source.seek(at)
        return self.source.read(min(count, MOST_HEAD))

    def look(self, at: int, end: int, depth: int = 0) -> None:
        for name, start, value, until in self.boxes(at, end):
            if name in _AROUND and depth < _DEEPEST:
                if name == b"trak":
                    self.handler = b""
                self.has_head = self.has_head or name == b"moov"
                self.look(value, until, depth + 1)
            elif name in _SAID or (name == b"uuid" and self.read(value, 16) == _XMP):
                self.said(start, value, until)
            elif name == b"mdat":
                self.has_film = True
            else:
                self.leaf(name, value, until)

    def leaf(self, name: bytes, value: int, until: int) -> None:
        content = self.read(value, min(until - value, 4096))
        if name == b"ftyp":
            self.parts.form = "QuickTime" if content[:4] == b"qt  " else "MP4"
        elif name in (b"mvhd", b"mehd"):
            self.length(name, content)
        elif name == b"hdlr" and not self.handler:
            self.handler = content[8:12]
        elif name == b"stsd":
            codes = [box[4:8].decode("ascii", "replace") for box in _entries(content)]
            (self.parts.codes if self.handler in (_SHOWN, _HEARD) else self.parts.others).extend(codes)
        elif name == b"moof":
            self.has_film = True

    def length(self, name: bytes, content: bytes) -> None:
        """In seconds: of the head, or of all fragments, which counts in the head's units."""
        wide = content[:1] == b"\1"
        if name == b"mvhd":
            at, size = (20, 8) if wide else (12, 4)
            self.scale = int.from_bytes(content[at : at + 4], "big")
            units, unknown = int.from_bytes(content[at + 4 : at + 4 + size], "big"), (1 << 8 * size) - 1
        else:
            size = 8 if wide else 4
            units, unknown = int.from_bytes(content[4 : 4 + size], "big"), 0
        if units not in (0, unknown) and self.scale:
            self.parts.seconds = units / self.scale

    scale = 0

    def said(self, start: int, value: int, until: int) -> None:
        self.parts.spare.append(Span(start, until))
        self.parts.has_place = self.parts.has_place or _PLACE.search(self.read(value, until - value)) is not None


def parts(source: BinaryIO, size: int) -> Parts:
    """ValueError when it is not whole, or holds no film."""
    reading = _Reading(source)
    reading.look(0, size)
    if not reading.has_head or not reading.has_film or not reading.parts.codes:
        raise ValueError("no film in it")
    return reading.parts


def _entries(content: bytes) -> Iterator[bytes]:
    """The sorts of samples that a track is made of."""
    at = 8
    for _ in range(min(int.from_bytes(content[4:8], "big"), 16)):
        size = int.from_bytes(content[at : at + 4], "big")
        if at + 8 > len(content) or size < 8:
            return
        yield content[at : at + size]
        at += size
