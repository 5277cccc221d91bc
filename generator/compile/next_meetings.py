"""When an item is taught next, wherever an event names it under `teaches`; and what is held for a school."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compile.catalog_view import Hub
from generator.model.catalog import Catalog, Item
from generator.model.meeting import (
    OCCASIONS,
    TEACHES,
    Agenda,
    Meetings,
    NextMeeting,
    calendar_of_school,
    for_district,
    for_school,
)
from generator.model.rollup import DAY, RollupKey
from generator.model.vocabulary import SchoolEntry

_SHOWN = 3
_SCHOOLS = "schools"


def asks(item: Item, hub: Hub) -> Iterator[RollupKey]:
    """The hub's day, for what is taught, and for a school what is held for it: no other page is made again for these."""
    if any(_teaching(item, hub.catalog)):
        yield DAY, ""
    for key in _keys(item, hub):
        yield DAY, ""
        yield OCCASIONS, key


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
    for key in dict.fromkeys(use.source for use in uses if use.field in TEACHES):
        teacher = catalog.items.get(key)  # a draft is not there
        if teacher and isinstance(teacher.common.shown, Meetings):
            yield teacher, teacher.common.shown


def agenda(item: Item, hub: Hub) -> Agenda | None:
    """What is held for the school that it is; None for any other item, and where nothing was ever held."""
    held = sorted(one for key in _keys(item, hub) for one in hub.catalog.rollup(OCCASIONS, key))
    if not held:
        return None
    day = hub.catalog.day
    coming = (one for one in held if one.start.date() >= day and one.state != "cancelled")
    title = f"{hub.context.settings.site_name}: {item.common.title}"
    return Agenda(tuple(coming)[:_SHOWN], day, calendar_of_school(item.id, hub.context.settings), title)


def _keys(item: Item, hub: Hub) -> Iterator[str]:
    """What is for the school alone, for its district, and for all."""
    if hub.kinds[item.kind].vocabulary == _SCHOOLS:
        entry = hub.catalog.entries(SchoolEntry).get(item.id)
        yield for_school(item.id)
        if entry and entry.district:
            yield for_district(entry.district)
        yield ""
