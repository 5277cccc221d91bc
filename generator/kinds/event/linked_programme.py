"""What happens at an event, when a programme says it: that it fits, and where it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.kinds.event.summary import EventItem, EventSummary, ends
from generator.model.catalog import Finding, Item
from generator.model.context import Context
from generator.model.local_time import minutes_between
from generator.model.programme import ProgrammeSession


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
    event, zone = item.summary, context.settings.timezone
    for place, ref in _named(event):
        target = context.catalog.items.get(_key(ref))
        if target and not _sessions(target):
            yield Finding("programme-none", place, {"title": target.common.title})
    for time in event.times:
        followed = time.programme or event.programme or ""
        target = context.catalog.items.get(_key(followed)) if time.state in ("planned", "full") else None
        session = _session(followed, _sessions(target)) if target else None
        if session and session.minutes > (there := minutes_between(time.start, ends(time, zone), zone)):
            place = ("occasions", time.number, "programme" if time.programme else "id")
            values = {
                "title": session.title, "minutes": str(session.minutes), "there": str(there),
                "occasion": context.language.day_and_time(time.start),
            }  # fmt: skip
            yield Finding("programme-long", place, values)


def _named(event: EventSummary) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if event.programme:
        yield ("programme",), event.programme
    for time in event.times:
        if time.programme:
            yield ("occasions", time.number, "programme"), time.programme


def _sessions(target: Item) -> tuple[ProgrammeSession, ...]:
    """Those of a programme; none of anything else."""
    shown = target.common.shown
    return tuple(one for one in shown if isinstance(one, ProgrammeSession)) if isinstance(shown, tuple) else ()


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
    session = next((one for one in _sessions(target) if one.id == anchor), None)
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
