"""Pictures are decoded as people see them: upright, in eight bits, and in the colours of screens."""

from __future__ import annotations

import struct
import zlib

import pytest
from PIL import Image, ImageCms

from generator.images.container import contained
from generator.images.decode_to_srgb import UndecodableError, decoded, is_whole
from tests.images.made import behind_the_start, chunk, exif, picture, saved, segment

YELLOW = (240, 192, 64)


def near(one: object, other: tuple[int, ...], most: int = 8) -> bool:
    assert isinstance(one, tuple)
    return all(abs(a - b) <= most for a, b in zip(one, other, strict=True))


def made(
    form: str, image: Image.Image | None = None, size: tuple[int, int] | None = None, **how: object
) -> Image.Image:
    content = contained(saved(form, image, **how))
    return decoded(content, size or content.size)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "MPO"])
@pytest.mark.parametrize(("orientation", "stripe"), [(1, (32, 2)), (3, (32, 45)), (6, (45, 32)), (8, (2, 32))])
def test_it_is_turned_as_the_camera_was_held_in_every_format(
    form: str, orientation: int, stripe: tuple[int, int]
) -> None:
    how = {"quality": 95} if form != "PNG" else {}
    if form == "MPO":
        how |= {"save_all": True, "append_images": [picture()]}
    upright = made(form, exif=exif(orientation=orientation), **how)

    assert upright.size == ((48, 64) if orientation > 4 else (64, 48))
    assert near(upright.getpixel(stripe), YELLOW, 24)


def png16(*pixels: int) -> bytes:
    """Grey of 16 bits, in one row."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", len(pixels), 1, 16, 0, 0, 0, 0))
    row = zlib.compress(b"\0" + struct.pack(f">{len(pixels)}H", *pixels))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", row) + chunk(b"IEND", b"")


def test_sixteen_bits_of_grey_become_eight() -> None:
    grey = decoded(contained(png16(0, 25_700, 51_400, 65_535)), (4, 1))

    assert [grey.getpixel((x, 0)) for x in range(4)] == [(value,) * 3 for value in (0, 100, 200, 255)]


def test_four_colours_of_print_become_the_three_of_screens() -> None:
    print_ = picture().convert("CMYK")

    assert made("JPEG", print_, quality=95).mode == "RGB"
    assert near(made("JPEG", print_, quality=95).getpixel((32, 40)), (32, 96, 128))


def test_a_profile_is_followed_and_left_behind() -> None:
    grey = Image.new("RGB", (8, 8), (128, 128, 128))
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    bright = made("PNG", grey, icc_profile=_with_gamma(srgb, 1.0))

    assert near(bright.getpixel((4, 4)), (188, 188, 188), 2)  # half the light is more than half the number
    assert bright.info == {}
    assert made("PNG", grey, icc_profile=srgb).getpixel((4, 4)) == (128, 128, 128)


def _with_gamma(profile: bytes, gamma: float) -> bytes:
    """The same profile with another curve for all three colours (ICC.1, 10.18: a function of type 0)."""
    curve = b"para" + bytes(8) + struct.pack(">i", int(gamma * 65_536))
    changed = bytearray(profile + curve)
    for number in range(struct.unpack(">I", profile[128:132])[0]):
        at = 132 + 12 * number
        if profile[at : at + 4] in (b"rTRC", b"gTRC", b"bTRC"):
            changed[at + 4 : at + 12] = struct.pack(">II", len(profile), len(curve))
    changed[:4] = struct.pack(">I", len(changed))
    return bytes(changed)


@pytest.mark.parametrize("profile", [b"junk", bytes(16) + b"CMYK" + bytes(500_000), bytes(16) + b"RGB " + bytes(100)])
def test_a_spoilt_or_foreign_profile_changes_nothing(profile: bytes) -> None:
    assert made("PNG", icc_profile=profile).getpixel((32, 40)) == (32, 96, 128)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_every_mode_keeps_what_can_be_seen_through(mode: str) -> None:
    clear = Image.new("RGBA", (8, 8), (255, 255, 255, 0)).convert(mode)
    shown = made("PNG", clear)

    assert shown.mode == ("RGBA" if mode in ("LA", "RGBA", "P") and clear.has_transparency_data else "RGB")
    assert shown.getpixel((4, 4))[:3] == (255, 255, 255)


def test_it_is_made_no_larger_than_asked_for() -> None:
    assert made("JPEG", picture((640, 480)), (64, 48)).size == (64, 48)
    assert made("JPEG", picture((640, 480)), (48, 64), exif=exif(orientation=6)).size == (48, 64)


@pytest.mark.parametrize(
    "content",
    [
        saved("JPEG")[:-200],
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 1, 8, 3, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(b"\0\0\1")) + chunk(b"IEND", b""),
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 900, 900, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b""),
    ],
    ids=["cut off", "a palette that is not there", "fewer pixels than promised"],
)  # fmt: skip
def test_what_is_spoilt_is_told(content: bytes) -> None:
    picture = contained(content)

    assert not is_whole(picture)
    with pytest.raises(UndecodableError):
        decoded(picture, picture.size)


def test_a_comment_before_the_head_of_a_jpeg_is_no_hindrance() -> None:
    assert is_whole(contained(behind_the_start(saved("JPEG"), segment(0xFE, b"hello"))))
