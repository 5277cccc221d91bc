"""JSON feeds: what JSON Feed 1.1 demands, whatever the titles hold."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from generator.formats.json_feed import json_feed
from generator.model.feed import Feed, FeedEntry
from generator.model.settings import Settings

SETTINGS = Settings(site_name="Hub", site_url="https://hub.example.dk/", hub_id="hub.example.dk,2026", language="da")


def read(*entries: FeedEntry) -> dict[str, Any]:
    feed = Feed(name="feeds/news", title="Hub: News", url="news/", entries=entries)
    told: dict[str, Any] = json.loads(json_feed(feed, SETTINGS))
    return told


def test_a_feed_says_what_it_is_and_where_it_stands() -> None:
    assert read() == {
        "version": "https://jsonfeed.org/version/1.1", "title": "Hub: News", "language": "da",
        "home_page_url": "https://hub.example.dk/news/", "feed_url": "https://hub.example.dk/feeds/news.json",
        "authors": [{"name": "Hub"}], "items": [],
    }  # fmt: skip


def test_an_item_has_its_own_id_and_a_content() -> None:
    item = read(FeedEntry(name="news/x", title="X", url="news/x/", updated=date(2026, 11, 24), summary="S."))["items"]

    assert item == [{
        "id": "tag:hub.example.dk,2026:news/x", "url": "https://hub.example.dk/news/x/", "title": "X",
        "date_modified": "2026-11-24T06:00:00Z", "content_text": "S.",
    }]  # fmt: skip


@pytest.mark.parametrize("title", ["]]>", "</script>", '"quoted" \\', "’ å 🎬"])
def test_no_title_breaks_the_feed(title: str) -> None:
    entry = FeedEntry(
        name="n", title=title, url="x/", updated=date(2026, 1, 1), published=date(2025, 12, 31), html=f"<p>{title}</p>"
    )
    item = read(entry)["items"][0]

    assert item["title"] == title
    assert item["content_html"] == f"<p>{title}</p>"
    assert item["date_published"] == "2025-12-31T06:00:00Z"
