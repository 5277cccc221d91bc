"""The old site stays until the new one is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build.links import broken_links
from generator.build.output import MARKER, replacing
from generator.problems.problem import HubError


def test_the_new_site_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for text in ("old", "new"):
        with replacing(site, sources=()) as staging:
            (staging / "index.html").write_text(text)

    assert (site / "index.html").read_text() == "new"
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site.lock", "site"]


def test_a_build_that_fails_leaves_the_old_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with replacing(site, sources=()) as staging:
        (staging / "index.html").write_text("old")
    with pytest.raises(RuntimeError), replacing(site, sources=()) as staging:  # noqa: PT012  # the block is the case
        (staging / "index.html").write_text("half")
        raise RuntimeError

    assert (site / "index.html").read_text() == "old"
    assert not list(tmp_path.glob(".site.building-*"))


def test_what_a_killed_build_left_is_swept_away(tmp_path: Path) -> None:
    (tmp_path / ".site.building-x").mkdir()
    with replacing(tmp_path / "site", sources=()):
        pass

    assert not (tmp_path / ".site.building-x").exists()


@pytest.mark.parametrize("place", [".", "content", "content/site"])
def test_sources_are_never_overwritten(tmp_path: Path, place: str) -> None:
    content = tmp_path / "content"
    content.mkdir()
    with pytest.raises(HubError), replacing(tmp_path / place, sources=(content,)):
        pass


def test_a_folder_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "thesis.txt").write_text("mine")
    with pytest.raises(HubError), replacing(site, sources=()):
        pass

    assert (site / "thesis.txt").read_text() == "mine"


def test_home_and_root_are_refused() -> None:
    for place in (Path.home(), Path("/")):
        with pytest.raises(HubError), replacing(place, sources=()):
            pass


def test_two_builds_at_once_are_kept_apart(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with replacing(site, sources=()), pytest.raises(HubError), replacing(site, sources=()):
        pass

    assert (site / MARKER).exists()


def test_a_link_to_nowhere_is_found(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<a href="a/">a</a><a href="b/#here">b</a><a href="https://example.dk/">c</a>')
    (tmp_path / "b").mkdir()
    (tmp_path / "b/index.html").write_text('<a href="../#x">x</a><p id="there">')

    assert {problem.values["link"] for problem in broken_links(tmp_path)} == {"a/", "b/#here", "../#x"}
