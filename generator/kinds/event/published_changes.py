"""What has become of the occasions that people have in their calendars: none may vanish or be moved without a word.

Nothing of the site before reaches the next one, since equal content makes equal sites: what has vanished is said to
those who write, and they put it back as cancelled.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from generator.formats.ics_reading import ToldTime, told_times
from generator.kinds.event.calendars import ALL_EVENTS, name_of
from generator.kinds.event.model import Occasion
from generator.kinds.event.summary import EventItem, HeldTime, end, ends, told
from generator.model.catalog import Finding
from generator.model.context import Context
from generator.model.kind import ReadFile


def since(items: Sequence[EventItem], read: ReadFile, context: Context) -> Iterator[tuple[str, Finding]]:
    """Each finding with the id of the event whose file it is about, also when there is no such file any more."""
    known = {name_of(item, time.id): (item, time) for item in items for time in item.summary.times}
    for before in told_times(read(ALL_EVENTS) or b""):
        item, time = known.get(before.name, (None, None))
        if item and time:
            if not before.is_cancelled and max(before.start, time.start).date() >= context.day:
                yield from ((item.id, finding) for finding in _moved(item, time, before, context))
        elif not before.is_cancelled and before.start.date() >= context.day:
            yield _vanished(before, items, context)


def _vanished(before: ToldTime, items: Sequence[EventItem], context: Context) -> tuple[str, Finding]:
    """Told where its event is; of one that is gone too, where its file was."""
    _, name, occasion = before.name.split("/", 2)
    event = next((item.id for item in items if name in (item.summary.uid, item.id)), name)
    values = {"id": occasion, "time": _time(before.start, context)}
    return event, Finding("occasion-vanished", ("occasions",), values)


def _moved(item: EventItem, time: HeldTime, before: ToldTime, context: Context) -> Iterator[Finding]:
    if time.state == "cancelled" or ((time.start, end(time), time.place) == (before.start, before.end, before.place)):
        return
    number, occasion = time.number, item.model.occasions[time.number]
    said = {change.what for change in occasion.changes[before.revision :]}
    ending, at = ends(occasion, context.settings.timezone), ("occasions", number)
    if (occasion.start, ending) != (before.start, before.end) and "time" not in said:
        place = "start" if occasion.start != before.start else "end" if occasion.end else "minutes"
        yield _unsaid(
            occasion, (*at, place), f"{_time(before.start, context)}–{_clock(before.end, context)}", "time", context
        )
    if told(occasion.place or item.model.place) != before.place and "place" not in said:
        yield _unsaid(occasion, (*at, "place") if occasion.place else (*at, "id"), before.place, "place", context)


def _unsaid(occasion: Occasion, place: tuple[str | int, ...], before: str, what: str, context: Context) -> Finding:
    values = {"occasion": context.language.day_and_time(occasion.start), "before": before, "what": what}
    return Finding("moved-unsaid", place, values)


def _time(moment: datetime, context: Context) -> str:
    return f"{context.language.date(moment.date())} {_clock(moment, context)}"


def _clock(moment: datetime, context: Context) -> str:
    return context.language.time_of_day(moment)
