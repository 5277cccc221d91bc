"""When an item is taught next: on its page, wherever an event names it under `teaches`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compile.cards import Hub
from generator.model.catalog import Catalog, Item
from generator.model.meeting import TEACHES, Meetings, NextMeeting
from generator.model.rollup import DAY, RollupKey

_SHOWN = 3


def asks(item: Item, catalog: Catalog) -> tuple[RollupKey, ...]:
    """The hub's day, for an item that is taught: no other page is made again because the day is another."""
    return ((DAY, ""),) if any(_teaching(item, catalog)) else ()


def next_meetings(item: Item, hub: Hub) -> tuple[NextMeeting, ...]:
    """The next days on which it is taught, as of the hub's day; one for each event, the earliest first."""
    found = []
    for teacher, meetings in _teaching(item, hub.catalog):
        day = next((day for day in meetings.days if day >= hub.catalog.day), None)
        if day:
            found.append(NextMeeting(day, teacher.common.title, teacher.url))
    return tuple(sorted(found, key=lambda one: (one.day, one.url))[:_SHOWN])


def _teaching(item: Item, catalog: Catalog) -> Iterator[tuple[Item, Meetings]]:
    uses = catalog.uses.get((item.kind, item.id), ())
    for key in dict.fromkeys(use.source for use in uses if use.field == TEACHES):
        teacher = catalog.items.get(key)  # a draft is not there
        if teacher and isinstance(teacher.common.shown, Meetings):
            yield teacher, teacher.common.shown
