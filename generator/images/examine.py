"""Looks at pictures before they are published: whether they can be read, and what they would give away or do."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from PIL import Image, UnidentifiedImageError

RASTER = frozenset({".jpeg", ".jpg", ".png", ".webp"})
MOST = 20_000_000
"""Pixels of a picture that a phone still loads and shows well."""

_GPS = 0x8825
"""The directory of Exif (EXIF 2.32, 4.6.3) that says where a picture was taken."""
_QUALITY: Mapping[str, Mapping[str, Any]] = {"JPEG": {"quality": "keep"}, "WEBP": {"quality": 90}}
_ACTIVE = re.compile(rb"<\s*script|<\s*foreignObject|\son[a-z]+\s*=|(?:javascript|data)\s*:\s*text", re.IGNORECASE)


def examine(file: Path) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Each rule that a picture breaks, with the rule's values; other files break none. OSError when it is gone."""
    suffix = file.suffix.lower()
    if suffix == ".svg":
        if _ACTIVE.search(file.read_bytes()):
            yield "picture-active", {"file": file.name}
    elif suffix in RASTER:
        yield from _examine_raster(file)


def _examine_raster(file: Path) -> Iterator[tuple[str, Mapping[str, str]]]:
    content = file.read_bytes()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # its size is told below
            with Image.open(io.BytesIO(content)) as picture:
                picture.verify()
            with Image.open(io.BytesIO(content)) as picture:
                (width, height), has_location = picture.size, _has_location(picture)
                if picture.format != "PNG":  # whose `verify` reads it to the end; the others' look at the head alone
                    picture.draft("RGB", (1, 1))
                    picture.load()
    except (UnidentifiedImageError, Image.DecompressionBombError, SyntaxError, ValueError, OSError):
        yield "picture-unreadable", {"file": file.name}
        return
    if width * height > MOST:
        yield "picture-large", {"file": file.name, "width": str(width), "height": str(height)}
    if has_location:
        yield "picture-location", {"file": file.name}


def without_location(file: Path) -> bytes | None:
    """The picture without the place where it was taken; None when it says no place."""
    if file.suffix.lower() not in RASTER:
        return None
    with Image.open(file) as picture:
        if not _has_location(picture):
            return None
        exif = picture.getexif()
        exif.pop(_GPS, None)
        out = io.BytesIO()
        quality = (
            {"quality": "keep"} if picture.format == "JPEG" else {"quality": 90} if picture.format == "WEBP" else {}
        )
        profile = picture.info.get("icc_profile")
        picture.info.pop("xmp", None)  # it may say the place once more
        picture.save(out, picture.format, exif=exif, icc_profile=profile, **quality)
        return out.getvalue()


def _has_location(picture: Image.Image) -> bool:
    xmp = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    if b"GPSL" in (xmp if isinstance(xmp, bytes) else str(xmp).encode()):
        return True
    # Pillow would decode a whole PNG to look for Exif behind the picture, where nobody writes it.
    return not (picture.format == "PNG" and "exif" not in picture.info) and bool(picture.getexif().get_ifd(_GPS))
