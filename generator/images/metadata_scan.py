"""What lies in a picture beside the picture: gathered from its parts, to be told and never to be published."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.images.exif import read_exif

_PLACE = re.compile(
    rb"GPS[A-Z]?[a-z]|LocationCreated|LocationShown|Iptc4xmpCore:Location|photoshop:City|geo:lat", re.IGNORECASE
)
"""Names of properties (XMP) that say where a picture was taken."""
_IPTC_PLACES = {90, 92, 95, 101}
"""City, sublocation, province and country (IIM 4.2, record 2)."""
_MOST_TEXT = 1_000_000


@dataclass(slots=True)
class Metadata:
    """What was found so far."""

    orientation: int = 1
    has_place: bool = False
    words: list[str] = field(default_factory=list)

    def exif(self, content: bytes, *, turns: bool = True) -> None:
        """Takes in Exif, which says how the picture is turned only where browsers look for it."""
        found = read_exif(content)
        if turns and self.orientation == 1:
            self.orientation = found.orientation
        self.has_place = self.has_place or found.has_place
        self.words += found.words

    def xmp(self, content: bytes) -> None:
        self.has_place = self.has_place or _PLACE.search(content) is not None
        self.text(content)

    def photoshop(self, content: bytes) -> None:
        """Takes in Photoshop's resources, of which one holds IPTC."""
        for tag, value in _datasets(content):
            self.has_place = self.has_place or tag in _IPTC_PLACES
            self.text(value)

    def text(self, content: bytes) -> None:
        self.words.append(content[:_MOST_TEXT].decode("utf-8", "replace"))

    def named(self, name: bytes, content: bytes) -> None:
        """Takes in a text with a name, as PNG has them; ImageMagick packs everything so ("Raw profile type …")."""
        if name.startswith(b"Raw profile type "):
            raw = _unpacked_profile(content)
            sort = name.removeprefix(b"Raw profile type ").lower()
            if sort in (b"exif", b"app1"):
                self.exif(raw, turns=False)
            if sort in (b"xmp", b"app1"):
                self.xmp(raw)
            if sort in (b"iptc", b"8bim"):
                self.photoshop(raw)
        elif name == b"XML:com.adobe.xmp":
            self.xmp(content)
        else:
            self.has_place = self.has_place or _PLACE.search(name) is not None
            self.text(name + b": " + content)


def inflated(content: bytes) -> bytes:
    """A packed text, as far as anybody would read it; empty when it is spoilt."""
    try:
        return zlib.decompressobj().decompress(content, _MOST_TEXT)
    except zlib.error:
        return b""


def _unpacked_profile(content: bytes) -> bytes:
    """A name, a length, and the bytes in hexadecimal, on lines."""
    try:
        return bytes.fromhex(b"".join(content.split()[2:]).decode("ascii"))
    except ValueError:
        return b""


_DATASET = re.compile(rb"\x1c\x02(.)(..)", re.DOTALL)


def _datasets(content: bytes) -> Iterator[tuple[int, bytes]]:
    for found in _DATASET.finditer(content):
        length = int.from_bytes(found[2], "big")
        value = content[found.end() : found.end() + length]
        if value and len(value) == length:
            yield found[1][0], value
