"""What is known of an event without opening it: when it is held, and what may be said of that elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol, TypeAlias

from generator.kinds.event.model import Event, Occasion, Place
from generator.model.catalog import Item
from generator.model.context import Context, DocumentContext
from generator.model.digest_entry import Happening
from generator.model.local_time import end_of
from generator.model.meeting import OCCASIONS, Meetings, MeetingTime, for_district, for_school
from generator.model.rollup import DAY, Rollup, RollupKey, RollupName


class Timed(Protocol):
    """What begins, and either lasts so many minutes or ends at a time."""

    @property
    def start(self) -> datetime: ...
    @property
    def minutes(self) -> int | None: ...
    @property
    def end(self) -> datetime | None: ...


@dataclass(frozen=True, slots=True)
class HeldTime:
    """One time that an event is held, as lists, calendars and the rules between events know it."""

    number: int
    """Its place in the file, from 0."""
    id: str
    start: datetime
    minutes: int | None
    end: datetime | None
    state: str
    where: str
    """As `whereabouts` says."""
    place: str
    """As `told` says."""
    how: str
    """How one finds the place, or gets in."""
    programme: str | None
    """What happens this time alone."""
    changes: int
    """How often it was changed."""
    changed: date | None
    """When it was last changed."""
    said: tuple[str, ...]
    """Why it was changed, each time, and what is special about it."""


@dataclass(frozen=True, slots=True)
class EventSummary:
    """An event as lists show it. To open each of thousands takes seconds: lists and calendars ask for this alone."""

    uid: str | None
    school: str | None
    programme: str | None
    times: tuple[HeldTime, ...]
    """Each time that it is held, in order of time."""

    @property
    def first(self) -> date:
        return self.times[0].start.date()


EventItem: TypeAlias = Item[Event, EventSummary]


def summary(event: Event) -> EventSummary:
    times = [_held_time(number, one, one.place or event.place) for number, one in enumerate(event.occasions)]
    times.sort(key=lambda time: (time.start, time.id))
    return EventSummary(event.uid, event.school, event.programme, tuple(times))


def _held_time(number: int, one: Occasion, place: Place | None) -> HeldTime:
    return HeldTime(
        number=number, id=one.id, start=one.start, minutes=one.minutes, end=one.end, state=one.state,
        where=whereabouts(place), place=told(place), how=(place.how if place else None) or "",
        programme=one.programme, changes=len(one.changes),
        changed=max((change.date for change in one.changes), default=None),
        said=(*(change.why for change in one.changes), *((one.note,) if one.note else ())),
    )  # fmt: skip


def told(place: Place | None) -> str:
    """A place on one line, with the address at which one joins over the net."""
    return ", ".join(part for part in (whereabouts(place), place.url) if part) if place else ""


def whereabouts(place: Place | None) -> str:
    """A place on one line, for lists."""
    return ", ".join(part for part in (place.name, place.room, place.address) if part) if place else ""


def first_day(known: EventSummary) -> date:
    return known.first


def by_start(item: EventItem, _: Context) -> tuple[int | str, ...]:
    return (item.summary.times[0].start.isoformat(),)


def in_order(occasions: Iterable[Occasion]) -> list[Occasion]:
    return sorted(occasions, key=lambda occasion: (occasion.start, occasion.id))


def end(held: Timed) -> datetime:
    """When it ends by the clock; `rules` say when it does not say so itself. Over a changed clock, see `ends`."""
    return held.end or held.start + timedelta(minutes=held.minutes or 0)


def ends(held: Timed, zone: str) -> datetime:
    """When it ends by the clocks of a zone, also over a night when they are changed."""
    return held.end or end_of(held.start, held.minutes or 0, zone)


def facts(item: EventItem, context: DocumentContext) -> tuple[str, ...]:
    event, language = item.model, context.language
    occasions = in_order(event.occasions)
    first, last, number = occasions[0].start.date(), occasions[-1].start.date(), len(occasions)
    when = language.date(first) if first == last else f"{language.date(first)} – {language.date(last)}"
    times = language.ngettext("{number} time", "{number} times", number).format(number=number) if number > 1 else ""
    return (context.name("event-types", event.type), when, times, ", ".join(context.names("roles", event.audience)))


def terms(event: Event) -> Mapping[str, tuple[str, ...]]:
    levels = (event.level,) if event.level else ()
    return {
        "event-types": (event.type,), "levels": levels, "functions": event.functions, "roles": event.audience,
        "districts": event.districts,
    }  # fmt: skip


def days(event: Event) -> Iterator[date]:
    """The days on which something was changed."""
    for occasion in event.occasions:
        for change in occasion.changes:
            yield change.date


def whom(item: EventItem) -> tuple[str, ...]:
    """Whom it is for alone, as keys of `OCCASIONS`: a school, districts, or all."""
    districts = tuple(map(for_district, item.common.terms.get("districts", ())))
    school = (for_school(item.summary.school),) if item.summary.school else ()
    return (*school, *districts) or ("",)


def _held(item: EventItem) -> Iterator[tuple[str, MeetingTime]]:
    for time in item.summary.times:
        where = f"{item.url}#{anchor(time.id)}"
        for key in whom(item):
            yield key, MeetingTime(time.start, where, item.common.title, time.state)


def _in_time(held: Sequence[MeetingTime]) -> tuple[MeetingTime, ...]:
    return tuple(sorted(held))


@dataclass(frozen=True, slots=True)
class Busy:
    """An occasion that keeps people from another at the same time."""

    event: str
    start: datetime
    end: datetime
    roles: frozenset[str]
    alone: frozenset[str]
    """As `whom` says."""


BUSY: RollupName[tuple[Busy, ...]] = RollupName("busy")
"""By day: what is held and not cancelled."""


def _busy(item: EventItem) -> Iterator[tuple[str, Busy]]:
    roles, alone = frozenset(item.common.terms.get("roles", ())), frozenset(whom(item))
    for time in item.summary.times:
        if time.state != "cancelled":
            yield time.start.date().isoformat(), Busy(item.id, time.start, end(time), roles, alone)


def _as_told(busy: Sequence[Busy]) -> tuple[Busy, ...]:
    return tuple(busy)


BY_DAY = Rollup(name=BUSY, emit=_busy, fold=_as_told)
HELD = Rollup(name=OCCASIONS, emit=_held, fold=_in_time)


def anchor(occasion: str) -> str:
    """Of an occasion on the page of its event."""
    return f"occasion-{occasion}"


def shown(event: Event) -> Meetings:
    """The days that are left, for the pages of what is taught."""
    return Meetings(
        tuple(occasion.start.date() for occasion in in_order(event.occasions) if occasion.state != "cancelled")
    )


def offers(event: Event) -> Iterator[Happening]:
    """Its occasions as weekly mails tell them."""
    for occasion in event.occasions:
        last = max(occasion.changes, key=lambda change: change.date, default=None)
        place = occasion.place or event.place
        yield Happening(
            id=occasion.id, start=occasion.start, state=occasion.state, changed=last.date if last else None,
            why=(last.why or "") if last else "", place=place.name if place else "",
            note=occasion.note or "",
            districts=event.districts, schools=(event.school,) if event.school else (),
        )  # fmt: skip


def asks(_: EventItem) -> tuple[RollupKey, ...]:
    """The hub's day."""
    return ((DAY, ""),)
