"""JSON feeds (JSON Feed 1.1, jsonfeed.org)."""

from __future__ import annotations

import json
from collections.abc import Mapping

from generator.model.feed import Feed, FeedEntry, moment, tag_uri
from generator.model.settings import Settings


def json_feed(feed: Feed, settings: Settings) -> bytes:
    """The feed in UTF-8. The site's address must be known: readers keep entries without the page they came from."""
    address = settings.site_url
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": address + feed.url,
        "feed_url": address + feed.json_path,
        "language": settings.language,
        "authors": [{"name": settings.organisation or settings.site_name}],
        "items": [_entry(entry, settings) for entry in feed.entries],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _entry(entry: FeedEntry, settings: Settings) -> Mapping[str, str]:
    """An item must have a content: where nothing else is told, the summary is all there is."""
    told = {
        "id": tag_uri(settings.tag_authority, entry.name),
        "url": settings.site_url + entry.url,
        "title": entry.title,
        "date_modified": moment(entry.updated),
    }
    if entry.published:
        told["date_published"] = moment(entry.published)
    if entry.html:
        return {**told, "summary": entry.summary, "content_html": entry.html}
    return {**told, "content_text": entry.summary or entry.title}
