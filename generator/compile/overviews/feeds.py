"""Feeds about items of any kind, and what is newest among them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.compile.cards import Hub
from generator.formats.atom import atom
from generator.i18n.language import mark
from generator.model.catalog import Item
from generator.model.feed import NEWEST_FEED, Feed, FeedEntry
from generator.model.page import Export
from generator.model.rollup import NEWEST


def feeds(hub: Hub) -> Iterator[Export]:
    """The feed of all that is new; none while the site has no address, since entries must lead back to it."""
    settings = hub.context.settings
    if settings.site_url:
        entries = tuple(_entry(hub.catalog.items[key]) for key in hub.catalog.rollup(NEWEST, ""))
        title = hub._(mark("New in {site}")).format(site=settings.site_name)
        feed = Feed(name="feeds/all", path=NEWEST_FEED, title=title, url="", entries=entries)
        yield Export(NEWEST_FEED, partial(atom, feed, settings))


def _entry(item: Item) -> FeedEntry:
    common = item.common
    return FeedEntry(
        name=f"{item.kind}/{item.id}", title=common.title, url=item.url, updated=common.updated, summary=common.summary
    )
