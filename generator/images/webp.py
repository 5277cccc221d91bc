"""Takes WebP files apart (RFC 9649): chunks of RIFF."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from generator.images.exif import only_turned
from generator.images.metadata_scan import Metadata
from generator.images.parse_result import Parts

_SHOWN = frozenset({b"VP8X", b"ICCP", b"ALPH", b"VP8 ", b"VP8L", b"ANIM", b"ANMF"})
_EXIF, _XMP = 0x08, 0x04
"""Flags of the extended head."""


def taken_apart(content: bytes, said: Metadata) -> Parts:
    """Puts what is said beside the picture into `said`. ValueError when it is not whole."""
    kept: list[tuple[bytes, bytes]] = []
    for name, value in chunks(content):
        if name in _SHOWN:
            kept.append((name, value))
        elif name == b"EXIF":
            said.exif(value)
        elif name == b"XMP ":
            said.xmp(value)
        else:
            said.text(value[:10_000])
    if not kept:
        raise ValueError("no picture in it")
    moves = sum(name == b"ANMF" for name, _ in kept) > 1
    return Parts(_size(kept), moves, lambda orientation: _bare(kept, orientation))


def chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and value of each chunk."""
    at, end = 12, 8 + int.from_bytes(content[4:8], "little")
    if end > len(content):
        raise ValueError("cut off")
    while at + 8 <= end:
        name, length = content[at : at + 4], int.from_bytes(content[at + 4 : at + 8], "little")
        if at + 8 + length > end:
            raise ValueError("cut off")
        yield name, content[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _size(kept: list[tuple[bytes, bytes]]) -> tuple[int, int]:
    for name, value in kept:
        if name == b"VP8X" and len(value) >= 10:
            return 1 + int.from_bytes(value[4:7], "little"), 1 + int.from_bytes(value[7:10], "little")
        if name == b"VP8 " and len(value) >= 10:
            width, height = struct.unpack("<HH", value[6:10])
            return width & 0x3FFF, height & 0x3FFF
        if name == b"VP8L" and len(value) >= 5:
            bits = int.from_bytes(value[1:5], "little")
            return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    raise ValueError("no picture in it")


def _bare(kept: list[tuple[bytes, bytes]], orientation: int) -> bytes:
    turned = [(b"EXIF", only_turned(orientation))] if orientation != 1 and kept[0][0] == b"VP8X" else []
    parts = [b"WEBP"]
    for name, value in (*kept, *turned):
        if name == b"VP8X":
            flags = value[0] & ~(_EXIF | _XMP) | (_EXIF if turned else 0)
            value = bytes((flags,)) + value[1:]
        parts.append(name + struct.pack("<I", len(value)) + value + b"\0" * (len(value) % 2))
    body = b"".join(parts)
    return b"RIFF" + struct.pack("<I", len(body)) + body
