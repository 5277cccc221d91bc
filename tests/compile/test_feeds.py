"""The feed of all that is new, and that every page names it."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.engine import load_config
from generator.problems.problem import HubError
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


def test_a_hub_without_an_address_has_no_feed(tmp_path: Path) -> None:
    root = copy(tmp_path / "hub")
    again(root)

    assert not (root / "site/feeds").exists()
    assert "atom+xml" not in (root / "site/index.html").read_text("utf-8")


@pytest.mark.parametrize(("line", "word"), [("hub_id: example", "hub_id"), ("timezone: Europe/Kobenhavn", "timezone")])
def test_a_setting_that_cannot_be_is_told(tmp_path: Path, line: str, word: str) -> None:
    root = copy(tmp_path / "hub")
    changed(root / "site_config.yml", lambda text: text.replace("- hub:", f"- hub:\n      {line}", 1))
    with pytest.raises(HubError) as told:
        load_config(root / "site_config.yml")

    assert word in told.value.hint
