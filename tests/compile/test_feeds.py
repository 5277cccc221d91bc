"""The feeds of what is new: of everything, of kinds, roles and districts; and that every page names the first."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest

from generator.engine import load_config
from generator.problems.problem import HubError
from tests.formats.valid import atom_faults
from tests.hub import changed
from tests.rebuilt import again, copy

ENTRY = "{http://www.w3.org/2005/Atom}entry"
UPDATED = "{http://www.w3.org/2005/Atom}updated"
TITLE = "{http://www.w3.org/2005/Atom}title"


def named(root: Path, *lines: str) -> Path:
    """The hub with these lines at the top of its configuration."""
    changed(root / "site_config.yml", lambda text: "\n".join([*lines, text]))
    return root


def entries(root: Path) -> list[ElementTree.Element]:
    return ElementTree.fromstring((root / "site/feeds/all.xml").read_bytes()).findall(ENTRY)


def titles(root: Path) -> list[str | None]:
    return [entry.findtext(TITLE) for entry in entries(root)]


def test_the_newest_stand_first_and_every_page_names_the_feed(tmp_path: Path) -> None:
    root = named(copy(tmp_path / "hub"), "site_url: https://hub.example.org/")
    again(root)

    days = [entry.findtext(UPDATED) or "" for entry in entries(root)]
    assert days == sorted(days, reverse=True)
    assert set(titles(root)) >= {"Rivers for year 8", "Find a course"}
    for page in ("index.html", "guides/find-a-course/index.html", "about/index.html"):
        head = (root / "site" / page).read_text("utf-8").split("</head>")[0]
        assert '<link rel="alternate" type="application/atom+xml"' in head
        assert 'href="https://hub.example.org/feeds/all.xml"' in head
    assert "feeds/all.xml" in (root / "site/index.html").read_text("utf-8").split("<main", 1)[1]


def test_what_is_updated_moves_to_the_top_also_when_little_is_made_again(tmp_path: Path) -> None:
    root = named(copy(tmp_path / "hub"), "site_url: https://hub.example.org/")
    again(root)
    day = lambda text: re.sub(r"^updated: .*$", "updated: 2026-11-01", text, flags=re.MULTILINE)  # noqa: E731
    changed(root / "content/guides/find-a-course.yml", day)
    again(root)

    assert titles(root)[0] == "Find a course"


@pytest.fixture(scope="module")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The English hub, built with an address."""
    root = named(copy(tmp_path_factory.mktemp("feeds") / "hub"), "site_url: https://hub.example.org/")
    again(root)
    return root / "site"


def test_there_is_a_feed_of_each_kind_role_and_district_that_holds_anything(addressed: Path) -> None:
    found = {path.relative_to(addressed).as_posix() for path in (addressed / "feeds").rglob("*.xml")}

    assert found >= {"feeds/all.xml", "feeds/news.xml", "feeds/courses.xml", "feeds/roles/teacher.xml"}
    assert "feeds/districts/coast.xml" in found
    assert "feeds/districts/hills.xml" not in found
    assert {path.removesuffix(".xml") for path in found} == {
        path.relative_to(addressed).as_posix().removesuffix(".json") for path in (addressed / "feeds").rglob("*.json")
    }


def test_a_reader_of_feeds_understands_each_of_them(addressed: Path) -> None:
    for path in (addressed / "feeds").rglob("*.xml"):
        read = feedparser.parse(path.read_bytes())
        known = json.loads(path.with_suffix(".json").read_bytes())

        assert atom_faults(path.read_bytes()) == [], path
        assert not read.bozo, path
        assert read.version == "atom10"
        assert [entry.id for entry in read.entries] == [item["id"] for item in known["items"]]
        assert len({entry.id for entry in read.entries}) == len(read.entries) > 0
        assert all(entry.link.startswith("https://hub.example.org/") for entry in read.entries)
        assert (addressed / read.feed.links[0].href.removeprefix("https://hub.example.org/")) == path


def test_news_is_told_in_full_with_whole_addresses(addressed: Path) -> None:
    entry = feedparser.parse((addressed / "feeds/news.xml").read_bytes()).entries[0]

    assert entry.id == "tag:hub.example.org,2026:news/river-week"
    assert 'href="https://hub.example.org/courses/rivers-year-8/#goals"' in entry.content[0].value
    assert 'href="https://example.org/rivers"' in entry.content[0].value
    assert entry.published.startswith("2026-09-10")


def test_one_page_says_what_is_in_each_feed(addressed: Path) -> None:
    page = (addressed / "follow/index.html").read_text("utf-8")
    feeds = [path.relative_to(addressed).as_posix() for path in (addressed / "feeds").rglob("*.*")]

    assert all(f'href="../{feed}"' in page for feed in feeds)
    assert "What is new and updated for the role “Teacher”." in page
    assert 'href="../mail/"' in page


def test_a_hub_without_an_address_has_no_feed(tmp_path: Path) -> None:
    root = copy(tmp_path / "hub")
    again(root)

    assert not list((root / "site/feeds").glob("*.xml"))
    assert "set site_url" in (root / "site/follow/index.html").read_text("utf-8")
    assert "atom+xml" not in (root / "site/index.html").read_text("utf-8")


@pytest.mark.parametrize(("line", "word"), [("hub_id: example", "hub_id"), ("timezone: Europe/Kobenhavn", "timezone")])
def test_a_setting_that_cannot_be_is_told(tmp_path: Path, line: str, word: str) -> None:
    root = copy(tmp_path / "hub")
    changed(root / "site_config.yml", lambda text: text.replace("- hub:", f"- hub:\n      {line}", 1))
    with pytest.raises(HubError) as told:
        load_config(root / "site_config.yml")

    assert word in told.value.hint
