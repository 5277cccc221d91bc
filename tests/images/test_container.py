"""Pictures are taken apart without decoding: what is said beside them is found wherever it lies, and left out."""

from __future__ import annotations

import io
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.images.container import contained, form_of
from tests.images.made import (
    IPTC,
    XMP,
    at_the_end,
    behind_the_start,
    chunk,
    exif,
    picture,
    raw_profile,
    riff,
    saved,
    segment,
    tiff,
)

PNG, JPEG, WEBP = saved("PNG"), saved("JPEG"), saved("WEBP", lossless=True)
EXTENDED = saved("WEBP", exif=exif(place=False), lossless=True)
ITXT = chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP)
LOCATED = {
    "png-exif": saved("PNG", exif=exif()),
    "png-exif-behind": at_the_end(PNG, chunk(b"eXIf", tiff())),
    "png-xmp": PNG[:33] + ITXT + PNG[33:],
    "png-xmp-behind": at_the_end(PNG, ITXT),
    "png-raw-exif": saved("PNG", pnginfo=raw_profile("exif", exif().tobytes())),
    "png-raw-app1": saved("PNG", pnginfo=raw_profile("APP1", exif().tobytes())),
    "png-raw-iptc": saved("PNG", pnginfo=raw_profile("iptc", IPTC.removeprefix(b"Photoshop 3.0\0"))),
    "png-text": at_the_end(PNG, chunk(b"tEXt", b"exif:GPSLatitude\0" + b"56/1, 9/1, 0/1")),
    "jpeg-exif": saved("JPEG", exif=exif()),
    "jpeg-xmp": behind_the_start(JPEG, segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP)),
    "jpeg-more-xmp": behind_the_start(JPEG, segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + XMP)),
    "jpeg-iptc": behind_the_start(JPEG, segment(0xED, IPTC)),
    "mpo": saved("MPO", exif=exif(), save_all=True, append_images=[picture()]),
    "mpo-second": saved("JPEG") + saved("JPEG", exif=exif()),
    "webp-exif": saved("WEBP", exif=exif()),
    "webp-xmp": saved("WEBP", xmp=XMP),
    "webp-xmp-unflagged": riff(EXTENDED, b"XMP ", XMP),
}


@pytest.mark.parametrize("name", LOCATED)
def test_a_place_is_found_in_whatever_part_it_lies_and_no_part_goes_out(name: str) -> None:
    found = contained(LOCATED[name])
    again = contained(found.bare)

    assert found.has_place
    assert not again.has_place
    assert again.words == ()
    assert (again.size, again.form, again.bare) == (found.size, found.form, found.bare)
    assert b"GPS" not in found.bare
    assert b"Telefon" not in found.bare


@pytest.mark.parametrize("name", LOCATED)
def test_the_picture_itself_stays_bit_by_bit(name: str) -> None:
    with (
        Image.open(io.BytesIO(LOCATED[name])) as before,
        Image.open(io.BytesIO(contained(LOCATED[name]).bare)) as after,
    ):
        before.seek(0)

        assert after.mode == before.mode
        assert after.tobytes() == before.tobytes()
        assert after.format in ("PNG", "JPEG", "WEBP")


@pytest.mark.parametrize("content", [PNG, JPEG, WEBP], ids=["PNG", "JPEG", "WebP"])
def test_a_picture_that_says_nothing_is_left_as_it_is(content: bytes) -> None:
    assert contained(content).bare == content
    assert not contained(content).has_place


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "MPO"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_how_the_camera_was_held_is_all_that_stays(form: str, orientation: int) -> None:
    how = {"save_all": True, "append_images": [picture()]} if form == "MPO" else {}
    found = contained(saved(form, exif=exif(orientation=orientation), **how))
    again = contained(found.bare)

    assert (found.stored, found.orientation) == ((64, 48), orientation)
    assert found.size == ((48, 64) if orientation > 4 else (64, 48))
    assert (again.orientation, again.size, again.words) == (found.orientation, found.size, ())


def test_colours_keep_their_profile() -> None:
    profile = b"\0" * 128
    for form in ("PNG", "JPEG", "WEBP"):
        with Image.open(io.BytesIO(contained(saved(form, icc_profile=profile, exif=exif())).bare)) as bare:
            assert bare.info["icc_profile"] == profile


def test_what_is_said_beside_a_picture_can_be_read() -> None:
    assert "Telefon" in contained(saved("JPEG", exif=exif())).words
    assert contained(saved("JPEG", comment=b"Taget af klassen")).words == ("Taget af klassen",)
    assert "Comment: hello" in contained(at_the_end(PNG, chunk(b"tEXt", b"Comment\0hello"))).words


def test_a_packed_text_is_read_no_further_than_anybody_would() -> None:
    bomb = saved("PNG", pnginfo=raw_profile("exif", bytes(3_000_000)))

    assert sum(map(len, contained(bomb).words)) < 2_000_000


@pytest.mark.parametrize(
    ("content", "form"),
    [
        (PNG, "PNG"), (JPEG, "JPEG"), (LOCATED["mpo"], "JPEG"), (WEBP, "WEBP"), (saved("GIF"), "GIF"),
        (saved("TIFF"), "TIFF"), (saved("BMP"), "BMP"), (saved("EPS"), "EPS"), (saved("PDF"), "PDF"),
        (b"\0\0\0\x18ftypheic", "HEIC"), (b"\0\0\0\x18ftypavif", "AVIF"), (b"words", ""), (b"", ""),
    ],
)  # fmt: skip
def test_a_format_is_told_by_what_a_file_holds(content: bytes, form: str) -> None:
    assert form_of(content) == form


def test_frames_are_counted_whatever_the_file_promises() -> None:
    frames = {"save_all": True, "append_images": [picture().rotate(180)], "duration": 300}
    promised = PNG[:33] + chunk(b"acTL", struct.pack(">II", 4, 0)) + PNG[33:]

    assert contained(saved("PNG", **frames)).moves
    assert contained(saved("WEBP", **frames)).moves
    assert not contained(promised).moves
    assert contained(promised).bare == PNG


@settings(deadline=None)
@given(st.sampled_from([*LOCATED.values(), PNG, JPEG, WEBP]), st.data())
def test_no_spoilt_bytes_surprise_it(content: bytes, data: st.DataObject) -> None:
    spoilt = bytearray(content)
    for _ in range(data.draw(st.integers(1, 5))):
        spoilt[data.draw(st.integers(0, len(spoilt) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(spoilt[: data.draw(st.integers(0, len(spoilt)))])
    try:
        found = contained(cut)
    except ValueError:
        return

    assert contained(found.bare).bare == found.bare
