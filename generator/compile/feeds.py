"""Feeds about items of any kind, and what is newest among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from generator.compile.cards import Hub
from generator.formats.atom import atom
from generator.i18n.language import mark
from generator.model.catalog import Item, ItemKey
from generator.model.feed import NEWEST_FEED, Feed, FeedEntry
from generator.model.page import Export
from generator.model.rollup import Rollup, RollupName
from generator.model.settings import Settings

_MOST = 50
"""Entries of a feed: who follows it has seen the earlier ones."""

Dated = tuple[date, ItemKey]
NEWEST: RollupName[tuple[ItemKey, ...]] = RollupName("newest")
"""The items that were last updated, the newest first: by kind, and of all kinds under ""."""


def _updated(item: Item) -> Iterator[tuple[str, Dated]]:
    value = item.brief.updated, (item.kind, item.id)
    yield item.kind, value
    yield "", value


def _newest(values: Sequence[Dated]) -> tuple[ItemKey, ...]:
    return tuple(key for _, key in sorted(values, reverse=True)[:_MOST])


NEWEST_ITEMS: Rollup[Dated, tuple[ItemKey, ...]] = Rollup(name=NEWEST, emit=_updated, fold=_newest)


def feeds(hub: Hub, settings: Settings) -> Iterator[Export]:
    """The feed of all that is new; none while the site has no address, since entries must lead back to it."""
    if settings.site_url:
        entries = tuple(_entry(hub.catalog.items[key]) for key in hub.catalog.rollup(NEWEST, ""))
        title = hub._(mark("New in {site}")).format(site=settings.site_name)
        feed = Feed(name="feeds/all", path=NEWEST_FEED, title=title, url="", entries=entries)
        yield Export(NEWEST_FEED, partial(atom, feed, settings))


def _entry(item: Item) -> FeedEntry:
    brief = item.brief
    return FeedEntry(
        name=f"{item.kind}/{item.id}", title=brief.title, url=item.url, updated=brief.updated, summary=brief.summary
    )
