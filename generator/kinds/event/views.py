"""What the page of an event shows, and its machine-readable description."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar

from generator.i18n.language import mark
from generator.kinds.event.calendars import file_of
from generator.kinds.event.linked_programme import Programme, programmes
from generator.kinds.event.model import Change, Event, Occasion
from generator.kinds.event.summary import EventItem, anchor, ends, in_order
from generator.model.context import Context
from generator.model.local_time import instant
from generator.model.view import View

MAILS = "mails/"
"""Where the texts for those who hold it stand, below its page."""


@dataclass(frozen=True, slots=True)
class Held:
    """An occasion on the page."""

    occasion: Occasion
    end: datetime
    day: date
    was: tuple[str, ...]
    """What each of its changes says that it was before, a time in words."""


@dataclass(frozen=True, slots=True)
class EventView(View):
    """The page of an event."""

    template: ClassVar[str] = "event/page.html"
    item: Event
    coming: tuple[Held, ...]
    """All that are not past as of the hub's day, in order of time."""
    past: tuple[Held, ...]
    file: str
    """Its calendar file, relative to the site's root."""
    programmes: tuple[Programme, ...]
    """What happens, where a programme says it."""
    mails: str
    """The page of texts for those who hold it, relative to the site's root."""


def view(item: EventItem, context: Context) -> EventView:
    event, zone = item.model, context.settings.timezone
    held = [_held(one, zone, context) for one in in_order(event.occasions)]
    coming = tuple(one for one in held if one.day >= context.day)
    past = tuple(one for one in held if one.day < context.day)
    return EventView(event, coming, past, file_of(item), programmes(item, context), f"{item.url}{MAILS}")


def _held(occasion: Occasion, zone: str, context: Context) -> Held:
    before = tuple(was(change, context) for change in occasion.changes)
    return Held(occasion, ends(occasion, zone), occasion.start.date(), before)


def was(change: Change, context: Context) -> str:
    """What a change says that it was before: a time as people say it, words as they are."""
    before = _time(change.was or "")
    if before is None:
        return change.was or ""
    at = context._(mark("at {time}")).format(time=context.language.time_of_day(before))
    weekday, day = context.language.weekday(before), context.language.date(before)
    return f"{context._(mark('{weekday} {day}')).format(weekday=weekday, day=day)} {at}"


def anchors(event: Event) -> dict[str, str]:
    return {anchor(occasion.id): f"{occasion.start:%Y-%m-%d %H:%M}" for occasion in event.occasions}


def owner(item: EventItem, context: Context) -> str:
    return context.catalog.name("roles", item.model.owner)


def structured_data(item: EventItem, context: Context) -> dict[str, object]:
    """An event, or a series of them."""
    event = item.model
    held = [_occasion_data(event, occasion, context) for occasion in in_order(event.occasions)]
    if len(held) == 1:
        return held[0]
    return {
        "@type": "EventSeries", "name": event.title, "description": event.summary,
        "startDate": held[0]["startDate"], "endDate": held[-1]["endDate"], "subEvent": held,
    }  # fmt: skip


def _occasion_data(event: Event, occasion: Occasion, context: Context) -> dict[str, object]:
    zone, place = context.settings.timezone, occasion.place or event.place
    moved = [change.was for change in occasion.changes if change.what == "time" and change.was]
    way = "Online" if place and place.url else "Offline"
    state = "EventCancelled" if occasion.state == "cancelled" else "EventRescheduled" if moved else "EventScheduled"
    said: dict[str, object] = {
        "@type": "Event", "name": event.title, "description": event.summary, "inLanguage": context.language.code,
        "startDate": _with_offset(occasion.start, zone), "endDate": _with_offset(ends(occasion, zone), zone),
        "eventStatus": f"https://schema.org/{state}",
        "eventAttendanceMode": f"https://schema.org/{way}EventAttendanceMode",
    }  # fmt: skip
    if moved and (before := _time(moved[-1])):
        said["previousStartDate"] = _with_offset(before, zone)
    if place and place.url:
        said["location"] = {"@type": "VirtualLocation", "name": place.name, "url": place.url}
    elif place:
        said["location"] = {"@type": "Place", "name": place.name, "address": place.address or place.name}
    return said


def _with_offset(local: datetime, zone: str) -> str:
    offset = local - instant(local, zone).replace(tzinfo=None)
    sign = "-" if offset < timedelta(0) else "+"
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    return f"{local.isoformat()}{sign}{hours:02}:{minutes:02}"


def _time(text: str) -> datetime | None:
    """What a text says when it is a time; it may be words."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
