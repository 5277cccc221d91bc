"""Turns the catalog into pages: one for each item, and the pages by which people find them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.compile.catalog_view import Hub
from generator.compile.front import front
from generator.compile.index_pages import index
from generator.compile.items import OrderedItems, order_items, reorder_items
from generator.compile.markdown_pages import Ordinary, compile_ordinary
from generator.compile.overviews import FILES, PAGES
from generator.compile.overviews.drafts import draft_page
from generator.compile.page_dependencies import common, common_names
from generator.compile.redirects import moved, redirect_page, redirects, relocated
from generator.compile.script_texts import script_texts
from generator.model.catalog import Unfinished
from generator.model.context import Context
from generator.model.page import Export, PageSpec
from generator.model.site import Overview
from generator.store.fingerprint import Digests


@dataclass(frozen=True)
class Compiled:
    """What the catalog becomes."""

    overviews: tuple[Overview, ...]
    """The pages by which items are found, in a stable order."""
    items: OrderedItems
    exports: tuple[Export, ...]
    """Files beside the pages that are about more than one item."""


def compile_pages(context: Context) -> Compiled:
    """Every page of the site in a stable order, and the files beside them."""
    hub = Hub.of(context)
    items = order_items(hub)
    specs: list[PageSpec] = []
    beside: list[Export] = []
    for kind in context.kinds.values():
        of_kind = items.order[kind.name]
        specs += (index(hub, kind, of_kind), *kind.overviews(of_kind, context))
        beside += kind.exports(of_kind, context)
    pages = (front(hub, items.order), *specs, *(spec for overview in PAGES for spec in overview(hub)))
    files = [export for overview in FILES for export in overview(hub)]
    catalog, digests = context.catalog, Digests()
    seen, names = common(catalog), common_names(catalog)
    overviews = tuple(Overview(page, seen, names, digests) for page in pages)
    kinds = [kind for kind in context.kinds.values() if kind.former]
    outlines = (outline for group in items.groups() for outline in group.outlines()) if kinds else ()
    led = relocated((*(page.url for page in pages), *(outline.url for outline in outlines)), kinds)
    return Compiled(
        overviews, items, (*redirects(catalog), *moved(pages), *led, *beside, *files, *script_texts(context.language))
    )


def changed_items(before: OrderedItems, context: Context) -> OrderedItems:
    """The items alone, when a few of them have become others."""
    return reorder_items(before, Hub.of(context))


def unfinished_page(context: Context, draft: Unfinished) -> PageSpec:
    """The page of a draft that is no item yet."""
    return draft_page(Hub.of(context), draft)


__all__ = [
    "Compiled",
    "OrderedItems",
    "Ordinary",
    "changed_items",
    "compile_ordinary",
    "compile_pages",
    "redirect_page",
    "unfinished_page",
]
