"""Feeds about items of any kind: everything, and what is new of each kind, for each role and for each district."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from urllib.parse import unquote

from generator.compile.catalog_view import Hub
from generator.formats.atom import atom
from generator.formats.json_feed import json_feed
from generator.i18n.language import mark
from generator.model.catalog import Item, ItemKey
from generator.model.context import Context
from generator.model.feed import Feed, FeedEntry, WholeText, atom_path, json_path
from generator.model.feed_list import Followable, followable
from generator.model.markdown import to_html
from generator.model.markdown_page import NAME, url_of
from generator.model.page import Export
from generator.model.rollup import NEWEST


def feeds(hub: Hub) -> Iterator[Export]:
    """Each feed as Atom and as JSON; none while the site has no address, since entries must lead back to it."""
    context = hub.context
    if not context.settings.site_url:
        return
    newest = _Newest(context)
    for one in followable(context):
        yield Export(atom_path(one.name), partial(newest.atom, one))
        yield Export(json_path(one.name), partial(newest.json_feed, one))


@dataclass(frozen=True, slots=True)
class _Newest:
    """Makes feeds when they are written: items are opened for them, each once, though it stands in several."""

    context: Context
    entries: dict[ItemKey, FeedEntry] = field(default_factory=dict)

    def atom(self, one: Followable) -> bytes:
        return atom(self._feed(one), self.context.settings)

    def json_feed(self, one: Followable) -> bytes:
        return json_feed(self._feed(one), self.context.settings)

    def _feed(self, one: Followable) -> Feed:
        site, catalog = self.context.settings.site_name, self.context.catalog
        title = f"{site}: {one.title}" if one.title else self.context._(mark("New in {site}")).format(site=site)
        keys = catalog.rollup(NEWEST, one.key)
        for key in keys:
            if key not in self.entries:
                self.entries[key] = _entry(catalog.items[key], self.context)
        return Feed(name=one.name, title=title, url=one.url, entries=tuple(map(self.entries.__getitem__, keys)))


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
