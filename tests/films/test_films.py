"""Films are looked at by their heads: how long they are, how they are coded, and what they tell."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.films import cleaned, look_at
from tests.films.made import PLACE, TAGS, box, element, mp4, track, webm
from tests.hub import DANISH_HUB

APPLE = box(
    b"meta", bytes(4),
    box(b"keys", bytes(4), struct.pack(">I", 1), box(b"mdta", b"com.apple.quicktime.location.ISO6709")),
    box(b"ilst", b"+56.1500+010.2000/"),
)  # fmt: skip
XMP = box(b"uuid", bytes.fromhex("be7acfcb97a942e89c71999491e3afac"), b"<exif:GPSLatitude>56,9.0N</exif:GPSLatitude>")


def film(folder: Path, content: bytes, name: str = "a.mp4") -> Path:
    (folder / name).write_bytes(content)
    return folder / name


def test_a_film_of_the_hub_is_read() -> None:
    found = look_at(DANISH_HUB / "content/videos/find-et-forloeb.mp4")

    assert (found.form, found.seconds, found.unplayed, found.has_place, found.tracks) == ("MP4", 24.0, (), False, False)


@pytest.mark.parametrize(
    ("content", "form", "seconds", "unplayed"),
    [
        (mp4(75.5), "MP4", 75.5, ()),
        (mp4(4, (b"hvc1",)), "MP4", 4, ("HEVC (H.265)",)),
        (mp4(4, (b"avc1", b"zzzz")), "MP4", 4, ("zzzz",)),
        (mp4(4, (b"apcn",), brand=b"qt  "), "QuickTime", 4, ("Apple ProRes",)),
        (mp4(0, (b"av01",), box(b"mvex", box(b"mehd", bytes(4), struct.pack(">I", 9000)))), "MP4", 9, ()),
        (mp4(0), "MP4", None, ()),
        (webm(75.5), "WebM", 75.5, ()),
        (webm(None), "WebM", None, ()),
        (webm(4, b"V_MPEG4/ISO/AVC", form=b"matroska"), "Matroska", 4, ("V_MPEG4/ISO/AVC",)),
    ],
)
def test_length_and_coding_are_read_from_the_file(
    tmp_path: Path, content: bytes, form: str, seconds: float | None, unplayed: tuple[str, ...]
) -> None:
    found = look_at(film(tmp_path, content))

    assert (found.form, found.seconds, found.unplayed) == (form, seconds, unplayed)


@pytest.mark.parametrize(
    "content",
    [b"", b"words " * 100, mp4()[:-70], mp4()[:40], box(b"ftyp", b"isom", bytes(4)) + box(b"mdat"),
     webm()[:-40], webm()[:20],
     box(b"ftyp", b"isom", bytes(4)) + struct.pack(">I", 4) + b"moov",
     box(b"ftyp", b"isom", bytes(4)) + box(b"free") * 200_000],
)  # fmt: skip
def test_what_is_no_whole_film_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        look_at(film(tmp_path, content))


def test_a_recording_that_did_not_know_its_length_is_read(tmp_path: Path) -> None:
    endless = b"\x01" + b"\xff" * 7
    head = element(0x1A45DFA3, element(0x4282, b"webm"))
    tracks = element(0x1654AE6B, element(0xAE, element(0x83, b"\1"), element(0x86, b"V_VP8")))
    content = head + b"\x18\x53\x80\x67" + endless + tracks + b"\x1f\x43\xb6\x75" + endless + bytes(64)

    assert look_at(film(tmp_path, content)).seconds is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.mp4", mp4(4, (b"avc1",), box(b"udta", PLACE))),
        ("a.mp4", mp4(4, (b"avc1",), box(b"udta", box(b"loci", bytes(4), b"Aarhus\0")))),
        ("a.mp4", mp4(4, (b"avc1",), APPLE)),
        ("a.mp4", mp4() + XMP),
        ("a.webm", webm(4, b"V_VP9", TAGS)),
    ],
    ids=["telephone", "3GPP", "Apple", "XMP", "WebM"],
)
def test_a_place_is_found_and_empty_space_published_instead(tmp_path: Path, name: str, content: bytes) -> None:
    file = film(tmp_path, content, name)
    ((path, other),) = cleaned([("videos/files/a", file)], tmp_path / "cache")
    before, after = look_at(file), look_at(other)

    assert before.has_place
    assert not after.has_place
    assert (after.seconds, after.unplayed, after.spare) == (before.seconds, before.unplayed, ())
    assert (path, other.stat().st_size, file.read_bytes()) == ("videos/files/a", len(content), content)
    assert not any(word in other.read_bytes() for word in (b"56.15", b"Aarhus", b"56,9"))


def test_a_film_that_tells_no_place_is_published_as_it_is(tmp_path: Path) -> None:
    file = film(tmp_path, mp4(4, (b"avc1",), box(b"udta", box(b"\xa9too", b"a program"))))

    assert cleaned([("a", file)], tmp_path / "cache") == (("a", file),)
    assert not (tmp_path / "cache").exists()


def test_what_lies_in_the_cache_is_not_trusted(tmp_path: Path) -> None:
    file = film(tmp_path, mp4(4, (b"avc1",), box(b"udta", PLACE)))
    ((_, made),) = cleaned([("a", file)], tmp_path / "cache")
    whole = made.read_bytes()
    made.write_bytes(b"another")

    assert cleaned([("a", file)], tmp_path / "cache")[0][1].read_bytes() == whole


@pytest.mark.parametrize("code", [b"gpmd", b"camm", b"rtmd"])
def test_a_track_of_places_is_told(tmp_path: Path, code: bytes) -> None:
    assert look_at(film(tmp_path, mp4(4, (b"avc1",), track(code, b"meta")))).tracks
    assert not look_at(film(tmp_path, mp4(4, (b"avc1",), track(b"text", b"text")))).tracks


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([mp4(4, (b"avc1",), APPLE), webm(4, b"V_VP9", TAGS)]), st.data())
def test_no_spoilt_bytes_surprise_it(tmp_path: Path, content: bytes, data: st.DataObject) -> None:
    spoilt = bytearray(content)
    for _ in range(data.draw(st.integers(1, 4))):
        spoilt[data.draw(st.integers(0, len(spoilt) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = look_at(film(tmp_path, bytes(spoilt)))
    except ValueError:
        return

    assert all(0 <= span.start < span.end <= len(spoilt) for span in found.spare)
