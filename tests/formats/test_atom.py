"""Atom feeds: what RFC 4287 demands, whatever the titles hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest

from generator.formats.atom import atom
from generator.model.feed import Feed, FeedEntry
from generator.model.settings import Settings
from tests.formats.valid import atom_faults

NS = "{http://www.w3.org/2005/Atom}"
SETTINGS = Settings(
    site_name="Hub", site_url="https://hub.example.dk/læring/", hub_id="hub.example.dk,2026", organisation="A & B"
)


def read(*entries: FeedEntry, settings: Settings = SETTINGS) -> ElementTree.Element:
    feed = Feed(name="feeds/all", title="New <here>", url="", entries=entries)
    return ElementTree.fromstring(atom(feed, settings))


def text(element: ElementTree.Element, name: str) -> str | None:
    return element.findtext(f"{NS}{name}")


def test_a_feed_says_what_it_is_and_where_it_stands() -> None:
    feed = read(FeedEntry(name="guide/x", title="X", url="guides/x/", updated=date(2026, 11, 24), summary="S."))

    assert text(feed, "id") == "tag:hub.example.dk,2026:feeds/all"
    assert text(feed, "title") == "New <here>"
    assert text(feed, "updated") == "2026-11-24T06:00:00Z"
    assert feed.findtext(f"{NS}author/{NS}name") == "A & B"
    assert {link.get("rel"): link.get("href") for link in feed.findall(f"{NS}link")} == {
        "self": "https://hub.example.dk/læring/feeds/all.xml", "alternate": "https://hub.example.dk/læring/",
    }  # fmt: skip


def test_an_entry_keeps_its_name_when_the_site_moves() -> None:
    entry = FeedEntry(name="guide/x", title="X", url="guides/x/", updated=date(2026, 11, 24), summary="S.")
    moved = Settings(site_name="Hub", site_url="https://other.example/", hub_id="hub.example.dk,2026")
    before, after = (read(entry, settings=one).find(f"{NS}entry") for one in (SETTINGS, moved))

    assert before is not None
    assert after is not None
    assert text(before, "id") == text(after, "id") == "tag:hub.example.dk,2026:guide/x"
    assert after.find(f"{NS}link").get("href") == "https://other.example/guides/x/"  # type: ignore[union-attr]


def test_a_hub_without_an_id_is_named_after_its_site() -> None:
    feed = read(settings=Settings(site_name="Hub", site_url="https://hub.example.dk:8080/x/"))

    assert text(feed, "id") == "tag:hub.example.dk,2026:feeds/all"


@pytest.mark.parametrize(
    "title", ["]]>", "</title><script>", "a & b", '"quoted"', "’ å 🎬", "nul\x00 tab\x0b \ufffe end"]
)
def test_no_title_breaks_the_feed(title: str) -> None:
    entry = read(FeedEntry(name="n", title=title, url="x/?a=1&b=2", updated=date(2026, 1, 1), html="<p>&amp;</p>"))[-1]
    shown = title.translate({0: None, 11: None, 0xFFFE: None})

    assert text(entry, "title") == shown
    assert text(entry, "content") == "<p>&amp;</p>"
    assert entry.find(f"{NS}content").get("type") == "html"  # type: ignore[union-attr]
    assert text(entry, "summary") is None


def test_an_entry_without_a_text_still_has_a_summary() -> None:
    entry = read(FeedEntry(name="n", title="T", url="x/", updated=date(2026, 1, 1), published=date(2025, 12, 31)))[-1]

    assert text(entry, "summary") == "T"
    assert text(entry, "published") == "2025-12-31T06:00:00Z"


def test_a_feed_of_nothing_is_a_feed() -> None:
    assert text(read(), "updated") == "1970-01-01T06:00:00Z"


def test_whatever_a_feed_holds_it_is_what_the_standard_asks_for() -> None:
    full = FeedEntry(
        name="news/n", title="]]> </title><script>", url="news/n/", updated=date(2026, 11, 24),
        published=date(2026, 11, 20), summary="a & b", html="<p>x]]></p>",
    )  # fmt: skip
    bare = FeedEntry(name="guide/x", title="X", url="guides/x/", updated=date(2026, 11, 24))
    for entries in ((), (bare,), (full, bare)):
        feed = Feed(name="feeds/all", title="New <here>", url="", entries=entries)

        assert atom_faults(atom(feed, replace(SETTINGS, site_url="https://hub.example.dk/"))) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b"<id>tag:hub.example.dk,2026:guide/x</id>", b""),
        (b"<updated>2026-11-24T06:00:00Z</updated>", b"<updated>2026-11-24</updated>"),
        (b"<summary>S.</summary>", b""), (b"<title>X</title>", b"<title> </title>"),
        (b"</entry>", b"<rights>x</rights></entry>"), (b'rel="self"', b'rel="me"'),
    ],
)  # fmt: skip
def test_a_feed_that_the_standard_refuses_is_refused(right: bytes, wrong: bytes) -> None:
    entry = FeedEntry(name="guide/x", title="X", url="guides/x/", updated=date(2026, 11, 24), summary="S.")
    feed = atom(Feed(name="feeds/all", title="New", url="", entries=(entry,)), SETTINGS)

    assert feed.count(right) >= 1
    assert atom_faults(feed.replace(right, wrong)) != []
