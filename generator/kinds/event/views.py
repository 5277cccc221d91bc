"""What the page of an event shows, and its machine-readable description."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar
from urllib.parse import quote

from generator.kinds.event.calendars import ends, file_of
from generator.kinds.event.model import Event, Occasion
from generator.kinds.event.summary import EventItem, in_order
from generator.model.context import Context
from generator.model.schedule import instant
from generator.model.view import View


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways to follow a calendar; each needs to know where the hub stands."""

    address: str
    outlook: str
    apple: str
    google: str


@dataclass(frozen=True, slots=True)
class Held:
    """An occasion on the page."""

    occasion: Occasion
    end: datetime
    day: date


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
    follow: Ways | None
    """None while the hub has no address that programs could follow."""


def ways(path: str, title: str, context: Context) -> Ways | None:
    """Outlook on the web, whatever opens webcal: on Apple's machines and others, and Google's calendar."""
    site = context.settings.site_url
    if not site:
        return None
    address = f"{site}{path}"
    webcal = f"webcal:{address.partition(':')[2]}"
    outlook = f"https://outlook.office.com/calendar/0/addfromweb?url={quote(address, safe='')}&name={quote(title)}"
    return Ways(address, outlook, webcal, f"https://calendar.google.com/calendar/r?cid={quote(webcal, safe='')}")


def view(item: EventItem, context: Context) -> EventView:
    event, zone = item.model, context.settings.timezone
    held = [Held(one, ends(one, zone), one.start.date()) for one in in_order(event.occasions)]
    coming = tuple(one for one in held if one.day >= context.day)
    past = tuple(one for one in held if one.day < context.day)
    return EventView(event, coming, past, file_of(item), ways(file_of(item), event.title, context))


def anchors(event: Event) -> dict[str, str]:
    return {f"occasion-{occasion.id}": f"{occasion.start:%Y-%m-%d %H:%M}" for occasion in event.occasions}


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
