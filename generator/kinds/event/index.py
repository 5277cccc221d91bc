"""All occasions by month, the next ones on the front page, and the page about what can be followed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import ClassVar

from generator.i18n.language import mark
from generator.kinds.event.calendars import Followed, followed, told
from generator.kinds.event.summary import EventItem
from generator.kinds.event.views import Ways, ways
from generator.model.context import Context
from generator.model.feed import NEWEST_FEED
from generator.model.listing import ByMonth
from generator.model.page import PageSpec
from generator.model.view import Index, View

_NEXT = 5
_MOST = 300
"""Of what is to come, and of what is past: a page of thousands helps nobody."""


@dataclass(frozen=True, slots=True)
class Row:
    """An occasion in a list."""

    start: datetime
    day: date
    url: str
    """Of the event's page, relative to the site's root."""
    anchor: str
    """Of the occasion on that page."""
    title: str
    type_name: str
    place: str
    districts: tuple[str, ...]
    """Names; none where it is for all."""
    state: str


@dataclass(frozen=True, slots=True)
class Month:
    """The occasions of a month."""

    id: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class EventIndexView(View):
    """All occasions by month."""

    template: ClassVar[str] = "event/index.html"
    index: Index
    next: tuple[Row, ...]
    coming: tuple[Month, ...]
    past: tuple[Month, ...]
    day: date
    """The hub's day."""


@dataclass(frozen=True, slots=True)
class EventFrontView(View):
    """The next occasions, on the front page."""

    template: ClassVar[str] = "event/front.html"
    rows: tuple[Row, ...]
    day: date


@dataclass(frozen=True, slots=True)
class Feed:
    """A calendar to follow, with what is in it and the ways to do so."""

    calendar: Followed
    sentence: str
    ways: Ways | None


@dataclass(frozen=True, slots=True)
class FollowView(View):
    """All that can be followed."""

    template: ClassVar[str] = "event/follow.html"
    feeds: tuple[Feed, ...]
    news: str
    """The feed of all that is new, relative to the site's root."""


def _rows(items: Sequence[EventItem], context: Context) -> list[Row]:
    """In order of time."""
    names = context.catalog.names
    rows = []
    for item in items:
        event = item.model
        for one in event.occasions:
            place = told(one.place or event.place)
            rows.append(Row(
                one.start, one.start.date(), item.url, f"occasion-{one.id}", event.title,
                context.catalog.name("event-types", event.type), place, names("districts", event.districts), one.state,
            ))  # fmt: skip
    return sorted(rows, key=lambda row: (row.start, row.url, row.anchor))


def _months(rows: Sequence[Row], context: Context) -> Iterator[Month]:
    for day, of_month in groupby(rows, key=lambda row: row.day.replace(day=1)):
        yield Month(f"{day:%Y-%m}", ByMonth.title(day, context.language.code), tuple(of_month))


def index(index: Index, items: Sequence[EventItem], context: Context) -> EventIndexView:
    rows = _rows(items, context)
    coming = [row for row in rows if row.day >= context.day][:_MOST]
    past = [row for row in rows if row.day < context.day][-_MOST:]
    held = [row for row in coming if row.state != "cancelled"]
    return EventIndexView(
        index, tuple(held[:_NEXT]), tuple(_months(coming, context)), tuple(_months(past, context)), context.day
    )


def front(items: Sequence[EventItem], context: Context) -> EventFrontView | None:
    """The next ones as of the hub's day; nothing when there are none."""
    rows = [row for row in _rows(items, context) if row.day >= context.day][:_NEXT]
    return EventFrontView(tuple(rows), context.day) if rows else None


_SENTENCES = {
    "events": mark("Everything that is held, for everybody."),
    "type": mark("Everything of the sort “{name}”."),
    "role": mark("What is held for the role “{name}”."),
    "district": mark("What is held for {name}, and for all."),
}


def overviews(items: Sequence[EventItem], context: Context) -> Iterator[PageSpec]:
    """The page about what can be followed."""
    feeds = []
    for calendar, _ in followed(items, context):
        sort = calendar.path.removesuffix(".ics").rpartition("/")[2].split("-")
        sentence = context._(_SENTENCES[sort[1] if len(sort) > 1 else sort[0]]).format(name=calendar.name)
        feeds.append(Feed(calendar, sentence, ways(calendar.path, calendar.title, context)))
    yield PageSpec(
        url="follow/", title=context._(mark("Follow along")),
        description=context._(mark("Put what is held into your own calendar, and be told what is new.")),
        view=FollowView(tuple(feeds), NEWEST_FEED), section="events",
        crumbs=(context.home(),), facets={"kind": (context._(mark("Overviews")),)},
    )  # fmt: skip
