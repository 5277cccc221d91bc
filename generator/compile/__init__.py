"""Turns the catalog into pages: one for each item, and the pages by which people find them."""

from __future__ import annotations

from collections.abc import Sequence

from generator.catalog import Catalog, Item
from generator.compile.browse import browse_pages
from generator.compile.front import front
from generator.compile.hub import Hub
from generator.compile.items import item_pages
from generator.compile.overviews import a_to_z, glossary, index
from generator.compile.redirects import redirect_page, redirects
from generator.compile.script_texts import script_texts
from generator.kind import Kind
from generator.language import Language
from generator.page import Export, PageSpec
from generator.settings import Settings


def compile_pages(
    catalog: Catalog, kinds: Sequence[Kind], language: Language, settings: Settings
) -> tuple[tuple[PageSpec, ...], tuple[Export, ...]]:
    """Every page of the site in a stable order, and the files beside them."""
    hub = Hub.of(catalog, kinds, language)
    overviews: list[PageSpec] = []
    items: list[PageSpec] = []
    beside: list[Export] = []
    for kind in kinds:
        of_kind = hub.sorted(catalog.of_kind(kind.name))
        overviews += (index(hub, kind, of_kind), *kind.overviews(of_kind, catalog, language))
        items += item_pages(hub, kind, of_kind)
        beside += kind.exports(of_kind, catalog, language, settings)
    pages = (front(hub), *overviews, *items, *browse_pages(hub), a_to_z(hub), glossary(hub, items))
    return pages, (*redirects(catalog), *beside, *script_texts(language))


def compile_item(catalog: Catalog, kinds: Sequence[Kind], language: Language, item: Item) -> tuple[PageSpec, ...]:
    """The pages of one item alone, as `compile_pages` makes them."""
    kind = next(kind for kind in kinds if kind.name == item.kind)
    hub = Hub.of(catalog, kinds, language)
    return tuple(item_pages(hub, kind, hub.sorted(catalog.of_kind(kind.name)), {item.id}))


__all__ = ["compile_item", "compile_pages", "redirect_page"]
