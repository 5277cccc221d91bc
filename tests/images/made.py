"""Small pictures as cameras and programs write them."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from PIL import Image, PngImagePlugin

GPS, ORIENTATION, MODEL = 0x8825, 0x0112, 0x0110
XMP = b"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/"><exif:GPSLatitude>56,9.0N</exif:GPSLatitude>
</rdf:Description></rdf:RDF></x:xmpmeta>"""
IPTC = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0\0\0\0\x0b" + b"\x1c\x02\x5a\0\x06Aarhus" + b"\0"


def picture(size: tuple[int, int] = (64, 48)) -> Image.Image:
    """Blue, with a yellow stripe along its upper edge."""
    made = Image.new("RGB", size, "#206080")
    made.paste("#f0c040", (0, 0, size[0], size[1] // 4))
    return made


def exif(*, place: bool = True, orientation: int = 1) -> Image.Exif:
    """What a telephone writes, in Aarhus."""
    said = Image.Exif()
    said[MODEL] = "Telefon"
    said[ORIENTATION] = orientation
    if place:
        said.get_ifd(GPS).update({1: "N", 2: (56.0, 9.0, 0.0), 3: "E", 4: (10.0, 12.0, 0.0)})
    return said


def saved(form: str, made: Image.Image | None = None, **how: Any) -> bytes:
    out = io.BytesIO()
    (made or picture()).save(out, form, **how)
    return out.getvalue()


def chunk(name: bytes, value: bytes) -> bytes:
    """A chunk of PNG."""
    return struct.pack(">I", len(value)) + name + value + struct.pack(">I", zlib.crc32(name + value))


def at_the_end(png: bytes, *chunks: bytes) -> bytes:
    """A PNG with chunks behind its pixels, where ExifTool puts them."""
    return png[:-12] + b"".join(chunks) + png[-12:]


def segment(marker: int, value: bytes) -> bytes:
    """A segment of JPEG."""
    return bytes((0xFF, marker)) + struct.pack(">H", len(value) + 2) + value


def behind_the_start(jpeg: bytes, *segments: bytes) -> bytes:
    """A JPEG with segments before all others."""
    return jpeg[:2] + b"".join(segments) + jpeg[2:]


def riff(webp: bytes, name: bytes, value: bytes) -> bytes:
    """An extended WebP with one chunk more."""
    body = webp[8:] + name + struct.pack("<I", len(value)) + value + b"\0" * (len(value) % 2)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def raw_profile(sort: str, value: bytes) -> PngImagePlugin.PngInfo:
    """As ImageMagick packs what is said beside a picture."""
    coded = value.hex()
    lines = "\n".join(coded[at : at + 72] for at in range(0, len(coded), 72))
    info = PngImagePlugin.PngInfo()
    info.add_text(f"Raw profile type {sort}", f"\n{sort}\n{len(value):8}\n{lines}\n", zip=True)
    return info


def tiff() -> bytes:
    """The Exif of a telephone without the mark that JPEG has before it."""
    return exif().tobytes().removeprefix(b"Exif\0\0")
