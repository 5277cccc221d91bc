"""All occasions by month, the next ones on the front page, and the page about what can be followed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import ClassVar

from generator.i18n.language import mark
from generator.kinds.event.calendars import Followed, followed
from generator.kinds.event.summary import EventItem, HeldTime, anchor
from generator.model.context import Context
from generator.model.feed_list import followable
from generator.model.kind import AREAS
from generator.model.listing import ByMonth
from generator.model.page import Crumb, PageSpec
from generator.model.view import Choice, Index, View

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
    words: Mapping[str, tuple[str, ...]]
    """What it can be chosen by: ids by the name of the choice."""


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
    choices: tuple[Choice, ...]
    """What the coming ones can be chosen by."""
    districts: tuple[Crumb, ...]
    """The pages of districts that something is held for alone."""
    day: date
    """The hub's day."""


@dataclass(frozen=True, slots=True)
class EventDistrictView(View):
    """What is held for a district, and for all."""

    template: ClassVar[str] = "event/district.html"
    coming: tuple[Month, ...]
    calendar: Followed
    day: date
    """The hub's day."""


@dataclass(frozen=True, slots=True)
class EventFrontView(View):
    """The next occasions, on the front page."""

    template: ClassVar[str] = "event/front.html"
    rows: tuple[Row, ...]
    day: date


@dataclass(frozen=True, slots=True)
class FollowedSort:
    """Calendars of one sort: by type, by role, by district, by school."""

    sort: str
    """A vocabulary."""
    title: str
    sentence: str
    """What is in each."""
    calendars: tuple[Followed, ...]


@dataclass(frozen=True, slots=True)
class NewsFeed:
    """A feed of what is new, with what is in it and where it stands relative to the site's root."""

    name: str
    sentence: str
    atom: str
    json: str


@dataclass(frozen=True, slots=True)
class FollowView(View):
    """All that can be followed."""

    template: ClassVar[str] = "event/follow.html"
    every: Followed
    """The calendar of all events."""
    sorts: tuple[FollowedSort, ...]
    """Only those that hold any."""
    news: tuple[NewsFeed, ...]
    """Feeds of what is new; none while the hub has no address."""
    mails: str
    """Where the mails of each week stand, relative to the site's root; "" before there is one."""


def _coming_and_past(items: Sequence[EventItem], context: Context) -> tuple[list[Row], list[Row]]:
    """In order of time, as of the hub's day; no more of either than a page shows."""
    times = [(time, item) for item in items for time in item.summary.times]
    times.sort(key=lambda one: (one[0].start, one[1].url, one[0].id))
    first = bisect_left(times, context.day, key=lambda one: one[0].start.date())
    coming, past = times[first:][:_MOST], times[:first][-_MOST:]
    return [_row(*one, context) for one in coming], [_row(*one, context) for one in past]


def _row(time: HeldTime, item: EventItem, context: Context) -> Row:
    day, terms, names = time.start.date(), item.common.terms, context.catalog.names
    types, districts = terms.get("event-types", ()), terms.get("districts", ())
    return Row(
        time.start, day, item.url, anchor(time.id), item.common.title,
        ", ".join(names("event-types", types)), time.where, names("districts", districts), time.state,
        {
            "type": types, "for": terms.get("roles", ()), "month": (f"{day:%Y-%m}",),
            "district": districts or tuple(context.catalog.vocabularies.get("districts", {})),
        },
    )  # fmt: skip


def _months(rows: Sequence[Row], context: Context) -> Iterator[Month]:
    for day, of_month in groupby(rows, key=lambda row: row.day.replace(day=1)):
        yield Month(f"{day:%Y-%m}", ByMonth.title(day, context.language.code), tuple(of_month))


def index(index: Index, items: Sequence[EventItem], context: Context) -> EventIndexView:
    coming, past = _coming_and_past(items, context)
    held = [row for row in coming if row.state != "cancelled"]
    months = tuple(_months(coming, context))
    choices = tuple(choice for choice in _choices(coming, months, context) if len(choice.options) > 1)
    districts = tuple(Crumb(one.name, _of_district(one, context)) for one, _ in _districts(items, context))
    return EventIndexView(
        index, tuple(held[:_NEXT]), months, tuple(_months(past, context)), choices, districts, context.day
    )


_DISTRICT = "district"


def _districts(items: Sequence[EventItem], context: Context) -> Iterator[tuple[Followed, tuple[EventItem, ...]]]:
    """Each district with what is held for it and for all; none where everything is for all."""
    if any(item.common.terms.get("districts") for item in items):
        yield from (one for one in followed(items, context) if one[0].sort == "districts")


def _of_district(calendar: Followed, context: Context) -> str:
    """Where the page of a district stands, in the hub's own words."""
    word = dict(context.settings.addresses).get(AREAS, _DISTRICT)
    return f"{context.kinds['event'].section}/{word}/{calendar.id}/"


def _district_pages(items: Sequence[EventItem], context: Context) -> Iterator[PageSpec]:
    section = context.kinds["event"].section
    former = (_DISTRICT, *dict(context.settings.former_addresses).get(AREAS, ()))
    events = Crumb(context._(mark("Events")), f"{section}/")
    for calendar, of_it in _districts(items, context):
        months = tuple(_months(_coming_and_past(of_it, context)[0], context))
        yield PageSpec(
            url=_of_district(calendar, context), old_urls=tuple(f"{section}/{one}/{calendar.id}/" for one in former),
            title=context._(mark("Events for {district}")).format(district=calendar.name),
            description=context._(mark("What is held for {district}, and for all.")).format(district=calendar.name),
            view=EventDistrictView(months, calendar, context.day), section=section, crumbs=(context.home(), events),
            is_list=True,
        )  # fmt: skip


def _choices(rows: Sequence[Row], months: Sequence[Month], context: Context) -> Iterator[Choice]:
    """Only of what some row has; where nothing is for one district alone, there is none to choose."""
    used = {name: {id_ for row in rows for id_ in row.words[name]} for name in ("type", "for", "district")}
    if not any(row.districts for row in rows):
        used["district"] = set()
    labels = {"type": mark("Sort"), "for": mark("For"), "district": mark("[District]")}
    for name, vocabulary in {"type": "event-types", "for": "roles", "district": "districts"}.items():
        entries = context.catalog.vocabularies.get(vocabulary, {})
        options = tuple((id_, context.catalog.name(vocabulary, id_)) for id_ in entries if id_ in used[name])
        yield Choice(name, context._(labels[name]), options)
    yield Choice("month", context._(mark("Month")), tuple((month.id, month.title) for month in months))


def front(items: Sequence[EventItem], context: Context) -> EventFrontView | None:
    """The next ones as of the hub's day; nothing when there are none."""
    rows = _coming_and_past(items, context)[0][:_NEXT]
    return EventFrontView(tuple(rows), context.day) if rows else None


_SORTS = {
    "event-types": (mark("By type"), mark("Everything of one type, for everybody.")),
    "roles": (mark("By role"), mark("What is held for one role, wherever it is.")),
    "districts": (mark("By [district]"), mark("What is held for one [district], and for all.")),
    "schools": (mark("By [place]"), mark("What is held for one [place], for its [district], and for all.")),
}
"""Title and sentence of each sort of calendars."""


_NEWS = {
    "all": mark("Everything that is new and updated."),
    "kinds": mark("What is new and updated under “{name}”."),
    "roles": mark("What is new and updated for the role “{name}”."),
    "districts": mark("What is new and updated for {name} alone."),
}


def _news(context: Context) -> Iterator[NewsFeed]:
    """Readers keep entries without the page they came from: without an address they would lead nowhere."""
    for one in followable(context) if context.settings.site_url else ():
        name = one.title or context._(mark("Everything"))
        sentence = context._(_NEWS[one.sort]).format(name=name)
        yield NewsFeed(name, sentence, f"{one.name}.xml", f"{one.name}.json")


def overviews(items: Sequence[EventItem], context: Context) -> Iterator[PageSpec]:
    """A page for each district, and the one about what can be followed."""
    yield from _district_pages(items, context)
    every, *others = [calendar for calendar, _ in followed(items, context)]
    of_sort = {sort: tuple(one for one in others if one.sort == sort) for sort in _SORTS}
    sorts = tuple(
        FollowedSort(sort, context._(title), context._(sentence), of_sort[sort])
        for sort, (title, sentence) in _SORTS.items()
        if of_sort[sort]
    )
    mails = next((one.url for one in followable(context) if one.key == "digest"), "")
    yield PageSpec(
        url="follow/", title=context._(mark("Follow along")),
        description=context._(mark("Put what is held into your own calendar, and be told what is new.")),
        view=FollowView(every, sorts, tuple(_news(context)), mails), section="events",
        crumbs=(context.home(),), facets={"kind": (context._(mark("Overviews")),)},
    )  # fmt: skip
