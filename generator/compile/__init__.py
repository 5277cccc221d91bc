"""Turns the catalog into pages: one for each item, and the pages by which people find them."""

from __future__ import annotations

from collections.abc import Sequence

from generator.catalog import Catalog
from generator.compile.browse import browse_pages
from generator.compile.front import front
from generator.compile.hub import Hub
from generator.compile.items import item_pages
from generator.compile.overviews import a_to_z, glossary, index
from generator.compile.redirects import redirect_page, redirects
from generator.kind import Kind
from generator.language import Language
from generator.page import Export, PageSpec


def compile_pages(
    catalog: Catalog, kinds: Sequence[Kind], language: Language
) -> tuple[tuple[PageSpec, ...], tuple[Export, ...]]:
    """Every page of the site in a stable order, and the files beside them."""
    hub = Hub.of(catalog, kinds, language)
    overviews: list[PageSpec] = []
    items: list[PageSpec] = []
    for kind in kinds:
        of_kind = hub.sorted(catalog.of_kind(kind.name))
        overviews.append(index(hub, kind, of_kind))
        items += item_pages(hub, kind, of_kind)
    pages = (front(hub), *overviews, *items, *browse_pages(hub), a_to_z(hub), glossary(hub, items))
    return pages, tuple(redirects(catalog))


__all__ = ["compile_pages", "redirect_page"]
