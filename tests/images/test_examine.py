"""Pictures are looked at before they are published: broken ones, giants, drawings that act, places they tell."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from generator.build.pipeline import build
from generator.content.validate import check_content
from generator.engine import load_config
from generator.images import MOST, examine, without_location
from tests.hub import changed, copied

GUIDE = "content/guides/soeg-i-hubben.yml"
PICTURE = "content/guides/pictures/forside.png"
GPS, LATITUDE, MODEL = 0x8825, 2, 0x0110


def located(file: Path, form: str) -> Path:
    """A picture from a telephone, taken in Aarhus."""
    picture = Image.new("RGB", (64, 48), "#206080")
    exif = Image.Exif()
    exif[MODEL] = "Telefon"
    exif.get_ifd(GPS).update({1: "N", LATITUDE: (56.0, 9.0, 0.0), 3: "E", 4: (10.0, 12.0, 0.0)})
    picture.save(file, form, exif=exif)
    return file


def rules(file: Path) -> list[str]:
    return [rule for rule, _ in examine(file)]


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_the_place_is_found_and_taken_out_and_the_rest_stays(tmp_path: Path, form: str) -> None:
    file = located(tmp_path / f"a.{form.lower()}", form)
    cleaned = without_location(file)

    assert rules(file) == ["picture-location"]
    assert cleaned is not None
    with Image.open(io.BytesIO(cleaned)) as picture, Image.open(file) as before:
        assert dict(picture.getexif().get_ifd(GPS)) == {}
        assert picture.getexif()[MODEL] == "Telefon"
        assert (picture.size, picture.format) == (before.size, form)


def test_a_picture_without_a_place_is_left_as_it_is(tmp_path: Path) -> None:
    Image.new("RGB", (8, 8)).save(tmp_path / "a.jpg")

    assert rules(tmp_path / "a.jpg") == []
    assert without_location(tmp_path / "a.jpg") is None


def test_a_giant_is_told_from_its_head_alone(tmp_path: Path) -> None:
    Image.new("1", (8000, MOST // 8000 + 1)).save(tmp_path / "a.png")

    assert rules(tmp_path / "a.png") == ["picture-large"]


@pytest.mark.parametrize("content", [b"", b"junk", b"\xff\xd8\xff\xe0broken", b"\x89PNG\r\n\x1a\n" + bytes(40)])
def test_what_is_no_picture_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.jpg").write_bytes(content)

    assert rules(tmp_path / "a.jpg") == ["picture-unreadable"]


@pytest.mark.parametrize(
    ("drawing", "found"),
    [
        ('<svg xmlns="http://www.w3.org/2000/svg"><rect width="4" height="4"/></svg>', []),
        ("<svg><script>alert(1)</script></svg>", ["picture-active"]),
        ('<svg onload="alert(1)"/>', ["picture-active"]),
        ("<svg><a href='javascript:text'/><ForeignObject/></svg>", ["picture-active"]),
    ],
)
def test_a_drawing_may_not_act(tmp_path: Path, drawing: str, found: list[str]) -> None:
    (tmp_path / "a.svg").write_text(drawing, "utf-8")

    assert rules(tmp_path / "a.svg") == found


def test_the_writer_is_told_at_the_place_where_the_picture_is_named(tmp_path: Path) -> None:
    root = copied(tmp_path)
    (root / PICTURE).write_bytes(b"junk")
    settings = load_config(root / "site_config.yml").settings
    found = [problem for problem in check_content(root, settings).problems if problem.span.file == GUIDE]

    assert [problem.code for problem in found] == ["picture-unreadable"]


def test_the_site_never_says_where_a_picture_was_taken(tmp_path: Path) -> None:
    root = copied(tmp_path)
    located(root / "content/guides/pictures/tur.jpg", "JPEG")
    changed(root / GUIDE, lambda text: text.replace("pictures/forside.png", "pictures/tur.jpg", 1))
    build(root / "site_config.yml", tmp_path / "site")
    published = next((tmp_path / "site").rglob("tur.jpg"))

    with Image.open(published) as picture:
        assert dict(picture.getexif().get_ifd(GPS)) == {}
