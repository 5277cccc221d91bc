"""Takes PNG files apart (W3C PNG, third edition): chunks with a length, a name and a checksum."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from generator.images.exif import only_turned
from generator.images.metadata_scan import Metadata, inflated
from generator.images.parse_result import Parts

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_SHOWN = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"pHYs"}
)
"""Chunks that a picture needs to be shown; a still one."""


def taken_apart(content: bytes, said: Metadata) -> Parts:
    """Puts what is said beside the picture into `said`. ValueError when it is not whole."""
    kept, frames, size = [SIGNATURE], 0, (0, 0)
    for name, start, end in _chunks(content):
        value = content[start:end]
        if name == b"IHDR" and len(kept) == 1 and end - start == 13:
            size = struct.unpack(">II", value[:8])
        elif len(kept) == 1:
            raise ValueError("the first chunk is not the head")
        if name in _SHOWN:
            kept.append(content[start - 8 : end + 4])
        elif name == b"fcTL":
            frames += 1
        else:
            _said(name, value, said)
    if len(kept) < 2 or not kept[-1].endswith(b"IEND\xaeB`\x82"):
        raise ValueError("cut off")
    return Parts(size, frames > 1, lambda orientation: _bare(kept, orientation))


def _bare(kept: list[bytes], orientation: int) -> bytes:
    turned = _chunk(b"eXIf", only_turned(orientation)) if orientation != 1 else b""
    return b"".join((*kept[:2], turned, *kept[2:]))


def _chunks(content: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Name of each chunk, and where its value begins and ends."""
    at = len(SIGNATURE)
    while at + 12 <= len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        name, start = content[at + 4 : at + 8], at + 8
        at = start + length + 4
        if at > len(content):
            raise ValueError("cut off")
        yield name, start, start + length
        if name == b"IEND":
            return


def _said(name: bytes, value: bytes, said: Metadata) -> None:
    if name == b"eXIf":
        said.exif(value)
    elif name in (b"tEXt", b"zTXt", b"iTXt"):
        keyword, _, rest = value.partition(b"\0")
        if name == b"zTXt":
            rest = inflated(rest[1:])
        elif name == b"iTXt":
            is_packed, rest = rest[:1] == b"\1", rest[2:].split(b"\0", 2)[-1]
            rest = inflated(rest) if is_packed else rest
        said.named(keyword, rest)
    elif name not in (b"acTL", b"fdAT", b"tIME", b"bKGD", b"hIST", b"sPLT"):
        said.text(value[:10_000])


def _chunk(name: bytes, value: bytes) -> bytes:
    return struct.pack(">I", len(value)) + name + value + struct.pack(">I", zlib.crc32(name + value))
