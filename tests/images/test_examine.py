"""Pictures are looked at before they are published: broken ones, giants, drawings that act, places they tell."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from PIL import Image

from generator.build.pipeline import build
from generator.content.validate import check_content
from generator.engine import load_config
from generator.images import MOST, examine
from generator.images.container import contained
from generator.kinds import KINDS
from tests.hub import ENGLISH_HUB, changed, copied_site
from tests.images.made import exif, picture, saved

GUIDE = "content/guides/find-a-course.yml"
PICTURE = "content/guides/list.png"


def rules(file: Path) -> list[str]:
    return [rule for rule, _ in examine(file)]


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_place_is_told(tmp_path: Path, form: str) -> None:
    (tmp_path / f"a.{form.lower()}").write_bytes(saved(form, exif=exif()))

    assert rules(tmp_path / f"a.{form.lower()}") == ["picture-location"]


def test_a_giant_is_told_from_its_head_alone(tmp_path: Path) -> None:
    Image.new("1", (8000, MOST // 8000 + 1)).save(tmp_path / "a.png")

    assert rules(tmp_path / "a.png") == ["picture-large"]


def test_more_pixels_than_are_read_are_told_before_any_is_decoded(tmp_path: Path) -> None:
    content = bytearray(saved("PNG"))
    content[16:24] = struct.pack(">II", 30_000, 30_000)
    (tmp_path / "a.png").write_bytes(content)

    assert list(examine(tmp_path / "a.png")) == [
        ("picture-limit", {"file": "a.png", "width": "30000", "height": "30000"})
    ]


def test_more_bytes_than_are_read_are_told_unread(tmp_path: Path) -> None:
    for name in ("a.png", "a.svg"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(60_000_000)

    assert [dict(values) for _, values in examine(tmp_path / "a.png")] == [
        {"file": "a.png", "size": "60", "limit": "50"}
    ]
    assert rules(tmp_path / "a.svg") == ["file-heavy"]


@pytest.mark.parametrize("content", [b"", b"junk", b"\xff\xd8\xff\xe0broken", b"\x89PNG\r\n\x1a\n" + bytes(40)])
def test_what_is_no_picture_is_told(tmp_path: Path, content: bytes) -> None:
    name = "a.png" if content.startswith(b"\x89PNG") else "a.jpg"
    (tmp_path / name).write_bytes(content)

    assert rules(tmp_path / name) == ["picture-unreadable"]


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("a.jpg", saved("PNG"), [("picture-suffix", {"form": "PNG", "wanted": "a.png"})]),
        ("a.png", saved("JPEG"), [("picture-suffix", {"form": "JPEG", "wanted": "a.jpg"})]),
        ("a.WEBP", saved("JPEG"), [("picture-suffix", {"form": "JPEG", "wanted": "a.jpg"})]),
        ("a.png", saved("GIF"), [("picture-form", {"form": "GIF"})]),
        ("a.jpg", saved("EPS"), [("picture-form", {"form": "EPS"})]),
        ("a.jpg", b"\0\0\0\x18ftypheic" + bytes(40), [("picture-form", {"form": "HEIC"})]),
        ("a.JPG", saved("JPEG"), []),
        ("a.jpeg", saved("MPO", save_all=True, append_images=[picture()]), []),
    ],
)
def test_a_name_says_what_a_file_holds(
    tmp_path: Path, name: str, content: bytes, found: list[tuple[str, dict[str, str]]]
) -> None:
    (tmp_path / name).write_bytes(content)

    assert list(examine(tmp_path / name)) == [(rule, {"file": name} | values) for rule, values in found]


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_a_picture_that_moves_is_told(tmp_path: Path, form: str) -> None:
    frames = {"save_all": True, "append_images": [picture().rotate(180)], "duration": 300}
    (tmp_path / f"a.{form.lower()}").write_bytes(saved(form, **frames))

    assert rules(tmp_path / f"a.{form.lower()}") == ["picture-moving"]


def test_a_drawing_that_acts_is_told_by_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text("<svg>\n<script>alert(1)</script>\n</svg>", "utf-8")
    (tmp_path / "b.svg").write_text("<svg><rect></svg>", "utf-8")

    assert list(examine(tmp_path / "a.svg")) == [("picture-active", {"file": "a.svg", "what": "<script>", "line": "2"})]
    assert list(examine(tmp_path / "b.svg")) == [("drawing-unreadable", {"file": "b.svg"})]


def test_the_writer_is_told_at_the_place_where_the_picture_is_named(tmp_path: Path) -> None:
    root = copied_site(ENGLISH_HUB, tmp_path)
    (root / PICTURE).write_bytes(b"junk")
    settings = load_config(root / "site_config.yml").settings
    found = [problem for problem in check_content(root, settings, KINDS).problems if problem.span.file == GUIDE]

    assert [problem.code for problem in found] == ["picture-unreadable"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a picture from a telephone, under a name that an address cannot hold as it is."""
    folder = tmp_path_factory.mktemp("site")
    root = copied_site(ENGLISH_HUB, folder / "hub")
    (root / "content/guides/100 % a#b.jpg").write_bytes(saved("JPEG", exif=exif(orientation=6)))
    changed(root / GUIDE, lambda text: text.replace("list.png", '"100 % a#b.jpg"', 1))
    build(root / "site_config.yml", folder / "site")
    return folder / "site"


def test_the_site_never_says_where_a_picture_was_taken(site: Path) -> None:
    published = contained((site / "guides/files/100 % a#b.jpg").read_bytes())

    assert (published.has_place, published.words, published.orientation) == (False, (), 6)


def test_a_name_that_an_address_cannot_hold_as_it_is_leads_to_its_file(site: Path) -> None:
    html = (site / "guides/find-a-course/index.html").read_text("utf-8")

    assert 'src="../../guides/files/100%20%25%20a%23b.jpg"' in html
    assert "100%20%25%20a%23b.jpg.48.webp 48w" in html
    assert 'width="48" height="64"' in html
