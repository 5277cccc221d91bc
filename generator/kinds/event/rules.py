"""What must hold within an event, and between its times and the clocks of the hub's zone."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import timedelta
from typing import cast

from generator.kinds.event import linked_programme
from generator.kinds.event.model import Event, Occasion
from generator.kinds.event.summary import BUSY, EventItem, end, ends, whom
from generator.model.catalog import Finding
from generator.model.context import Context, DocumentContext
from generator.model.local_time import occurs
from generator.model.vocabulary import HolidayEntry

_LONGEST = timedelta(hours=12)
_SATURDAY = 5
_NAMED = 3
"""As many are named where one mend is for all: who reads of more learns no more."""


def rules(item: EventItem, context: DocumentContext) -> Iterator[Finding]:
    event = item.model
    seen: set[str] = set()
    for number, occasion in enumerate(event.occasions):
        at, called = ("occasions", number), context.language.day_and_time(occasion.start)
        if occasion.id in seen:
            yield Finding("occasion-twice", (*at, "id"), {"id": occasion.id})
        seen.add(occasion.id)
        if occasion.minutes is None and occasion.end and occasion.end <= occasion.start:
            yield Finding("occasion-reversed", (*at, "end"))
        elif (occasion.minutes is None) == (occasion.end is None) or not _is_sound(occasion):
            place = "end" if occasion.end else "minutes" if occasion.minutes else "start"
            yield Finding("occasion-length", (*at, place), {"occasion": called})
        if occasion.state == "cancelled":
            if not any(change.what == "cancelled" for change in occasion.changes):
                yield Finding("cancelled-unsaid", (*at, "state"), {"occasion": called})
        else:
            yield from _day_rules(number, occasion, called, context)
    if nowhere := [n for n, one in enumerate(event.occasions) if not (one.place or event.place)]:
        names = _few([context.language.day_and_time(event.occasions[number].start) for number in nowhere])
        yield Finding("place-missing", ("occasions", nowhere[0], "id"), {"occasion": names})
    if event.type == "webinar" and event.place and not event.place.url:
        yield Finding("webinar-url", ("place", "name"))
    yield from _signup_rules(event)


def _few(names: Collection[str]) -> str:
    """The first of them, as a message names them."""
    return ", ".join([*names][:_NAMED]) + (" …" if len(names) > _NAMED else "")


def _is_sound(occasion: Occasion) -> bool:
    return timedelta(0) < end(occasion) - occasion.start <= _LONGEST


def _day_rules(number: int, occasion: Occasion, called: str, context: DocumentContext) -> Iterator[Finding]:
    day, at = occasion.start.date(), ("occasions", number, "start")
    holidays = (one for one in context.vocabularies.get("holidays", {}).values() if isinstance(one, HolidayEntry))
    holiday = next((one for one in holidays if one.first <= day <= one.last), None)
    if holiday:
        yield Finding("occasion-holiday", at, {"occasion": called, "holiday": holiday.name})
    elif day.weekday() >= _SATURDAY:
        yield Finding("occasion-weekend", at, {"occasion": called})


def _signup_rules(event: Event) -> Iterator[Finding]:
    signup = event.signup
    if signup is None:
        return
    if (signup.url is None) == (signup.mailbox is None):
        yield Finding("signup-one", ("signup",))
    if signup.by and signup.by > max(occasion.start.date() for occasion in event.occasions):
        yield Finding("signup-after-start", ("signup", "by"))


def between(item: EventItem, context: Context) -> Iterator[Finding]:
    """Only the hub knows its zone, and so which hours there are; and the programmes that are followed."""
    yield from _uid_rule(item, context)
    yield from _clashes(item, context)
    zone, codes = context.settings.timezone, {"never": "time-gap", "twice": "time-twice"}
    for held in item.summary.times:
        last = "end" if held.end else "minutes"  # what lasts so long that it ends in that hour is no clearer
        for field, time in (("start", held.start), (last, ends(held, zone))):
            if code := codes.get(occurs(time, zone)):
                yield Finding(code, ("occasions", held.number, field), {"time": f"{time:%Y-%m-%d %H:%M}"})
                break
    yield from linked_programme.between(item, context)


def _uid_rule(item: EventItem, context: Context) -> Iterator[Finding]:
    own = item.summary.uid
    if own is None:
        return
    for other in cast("tuple[EventItem, ...]", context.catalog.of_kind(item.kind)):
        if other.id != item.id and own in (other.id, other.summary.uid):
            yield Finding("uid-taken", ("uid",), {"other": f"{item.kind}:{other.id}"})


def _clashes(item: EventItem, context: Context) -> Iterator[Finding]:
    """Told once of each time, in one of the files, and of what is still to come: nobody moves what was held."""
    roles, alone = frozenset(item.common.terms.get("roles", ())), frozenset(whom(item))
    for time in item.summary.times:
        if time.state == "cancelled" or time.start.date() < context.day:
            continue
        others = dict.fromkeys(
            f"{item.kind}:{other.event}"
            for other in context.catalog.rollup(BUSY, time.start.date().isoformat())
            if other.event < item.id and other.start < end(time) and time.start < other.end
            and roles & other.roles and alone & other.alone
        )  # fmt: skip
        if others:
            values = {"occasion": context.language.day_and_time(time.start), "other": _few(others)}
            yield Finding("clash", ("occasions", time.number, "start"), values)
