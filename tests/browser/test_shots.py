"""`hub shots` takes the pictures that guides describe, leaves those that show the same, and says what is gone."""

from __future__ import annotations

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from generator.build.pipeline import build
from generator.cli import main
from tests.hub import ENGLISH_HUB, changed

GUIDE = "content/guides/find-a-course.yml"
STORED = (
    "{file: list.png, alt: A list of two courses., highlight: "
    "[{x: 0.1, y: 0.1, width: 0.5, height: 0.2, label: The first course}]}"
)
DESCRIBED = (
    "{alt: A list of two courses., shot: "
    '{page: courses/, element: main, highlight: [{element: ".hub-card", label: The first course}]}}'
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hub with one described picture, built."""
    root = tmp_path_factory.mktemp("built") / "hub"
    shutil.copytree(ENGLISH_HUB, root)
    changed(
        root / "content/vocabulary/functions.yml", lambda text: text.replace("label: Give feedback", "label: Rivers")
    )
    changed(root / GUIDE, lambda text: text.replace(STORED, DESCRIBED))
    build(root / "site_config.yml", root / "site")
    return root


@pytest.fixture
def hub(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy that a test can change, where people stand who type the command."""
    root = shutil.copytree(built, tmp_path / "hub")
    monkeypatch.chdir(root)
    return root


def shots(*arguments: str) -> Result:
    """What the command says and returns. Other tests may have a browser open on this thread."""
    with ThreadPoolExecutor(1) as own:
        words = ["shots", "--language", "en", *arguments]
        return own.submit(CliRunner().invoke, main, words, catch_exceptions=False).result()


def described(hub: Path, old: str, new: str) -> None:
    changed(hub / GUIDE, lambda text: text.replace(old, new))


def taken(hub: Path) -> list[Path]:
    return sorted((hub / "content/guides/shots").glob("*.png"))


def test_a_picture_is_taken_and_the_guide_shows_it_with_its_frames(hub: Path) -> None:
    said = shots()
    build(hub / "site_config.yml", hub / "site")
    html = (hub / "site/guides/find-a-course/index.html").read_text("utf-8")

    assert (said.exit_code, said.stderr) == (0, "")
    (picture,) = taken(hub)
    frames = json.loads(picture.with_suffix(".json").read_text("utf-8"))
    assert len(frames) == 1
    assert all(0 <= share <= 1 for share in frames[0])
    with Image.open(picture) as shown:
        assert shown.width > 400
    assert f'src="../../guides/files/shots/{picture.name}"' in html
    assert "<li>The first course</li>" in html
    assert "<rect " in html


def test_a_picture_that_shows_the_same_is_left_alone(hub: Path) -> None:
    shots()
    (before,) = taken(hub)
    time = before.stat().st_mtime_ns

    assert shots().stdout == "Pictures that show what is there: 1.\n"
    assert before.stat().st_mtime_ns == time


def test_a_page_that_looks_different_is_taken_anew(hub: Path) -> None:
    shots()
    (picture,) = taken(hub)
    before = picture.read_bytes()
    page = hub / "site/courses/index.html"
    changed(page, lambda html: html.replace("</h1>", " for all of us</h1>"))

    assert picture.relative_to(hub).as_posix() in shots().stdout
    assert picture.read_bytes() != before


def test_a_picture_that_is_described_anew_replaces_the_old_one(hub: Path) -> None:
    shots()
    (before,) = taken(hub)
    described(hub, "element: main", "element: main, scheme: dark")
    said = shots()
    (after,) = taken(hub)

    assert before.name != after.name
    assert f"{before.relative_to(hub).as_posix()} is removed" in said.stdout
    assert not before.with_suffix(".json").exists()


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        ("page: courses/", "page: gone/", "shot-page", "gone/"),
        ('element: ".hub-card"', 'element: ".gone"', "shot-element", '".gone"'),
        ("element: main", "element: .gone", "shot-element", ".gone"),
        ("page: courses/", "page: courses/, actions: [{click: .gone}]", "shot-element", ".gone"),
    ],
)
def test_what_is_gone_is_told_with_its_place(hub: Path, old: str, new: str, code: str, place: str) -> None:
    described(hub, old, new)
    said = shots("--check", "--format", "json")
    (problem,) = json.loads(said.stdout)["problems"]
    line = (hub / GUIDE).read_text("utf-8").splitlines()[problem["line"] - 1]

    assert said.exit_code == 1
    assert (problem["code"], problem["file"]) == (code, GUIDE)
    assert line[problem["column"] - 1 :].startswith(place) or line[problem["column"] - 2 :].startswith(place)
    assert taken(hub) == []


def test_a_button_that_is_called_something_else_is_told(hub: Path) -> None:
    changed(hub / "content/vocabulary/functions.yml", lambda text: text.replace("label: Rivers", "label: Renamed"))
    said = shots("--check", "--format", "json")
    (problem,) = json.loads(said.stdout)["problems"]

    assert (problem["code"], problem["line"]) == ("shot-label", 16)


def test_a_check_takes_nothing(hub: Path) -> None:
    assert shots("--check").exit_code == 0
    assert taken(hub) == []


def test_a_site_without_an_address_is_told(hub: Path) -> None:
    described(hub, "page: courses/", "site: platform, page: courses/")
    said = shots("--format", "json")

    assert said.exit_code == 1
    assert json.loads(said.stdout)["problems"][0]["code"] == "shot-site"


def test_another_site_is_photographed_when_the_configuration_names_it(hub: Path) -> None:
    described(hub, "page: courses/", "site: platform, page: courses/")
    nobody = "http://127.0.0.1:9/"
    changed(hub / "site_config.yml", lambda text: text.replace("hub:", f"hub:\n      sites: {{platform: {nobody!r}}}"))
    said = shots("--format", "json")

    assert json.loads(said.stdout)["problems"][0]["code"] == "shot-page"
