"""Which pages have which values: kind, subject, grade; as Pagefind keeps it, and as the search dialog counts it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from generator.search.postings import NUMBERS, listed, text
from generator.search.reading import Entry

FILTERS = "search/filters.json"
"""Which pages have which values: for each filter and value the places of its pages in the index.

Pagefind itself tells it only by a search for each value, and that takes seconds in a hub of ten thousand pages.
"""

Filters = dict[str, dict[str, list[int]]]
"""The numbers of pages by filter and value, all in order."""


def filters_of(entries: Sequence[Entry]) -> Filters:
    """Pages are numbered as they come."""
    found: Filters = {}
    for number, entry in enumerate(entries):
        for name, values in entry.filters:
            held = found.setdefault(name, {})
            for value in values:
                held.setdefault(value, []).append(number)
    return {name: dict(sorted(found[name].items())) for name in sorted(found)}


def packed(name: str, values: dict[str, list[int]]) -> bytes:
    """A filter as Pagefind reads it."""
    pages = ((text(value), listed(map(NUMBERS.__getitem__, places))) for value, places in values.items())
    return listed((text(name), listed(map(listed, pages))))


def as_json(filters: Filters) -> bytes:
    """What `FILTERS` holds."""
    table = {name: {value: _gaps(places) for value, places in values.items()} for name, values in filters.items()}
    return json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode()


def _gaps(places: Iterable[int]) -> str:
    """Rising numbers as the steps between them, the first from -1."""
    last, gaps = -1, []
    for place in places:
        gaps.append(str(place - last))
        last = place
    return " ".join(gaps)
