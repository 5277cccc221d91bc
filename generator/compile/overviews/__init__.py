"""Pages and files about items of several kinds, each in a module of its own, listed once.

What they need of many items comes to them by roll-ups: those over all kinds are listed in `generator.model.rollup`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.compile.catalog_view import Hub
from generator.compile.overviews.a_to_z import a_to_z
from generator.compile.overviews.browse import browse_pages
from generator.compile.overviews.drafts import draft_pages
from generator.compile.overviews.feed_files import feeds
from generator.compile.overviews.glossary import glossary
from generator.compile.overviews.offline_page import offline_page
from generator.compile.overviews.roles import role_pages
from generator.compile.overviews.write import write_files, write_pages
from generator.model.page import Export, PageSpec

PAGES: tuple[Callable[[Hub], Iterable[PageSpec]], ...] = (
    browse_pages, role_pages, a_to_z, glossary, write_pages, draft_pages, offline_page,
)  # fmt: skip
"""Every overview, in a stable order."""

FILES: tuple[Callable[[Hub], Iterable[Export]], ...] = (feeds, write_files)
"""Files for machines about items of several kinds."""

__all__ = ["FILES", "PAGES"]
