"""Calendars to follow: one for each event, and one for all, each type, role and district that has any."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from generator.formats.ics import ics
from generator.i18n.language import mark
from generator.kinds.event.summary import EventItem, HeldTime, ends, whom
from generator.model.context import Context
from generator.model.feed import FOLDER, Calendar, CalendarEntry
from generator.model.meeting import calendar_of_school, file_for_school, for_district, for_school
from generator.model.page import Export
from generator.model.settings import Settings
from generator.model.vocabulary import SchoolEntry

_KEPT = timedelta(days=14)
"""How long a cancelled occasion is told after its day: who follows seldom must hear of it."""
_REMEMBERED = timedelta(days=366)
"""How long the calendars about several events tell of what was held: they are asked for again and again."""


@dataclass(frozen=True, slots=True)
class Followed:
    """A calendar as the page about them shows it."""

    sort: str
    """`all`, or the vocabulary whose entry it is about."""
    id: str
    """Of that entry; "" for all."""
    path: str
    title: str
    """What it is called in a calendar program."""
    name: str
    """What is in it, in a word or two."""
    coming: int
    """How many occasions are still to come."""


def entries(item: EventItem, context: Context) -> Iterator[CalendarEntry]:
    """Its occasions as calendars tell them: without those that were cancelled and are long past."""
    updated = item.common.updated
    for time in item.summary.times:
        cancelled = time.state == "cancelled"
        if cancelled and time.start.date() + _KEPT < context.day:
            continue
        yield CalendarEntry(
            name=name_of(item, time.id), title=_title(item.common.title, time, context),
            start=time.start, end=ends(time, context.settings.timezone),
            updated=max(updated, time.changed or updated), revision=time.changes,
            state="cancelled" if cancelled else "planned", place=time.place, url=item.url,
            text="\n\n".join(part for part in (*time.said, item.common.summary, time.how) if part),
        )  # fmt: skip


def _title(title: str, time: HeldTime, context: Context) -> str:
    """Some programs do not show the state of what they follow: the word in the title is what people see."""
    if time.state == "cancelled":
        return context._(mark("CANCELLED: {title}")).format(title=title)
    return context._(mark("{title} (full)")).format(title=title) if time.state == "full" else title


def name_of(item: EventItem, occasion: str) -> str:
    """By which calendars know an occasion for ever."""
    return f"event/{item.summary.uid or item.id}/{occasion}"


COLOUR = "saddlebrown"
"""In the programs that follow them: the named colour nearest to that of events."""


def file_of(item: EventItem) -> str:
    return f"{item.url}{item.id}.ics"


def files(item: EventItem, context: Context) -> Iterator[Export]:
    """The calendar of one event."""
    calendar = Calendar(
        path=file_of(item), title=item.common.title, entries=tuple(entries(item, context)), colour=COLOUR
    )
    yield Export(calendar.path, ics(calendar, context.settings))


ALL_EVENTS = f"{FOLDER}events.ics"
"""The calendar of all events."""
_FOLDERS = {"event-types": "type", "roles": "role", "districts": "district", "schools": "school"}
"""The vocabularies whose entries have a calendar, and what its file is called by."""


def followed(items: Sequence[EventItem], context: Context) -> tuple[tuple[Followed, tuple[EventItem, ...]], ...]:
    """All calendars about several events, each with its events: of all first, then by type, role, district, school."""
    groups: dict[tuple[str, str], list[EventItem]] = defaultdict(list)
    for item in items:
        for group in _groups(item, context):
            groups[group].append(item)
    found = [_followed("all", "", context._(mark("All events")), items, context)]
    for vocabulary in _FOLDERS:
        for id_ in context.catalog.vocabularies.get(vocabulary, {}):
            if of_word := groups.get((vocabulary, id_)):
                found.append(_followed(vocabulary, id_, context.catalog.name(vocabulary, id_), of_word, context))
    return tuple(found)


def _groups(item: EventItem, context: Context) -> Iterator[tuple[str, str]]:
    """The entries whose calendars tell of it: for nobody alone means for every district and every school."""
    for vocabulary in ("event-types", "roles"):
        for id_ in item.common.terms.get(vocabulary, ()):
            yield vocabulary, id_
    alone = frozenset(whom(item))
    for id_ in context.catalog.vocabularies.get("districts", {}):
        if alone & {"", for_district(id_)}:
            yield "districts", id_
    for school in context.catalog.entries(SchoolEntry).values():
        if alone & {"", for_school(school.id), for_district(school.district or "")}:
            yield "schools", school.id


def _followed(
    sort: str, id_: str, name: str, items: Sequence[EventItem], context: Context
) -> tuple[Followed, tuple[EventItem, ...]]:
    coming = sum(
        time.start.date() >= context.day and time.state != "cancelled" for item in items for time in item.summary.times
    )
    title = f"{context.settings.site_name}: {name}"
    return Followed(sort, id_, _path(sort, id_, context.settings), title, name, coming), tuple(items)


def former_calendars(calendar: Followed, context: Context) -> Iterator[str]:
    """Where the calendar of a school stood under former addresses: programs that follow it there are not led on."""
    former = dict(context.settings.former_addresses).get("schools", ()) if calendar.sort == "schools" else ()
    return (file_for_school(calendar.id, "school" if word == "schools" else word) for word in former)


def _path(sort: str, id_: str, settings: Settings) -> str:
    if sort == "schools":
        return calendar_of_school(id_, settings)
    return ALL_EVENTS if sort == "all" else f"{FOLDER}events-{_FOLDERS[sort]}-{id_}.ics"


def exports(items: Sequence[EventItem], context: Context) -> Iterator[Export]:
    """The calendars about several events, without what is more than a year past."""
    day = context.day
    known = {item.id: tuple(one for one in entries(item, context) if day - _day(one) <= _REMEMBERED) for item in items}
    written: dict[CalendarEntry, str] = {}  # an occasion stands in the calendar of all, of its type, of each school …
    for calendar, of_it in followed(items, context):
        happens = sorted(
            (entry for item in of_it for entry in known[item.id]), key=lambda one: (str(one.start), one.name)
        )
        whole = Calendar(path=calendar.path, title=calendar.title, entries=tuple(happens), colour=COLOUR)
        yield Export(calendar.path, partial(ics, whole, context.settings, written))
        for former in former_calendars(calendar, context):
            yield Export(former, partial(ics, whole, context.settings, written))


def _day(entry: CalendarEntry) -> date:
    return entry.start.date() if isinstance(entry.start, datetime) else entry.start
