"""Pictures are made in the widths that screens need, once for each content, and a spoilt cache is never trusted."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from PIL import Image

from generator.build.pipeline import PICTURES
from generator.content.validate import check_content
from generator.engine import load_config
from generator.images import made_sizes, shown_size, widths
from generator.kinds import KINDS
from tests.hub import DANISH_HUB, changed, copied

GUIDE = "content/guides/soeg-i-hubben.yml"
PICTURE = "content/guides/pictures/forside.png"
ORIENTATION = 0x0112


def screen(file: Path, size: tuple[int, int] = (1280, 720)) -> Path:
    """A drawing with an even ground, as screens have."""
    picture = Image.new("RGB", size, "#f4f4f4")
    picture.paste("#1d4f76", (40, 40, size[0] // 2, size[1] // 2))
    picture.save(file)
    return file


def sizes(made: tuple[tuple[str, Path], ...]) -> dict[str, tuple[int, int]]:
    found = {}
    for path, file in made:
        with Image.open(file) as picture:
            found[path] = picture.size
    return found


@pytest.mark.parametrize(
    ("width", "made"),
    [(8, (8,)), (480, (480,)), (520, (520,)), (1280, (480, 800, 1280)), (4000, (480, 800, 1200, 1800, 2400))],
)
def test_no_copy_is_wider_than_the_picture_or_than_any_screen(width: int, made: tuple[int, ...]) -> None:
    assert widths(width, 8) == made


@pytest.mark.parametrize("size", [(1000, 17_000), (2400, 16_383), (16_000, 2), (1, 20_000), (65_500, 1), (2400, 1800)])
def test_no_copy_is_larger_than_its_format_holds_or_a_telephone_shows(size: tuple[int, int]) -> None:
    for width in widths(*size):
        height = width * size[1] / size[0]

        assert width <= 2400
        assert width == 1 or (height <= 16_383 and width * height <= 8_000_000)


def test_a_very_long_screenshot_is_made(tmp_path: Path) -> None:
    file = screen(tmp_path / "a.png", (100, 17_000))
    made = sizes(made_sizes([("a.png", file)], tmp_path / "cache"))

    assert made == {"a.png.96.webp": (96, 16_320)}
    assert sizes(made_sizes([("a.png", screen(tmp_path / "b.png", (1, 20_000)))], tmp_path / "cache")) == {
        "a.png.1.webp": (1, 16_383)
    }


def test_one_picture_under_many_names_is_made_once_by_threads_that_know_each_other(tmp_path: Path) -> None:
    file = screen(tmp_path / "a.png")
    made = made_sizes([(f"{number}.png", file) for number in range(20)], tmp_path / "cache")

    assert len(made) == 60
    assert len({copy for _, copy in made}) == 3
    assert sorted(copy.name for _, copy in made[:3]) == sorted(one.name for one in (tmp_path / "cache").iterdir())


def test_copies_keep_the_shape_and_are_smaller_than_what_was_given(tmp_path: Path) -> None:
    file = screen(tmp_path / "a.png")
    made = made_sizes([("guides/files/a.png", file)], tmp_path / "cache")

    assert sizes(made) == {
        "guides/files/a.png.480.webp": (480, 270),
        "guides/files/a.png.800.webp": (800, 450),
        "guides/files/a.png.1280.webp": (1280, 720),
    }
    assert all(copy.stat().st_size < file.stat().st_size for _, copy in made)


def test_a_photograph_is_turned_as_the_camera_was_held(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    Image.new("RGB", (400, 300), "#206080").save(tmp_path / "a.jpg", exif=exif)

    assert shown_size(tmp_path / "a.jpg") == (300, 400)
    assert sizes(made_sizes([("a.jpg", tmp_path / "a.jpg")], tmp_path / "cache")) == {"a.jpg.300.webp": (300, 400)}


def test_what_was_made_once_is_used_again(tmp_path: Path) -> None:
    file = screen(tmp_path / "a.png")
    first = made_sizes([("a.png", file)], tmp_path / "cache")
    times = [copy.stat().st_mtime_ns for _, copy in first]

    assert made_sizes([("b.png", file)], tmp_path / "cache") == tuple(
        (path.replace("a.png", "b.png"), copy) for path, copy in first
    )
    assert [copy.stat().st_mtime_ns for _, copy in first] == times


def test_a_spoilt_copy_is_made_again(tmp_path: Path) -> None:
    file = screen(tmp_path / "a.png")
    made = made_sizes([("a.png", file)], tmp_path / "cache")
    whole = [copy.read_bytes() for _, copy in made]
    made[0][1].write_bytes(whole[0][:100])

    assert [copy.read_bytes() for _, copy in made_sizes([("a.png", file)], tmp_path / "cache")] == whole


def test_nothing_but_a_still_picture_comes_out_of_the_cache(tmp_path: Path) -> None:
    file = screen(tmp_path / "a.png")
    made = made_sizes([("a.png", file)], tmp_path / "cache")
    planted = b"<script>alert(1)</script>"
    key = made[0][1].stem.rpartition("-")[0]
    made[0][1].unlink()
    (tmp_path / "cache" / f"{key}-{hashlib.sha256(planted).hexdigest()[:16]}.webp").write_bytes(planted)

    assert [copy.read_bytes()[8:12] for _, copy in made_sizes([("a.png", file)], tmp_path / "cache")] == [b"WEBP"] * 3


def test_a_picture_that_was_replaced_is_measured_anew(tmp_path: Path) -> None:
    assert shown_size(screen(tmp_path / "a.png", (64, 48))) == (64, 48)
    assert shown_size(screen(tmp_path / "a.png", (640, 480))) == (640, 480)


def test_a_guide_offers_its_picture_in_several_widths_with_its_size_set(danish_site: Path) -> None:
    html = (danish_site / "guides/soeg-i-hubben/index.html").read_text("utf-8")

    assert "pictures/forside.png.480.webp 480w, " in html
    assert 'width="1280" height="720"' in html
    assert (danish_site / "guides/files/pictures/forside.png.480.webp").is_file()
    assert (DANISH_HUB / PICTURES).is_dir()


def test_a_photograph_that_ends_too_soon_is_told(tmp_path: Path) -> None:
    hub = copied(tmp_path / "hub")
    changed(hub / GUIDE, lambda text: text.replace("pictures/forside.png", "pictures/a.jpg"))
    Image.effect_noise((400, 300), 80).convert("RGB").save(hub / "content/guides/pictures/a.jpg")
    whole = (hub / "content/guides/pictures/a.jpg").read_bytes()
    (hub / "content/guides/pictures/a.jpg").write_bytes(whole[: len(whole) // 2])
    problems = check_content(hub, load_config(hub / "site_config.yml").settings, KINDS).problems

    assert [problem.rule.code for problem in problems] == ["picture-unreadable"]
