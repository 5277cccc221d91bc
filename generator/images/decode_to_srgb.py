"""Decodes a picture the way screens want it: upright, no wider than asked for, eight bits, and in sRGB."""

from __future__ import annotations

import io
import threading
from contextlib import nullcontext
from functools import cache

from PIL import Image, ImageCms, ImageOps

from generator.images.container import Contained

MOST_PIXELS = {"JPEG": 50_000_000, "PNG": 25_000_000, "WEBP": 25_000_000}
"""More are not decoded at all. A JPEG can be decoded smaller than it is; the others take up to 10 bytes each."""
_MANY = 8_000_000
_ONE = threading.Lock()
"""Pictures of many pixels are decoded one after the other, so that memory does not follow the number of processors."""
_GAP = 3.0
"""How much larger than asked for a picture may be before it is first made smaller in haste (see Pillow's `resize`)."""


class UndecodableError(ValueError):
    """The picture is spoilt."""


def decoded(picture: Contained, size: tuple[int, int]) -> Image.Image:
    """The picture in RGB or RGBA, in this size (in pixels, as people see it). UndecodableError when it is spoilt."""
    width, height = size if picture.size == picture.stored else size[::-1]
    with _ONE if picture.stored[0] * picture.stored[1] > _MANY else nullcontext():
        opened = _opened(picture, (width, height))
        try:
            plain = _plain(opened)
            if plain.size != (width, height):
                plain = plain.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=_GAP)
            return _upright(_in_srgb(plain, opened.info.get("icc_profile")), picture.orientation)
        except Exception as error:  # as below
            raise UndecodableError(str(error)) from error


def is_whole(picture: Contained) -> bool:
    """Whether all of it can be decoded: on the same way as for the copies, so that what passes can be made."""
    try:
        decoded(picture, (1, 1))
    except UndecodableError:
        return False
    return True


def _opened(picture: Contained, size: tuple[int, int]) -> Image.Image:
    """As it is stored; a JPEG perhaps already smaller, though no smaller than `size`."""
    try:
        # By the reader of its own format alone: another could be asked that starts programs (Ghostscript).
        opened = Image.open(io.BytesIO(picture.bare), formats=(picture.form,))
        opened.draft(opened.mode, size)
        opened.load()
    except Exception as error:  # Foreign bytes make decoders raise whatever there is, assertions included.
        raise UndecodableError(str(error)) from error
    return opened


def _plain(opened: Image.Image) -> Image.Image:
    """Grey or colours of eight bits, with or without transparency."""
    if opened.mode.startswith("I;16"):
        return Image.frombytes("L", opened.size, opened.tobytes()[1::2])  # the higher of two bytes
    if opened.mode in ("L", "LA", "RGB", "RGBA", "CMYK") and "transparency" not in opened.info:
        return opened
    return opened.convert("RGBA" if opened.has_transparency_data else "RGB")


def _in_srgb(plain: Image.Image, profile: object) -> Image.Image:
    if plain.mode in ("RGBA", "LA"):
        colours = _coloured(plain.convert(plain.mode.removesuffix("A")), profile)
        colours.putalpha(plain.getchannel("A"))
        return colours
    return _coloured(plain, profile)


def _coloured(plain: Image.Image, profile: object) -> Image.Image:
    """In RGB by the profile; as if there was none when it is spoilt, or one for other colours."""
    if isinstance(profile, bytes) and profile[16:20] == {"L": b"GRAY", "RGB": b"RGB ", "CMYK": b"CMYK"}[plain.mode]:
        try:
            made = ImageCms.profileToProfile(
                plain, ImageCms.ImageCmsProfile(io.BytesIO(profile)), _srgb(), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError):
            made = None
        if made is not None:
            return made
    return plain.convert("RGB")


@cache
def _srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def _upright(plain: Image.Image, orientation: int) -> Image.Image:
    if orientation != 1:
        exif = plain.getexif()
        exif[0x0112] = orientation
        ImageOps.exif_transpose(plain, in_place=True)
    plain.info.clear()
    return plain
