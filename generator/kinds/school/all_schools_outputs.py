"""All that is made of the schools together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.kinds.school import data_exports, overview
from generator.kinds.school.editing import edit_pages
from generator.kinds.school.editor_data import editable_files
from generator.kinds.school.summary import SchoolItem
from generator.model.context import Context
from generator.model.page import Export, PageSpec


def exports(items: Sequence[SchoolItem], context: Context) -> Iterator[Export]:
    """The numbers of the overviews, and what each school can write."""
    yield from data_exports.exports(items, context)
    yield from editable_files(items, context)


def overviews(items: Sequence[SchoolItem], context: Context) -> Iterator[PageSpec]:
    """The overviews, and the page on which each school writes."""
    yield from overview.overviews(items, context)
    yield from edit_pages(items, context)
