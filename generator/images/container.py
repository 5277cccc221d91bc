"""Takes a picture's file apart without decoding it: PNG, JPEG and WebP, told by what they hold, not by their names."""

from __future__ import annotations

from dataclasses import dataclass

from generator.images import jpeg, png, webp
from generator.images.metadata_scan import Metadata
from generator.images.parse_result import Parts

_TURNED = {5, 6, 7, 8}
"""Orientations (EXIF 2.32, 4.6.4 A) that change width and height."""
_SPOKEN = {b"GIF8": "GIF", b"BM": "BMP", b"II*\0": "TIFF", b"MM\0*": "TIFF", b"%PDF": "PDF", b"%!PS": "EPS",
           b"\xc5\xd0\xd3\xc6": "EPS", b"8BPS": "PSD", b"\xff\x0a": "JPEG XL", b"\0\0\0\x0cJXL ": "JPEG XL",
           b"\0\0\0\x0cjP  ": "JPEG 2000", b"\xff\x4f\xff\x51": "JPEG 2000", b"PK\x03\x04": "ZIP", b"\0\0\x01\0": "ICO",
           b"<svg": "SVG", b"<?xml": "SVG"}  # fmt: skip
"""Other formats, by how they begin."""
_BRANDS = {b"avif": "AVIF", b"avis": "AVIF", b"heic": "HEIC", b"heix": "HEIC", b"hevc": "HEIC", b"mif1": "HEIC",
           b"msf1": "HEIC"}  # fmt: skip
SUFFIXES = {"PNG": (".png",), "JPEG": (".jpg", ".jpeg"), "WEBP": (".webp",)}
"""How files of each format that browsers show are called."""


@dataclass(frozen=True, slots=True)
class Contained:
    """A picture as its file says it is."""

    form: str
    """A key of `SUFFIXES`, which is what Pillow calls it."""
    stored: tuple[int, int]
    """Width and height in pixels as they are stored."""
    orientation: int
    moves: bool
    has_place: bool
    words: tuple[str, ...]
    """What is said in it beside the picture."""
    bare: bytes
    """The same picture with nothing in the file but what is needed to show it."""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels as people see it: turned the way the camera was held."""
        width, height = self.stored
        return (height, width) if self.orientation in _TURNED else (width, height)


def form_of(content: bytes) -> str:
    """The name of the format that a file is in, "" when it is not known."""
    if content.startswith(png.SIGNATURE):
        return "PNG"
    if content.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "WEBP"
    if content[4:8] == b"ftyp":
        return _BRANDS.get(content[8:12], "")
    return next((name for start, name in _SPOKEN.items() if content.startswith(start)), "")


def contained(content: bytes) -> Contained:
    """Takes a picture apart. ValueError when it is none of the three, or not whole."""
    form = form_of(content)
    if form not in SUFFIXES:
        raise ValueError("neither PNG, JPEG nor WebP")
    said = Metadata()
    parts: Parts = {"PNG": png.taken_apart, "JPEG": jpeg.taken_apart, "WEBP": webp.taken_apart}[form](content, said)
    if 0 in parts.size:
        raise ValueError("no pixels")
    return Contained(
        form, parts.size, said.orientation, parts.moves, said.has_place, tuple(said.words),
        parts.bare(said.orientation),
    )  # fmt: skip
