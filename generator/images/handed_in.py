"""Pictures as people hand them in, made anew before they are kept: upright, and with nothing said beside them."""

from __future__ import annotations

import io
from collections.abc import Callable, Collection

from PIL import Image, ImageOps

from generator.images.container import contained, form_of
from generator.problems.problem import HubError

_MOST_PIXELS = 100_000_000
_WIDEST = 2400
"""Pixels of the longer side that is kept: twice what the widest screen shows of a page."""
_QUALITY = 88
_HEIC = frozenset({b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif"})
Box = Callable[[int, int], tuple[int, int, int, int]]
"""What is left of a picture of that width and height, in pixels: left, upper, right and lower edge."""


def refuse_of_phones(name: str, content: bytes, suffixes: Collection[str]) -> None:
    """HubError for what phones make and browsers do not show, by what it is and not by what it is called."""
    brand = content[8:12].lower() if content[4:8] == b"ftyp" else b""
    if brand in _HEIC:
        raise HubError(
            "“{name}” is a HEIC picture, which browsers do not show.",
            "On the phone, choose Settings, Camera, Formats, Most Compatible, and take it again; or send it to "
            "yourself by mail, which makes it a JPEG.",
            name=name,
        )
    if brand.startswith(b"qt") or (brand and ".mp4" not in suffixes):
        raise HubError(
            "“{name}” is a film from a phone or camera.",
            "Save it as MP4 (H.264), and write a video with it. A guide can then point to a moment of it.", name=name,
        )  # fmt: skip


def made_anew(
    name: str, content: bytes, suffixes: Collection[str], box: Box | None = None
) -> tuple[bytes, str]:  # fmt: skip
    """The picture cut and not larger than screens need, and its suffix. HubError when it cannot be read.

    A WebP file that is all of that already stays as it is: forms on the site have made it in the browser.
    """
    if box is None and ".webp" in suffixes and _is_ready(content):
        return content, ".webp"
    try:
        with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise HubError("“{name}” is too large to be shown.", "Make it smaller, and choose it again.", name=name)
            form = opened.format
            upright = ImageOps.exif_transpose(opened)
            upright = upright.crop(box(*upright.size)) if box else upright
            upright.thumbnail((_WIDEST, _WIDEST), Image.Resampling.LANCZOS)
            is_photo = form == "JPEG" and ".jpg" in suffixes
            plain = upright.convert("RGB" if is_photo or "A" not in upright.getbands() else "RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise HubError(
            "“{name}” is no picture that can be read.", "Save it as JPEG or PNG, and choose it again.", name=name
        ) from error
    made = io.BytesIO()
    if is_photo:
        plain.save(made, "JPEG", quality=_QUALITY, optimize=True)
        return made.getvalue(), ".jpg"
    if form == "WEBP" and ".webp" in suffixes:  # as PNG, a photograph would be many times as large
        plain.save(made, "WEBP", quality=_QUALITY, lossless=b"VP8L" in content[:200])
        return made.getvalue(), ".webp"
    plain.save(made, "PNG", optimize=True)
    return made.getvalue(), ".png"


def _is_ready(content: bytes) -> bool:
    """Whether it is a WebP picture that can be kept as it is."""
    if form_of(content) != "WEBP":
        return False
    try:
        picture = contained(content)
        with Image.open(io.BytesIO(content), formats=("WEBP",)) as opened:
            opened.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False
    return picture.bare == content and not picture.moves and max(picture.stored) <= _WIDEST
