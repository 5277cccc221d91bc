"""The old site stays until the new one is whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.build import site_swap
from generator.build.links import broken_links
from generator.build.marker import MARKER
from generator.build.site_swap import replacing
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


OTHERS = {
    ".git/config": "[core]", ".git/objects/ab/cdef": "x", "CNAME": "hub.example.dk", ".well-known/security.txt": "mail",
    ".nojekyll": "", "courses/mine.txt": "notes", "Æ ø/å.txt": "å",
}  # fmt: skip


def built(site: Path, *pages: str, text: str = "page") -> None:
    with replacing(site, sources=()) as staging:
        for page in pages:
            (staging / page).parent.mkdir(parents=True, exist_ok=True)
            (staging / page).write_text(text, "utf-8")


def add(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")


def there(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != MARKER)
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def test_what_a_build_did_not_write_stays(tmp_path: Path) -> None:
    site = tmp_path / "site"
    built(site, "index.html", "courses/old/index.html")
    add(site, OTHERS)
    (site / "linked").symlink_to(".git")
    for _ in range(2):
        built(site, "index.html", "courses/new/index.html")

    assert there(site) == {**OTHERS, "index.html": "page", "courses/new/index.html": "page"}
    assert (site / "linked").is_symlink()


def test_of_a_site_of_an_earlier_version_what_is_hidden_stays(tmp_path: Path) -> None:
    site = tmp_path / "site"
    add(site, {MARKER: "", "gone/index.html": "old", **OTHERS})
    built(site, "index.html")

    assert there(site) == {
        "index.html": "page", **{path: text for path, text in OTHERS.items() if path[0] == "." or path == "CNAME"}
    }  # fmt: skip


def test_a_page_of_the_new_site_wins_over_a_file_or_folder_of_others(tmp_path: Path) -> None:
    site = tmp_path / "site"
    built(site, "index.html")
    add(site, {"a/index.html": "mine", "b": "mine", "c.html/mine": "mine"})
    built(site, "a/index.html", "b/index.html", "c.html")

    assert there(site) == {"a/index.html": "page", "b/index.html": "page", "c.html": "page"}


def test_what_others_have_is_not_kept_beside_the_site_too(tmp_path: Path) -> None:
    site, aside = tmp_path / "site", tmp_path / "aside"
    built(site, "index.html")
    add(site, OTHERS)
    with replacing(site, sources=(), aside=lambda: aside) as staging:
        (staging / "index.html").write_text("new")

    assert there(aside) == {"index.html": "page"}
    assert not (aside / ".git").exists()


@pytest.mark.parametrize("mask", [0o022, 0o077, 0o777])
def test_a_site_can_be_read_by_everybody_whatever_the_umask(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        built(tmp_path / "site", "index.html", "courses/a/index.html")
        assert os.umask(mask) == mask
    finally:
        os.umask(before)

    modes = {oct(path.stat().st_mode & 0o777) for path in (tmp_path / "site").rglob("*") if path.is_file()}
    folders = {oct(path.stat().st_mode & 0o777) for path in (tmp_path / "site", *(tmp_path / "site").rglob("*/"))}
    assert (modes, folders) == ({"0o644"}, {"0o755"})


@pytest.mark.parametrize("make", ["link", "pipe", "folder"])
def test_a_lock_that_is_none_of_ours_is_neither_followed_nor_emptied(tmp_path: Path, make: str) -> None:
    thesis, lock = tmp_path / "thesis", tmp_path / ".site.lock"
    thesis.write_text("mine")
    {"link": lambda: lock.symlink_to("thesis"), "pipe": lambda: os.mkfifo(lock), "folder": lock.mkdir}[make]()
    if make == "pipe":
        built(tmp_path / "site", "index.html")  # it holds nothing that could be lost, and nobody waits for it
    else:
        with pytest.raises(HubError, match="no lock"):
            built(tmp_path / "site", "index.html")

    assert thesis.read_text() == "mine"


@pytest.mark.parametrize("place", ["x/../content/out", "link/site", "link", "pages", "pages/site", "s/../content"])
def test_no_detour_leads_to_the_sources(tmp_path: Path, place: str) -> None:
    for name in ("content", "x", "s", "pages"):
        (tmp_path / name).mkdir()
    (tmp_path / "link").symlink_to("content")
    with pytest.raises(HubError), replacing(tmp_path / place, sources=(tmp_path / "content", tmp_path / "pages")):
        pass


def test_a_source_that_is_a_link_is_the_folder_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "content").symlink_to("elsewhere")
    with pytest.raises(HubError), replacing(tmp_path / "elsewhere/site", sources=(tmp_path / "content",)):
        pass


@pytest.mark.parametrize("name", ["s[12]", "*", "s?"])
def test_a_name_is_no_pattern(tmp_path: Path, name: str) -> None:
    other = tmp_path / ".s1.building-x"
    other.mkdir()
    built(tmp_path / name, "index.html")

    assert other.exists()


def test_every_file_is_on_the_disk_before_the_site_is_swapped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(site_swap, "sync_files", lambda folder: seen.append(f"sync {len(list(folder.iterdir()))}"))
    monkeypatch.setattr(site_swap, "_swap", lambda *_: seen.append("swap"))
    built(tmp_path / "site", "index.html")

    assert seen == ["sync 2", "swap"]


def test_a_link_to_nowhere_is_found(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<a href="a/">a</a><a href="b/#here">b</a><a href="https://example.dk/">c</a>')
    (tmp_path / "b").mkdir()
    (tmp_path / "b/index.html").write_text('<a href="../#x">x</a><p id="there">')

    assert {problem.values["link"] for problem in broken_links(tmp_path)} == {"a/", "b/#here", "../#x"}
