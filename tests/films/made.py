"""Small films as telephones and programs write them: heads without a picture."""

from __future__ import annotations

import struct


def box(name: bytes, *values: bytes) -> bytes:
    """A box of MP4."""
    value = b"".join(values)
    return struct.pack(">I", 8 + len(value)) + name + value


PLACE = box(b"\xa9xyz", b"\0\x12\x15\xc7+56.1500+010.2000/")


def track(code: bytes, handler: bytes = b"vide") -> bytes:
    entry = box(code, bytes(78))
    return box(
        b"trak",
        box(b"mdia",
            box(b"hdlr", bytes(8), handler, bytes(12)),
            box(b"minf", box(b"stbl", box(b"stsd", bytes(4), struct.pack(">I", 1), entry)))),
    )  # fmt: skip


def mp4(seconds: float = 4, codes: tuple[bytes, ...] = (b"avc1",), *more: bytes, brand: bytes = b"isom") -> bytes:
    """A film of that length, with more boxes in its head."""
    length = box(b"mvhd", bytes(12), struct.pack(">II", 1000, int(seconds * 1000)), bytes(80))
    sound = track(b"mp4a", b"soun")
    head = box(b"moov", length, *map(track, codes), sound, *more)
    return box(b"ftyp", brand, bytes(4)) + head + box(b"mdat", b"\0" * 64)


def element(id_: int, *values: bytes) -> bytes:
    """An element of WebM."""
    value = b"".join(values)
    return (
        id_.to_bytes((id_.bit_length() + 7) // 8, "big")
        + (0x0100_0000_0000_0000 | len(value)).to_bytes(8, "big")
        + value
    )


TAGS = element(
    0x1254C367, element(0x7373, element(0x67C8, element(0x45A3, b"LOCATION"), element(0x4487, b"+56.15+010.20/")))
)


def webm(seconds: float | None = 4, code: bytes = b"V_VP9", *more: bytes, form: bytes = b"webm") -> bytes:
    """A film of that length, or of one that is not said, with more elements behind it."""
    length = element(0x4489, struct.pack(">d", seconds * 1000)) if seconds is not None else b""
    about = element(0x1549A966, element(0x2AD7B1, (1_000_000).to_bytes(3, "big")), length)
    tracks = element(0x1654AE6B, element(0xAE, element(0x83, b"\1"), element(0x86, code)))
    head = element(0x1A45DFA3, element(0x4282, form))
    return head + element(0x18538067, about, tracks, element(0x1F43B675, bytes(32)), *more)
