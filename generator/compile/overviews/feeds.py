"""Feeds about items of any kind: everything, and what is new of each kind, for each role and for each district."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from urllib.parse import unquote

from generator.compile.cards import Hub
from generator.formats.atom import atom
from generator.formats.json_feed import json_feed
from generator.i18n.language import mark
from generator.model.catalog import Item
from generator.model.context import Context
from generator.model.feed import Feed, FeedEntry, WholeText
from generator.model.markdown import to_html
from generator.model.markdown_page import NAME, url_of
from generator.model.page import Export
from generator.model.rollup import NEWEST
from generator.model.subscriptions import Followable, followable


def feeds(hub: Hub) -> Iterator[Export]:
    """Each feed as Atom and as JSON; none while the site has no address, since entries must lead back to it."""
    context = hub.context
    if not context.settings.site_url:
        return
    entries: dict[tuple[str, str], FeedEntry] = {}
    for one in followable(context):
        for key in context.catalog.rollup(NEWEST, one.key):
            if key not in entries:  # an item stands in several feeds
                entries[key] = _entry(context.catalog.items[key], context)
        feed = _feed(one, tuple(entries[key] for key in context.catalog.rollup(NEWEST, one.key)), context)
        yield Export(feed.atom_path, partial(atom, feed, context.settings))
        yield Export(feed.json_path, partial(json_feed, feed, context.settings))


def _feed(one: Followable, entries: tuple[FeedEntry, ...], context: Context) -> Feed:
    site = context.settings.site_name
    title = f"{site}: {one.title}" if one.title else context._(mark("New in {site}")).format(site=site)
    return Feed(name=one.name, title=title, url=one.url, entries=entries)


def _entry(item: Item, context: Context) -> FeedEntry:
    common = item.common
    whole = next(iter(context.offered(item, WholeText)), None)
    return FeedEntry(
        name=f"{item.kind}/{item.id}", title=common.title, url=item.url, updated=common.updated, summary=common.summary,
        published=whole.day if whole else None,
        html=str(to_html(whole.text, partial(_absolute, context))) if whole else "",
    )  # fmt: skip


def _absolute(context: Context, target: str) -> str | None:
    """A link as it works outside the site; "" to an item that is not shown, None for what is no reference."""
    kind, colon, rest = target.partition(":")
    id_, _, anchor = unquote(rest).partition("#")
    if colon and kind == NAME:
        found = url_of(id_)
    elif colon and kind in context.kinds:
        item = context.catalog.items.get((kind, id_))
        if item is None:
            return ""
        found = item.url
    else:
        return None
    return context.settings.site_url + found + (f"#{anchor}" if anchor else "")
