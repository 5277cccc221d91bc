"""What happens at an event, when a programme says it: that it fits, and where it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.kinds.event.calendars import ends
from generator.kinds.event.model import Event
from generator.kinds.event.summary import EventItem
from generator.model.catalog import Finding
from generator.model.context import Context
from generator.model.programme import ProgrammeSession
from generator.model.schedule import minutes_between


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme that the event follows, as its page names it."""

    title: str
    url: str
    """Relative to the site's root, with the session's anchor."""
    day: date | None
    """The day, where each has its own; None for all of them."""


def between(item: EventItem, context: Context) -> Iterator[Finding]:
    """What is named is a programme, and a session fits into the time that there is. What was held is as it was."""
    event, zone = item.model, context.settings.timezone
    for place, ref in _named(event):
        target = context.catalog.items.get(_key(ref))
        if target and not context.offered(target, ProgrammeSession):
            yield Finding("programme-none", place, {"title": target.common.title})
    for number, occasion in enumerate(event.occasions):
        followed = occasion.programme or event.programme or ""
        target = context.catalog.items.get(_key(followed)) if occasion.state in ("planned", "full") else None
        session = _session(followed, context.offered(target, ProgrammeSession)) if target else None
        if session and session.minutes > (there := minutes_between(occasion.start, ends(occasion, zone), zone)):
            place = ("occasions", number, "programme") if occasion.programme else ("occasions", number, "id")
            values = {"title": session.title, "minutes": str(session.minutes), "there": str(there), "id": occasion.id}
            yield Finding("programme-long", place, values)


def _named(event: Event) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if event.programme:
        yield ("programme",), event.programme
    for number, occasion in enumerate(event.occasions):
        if occasion.programme:
            yield ("occasions", number, "programme"), occasion.programme


def programmes(item: EventItem, context: Context) -> tuple[Programme, ...]:
    """That of the event, and those of its days."""
    event = item.model
    days = [(one.programme, one.start.date()) for one in event.occasions if one.programme]
    named = [*([(event.programme, None)] if event.programme else []), *days]
    return tuple(found for ref, day in named if (found := _programme(ref, day, context)))


def _programme(ref: str, day: date | None, context: Context) -> Programme | None:
    """None for a draft, which is not shown."""
    target = context.catalog.items.get(_key(ref))
    if target is None:
        return None
    anchor = ref.partition("#")[2]
    sessions = target.common.shown if isinstance(target.common.shown, tuple) else ()
    session = next((one for one in sessions if isinstance(one, ProgrammeSession) and one.id == anchor), None)
    title = f"{target.common.title}: {session.title}" if session else target.common.title
    return Programme(title, target.url + (f"#{anchor}" if anchor else ""), day)


def _session(ref: str, sessions: tuple[ProgrammeSession, ...]) -> ProgrammeSession | None:
    """The one that is named, or the only one there is; None when nothing says which."""
    anchor = ref.partition("#")[2]
    if not anchor:
        return sessions[0] if len(sessions) == 1 else None
    return next((one for one in sessions if one.id == anchor), None)


def _key(ref: str) -> tuple[str, str]:
    kind, _, rest = ref.partition(":")
    return kind, rest.partition("#")[0]
