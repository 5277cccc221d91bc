"""Makes events of a calendar file (ICS): what recurs is written out for a year, in the hub's own time."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path
from zoneinfo import ZoneInfo

from generator.content.yaml.writer import Value
from generator.imports.draft import Draft
from generator.imports.events import Meeting, described, drafts_of
from generator.imports.inline_text import tidied
from generator.imports.keywords import shortened
from generator.imports.moments import minutes_between
from generator.imports.optional_packages import library
from generator.model.kind import Kind
from generator.model.link_policy import is_whole
from generator.problems.content_rules import RULES
from generator.problems.problem import ContentError, HubError, Problem, Span

_MOST_BYTES = 5_000_000
_MOST = 1_000
_MOST_READ = 3_000
"""Entries of a file, those of years past included."""
_AHEAD = timedelta(days=366)
_TOO_OFTEN = re.compile(rb"^(?:RRULE|EXRULE)[^\n]*FREQ=(?:SECONDLY|MINUTELY|HOURLY)", re.MULTILINE | re.IGNORECASE)
_SAVE_ANEW = "Export it again from the calendar that it is from."


def calendar_of(file: Path, kind: Kind, zone: ZoneInfo, today: date) -> tuple[list[Draft], tuple[Problem, ...]]:
    """Drafts, and what is told of the file. HubError when it is no calendar."""
    components = _components(file, today)
    meetings: dict[str, Meeting] = {}
    left: dict[str, int] = {}
    has_persons = False
    for found in components:
        has_persons |= any(name in found for name in ("ATTENDEE", "ORGANIZER", "CONTACT"))
        why = _take(found, meetings, zone)
        if why:
            left[why] = left.get(why, 0) + 1
    place = Span(file.name)
    problems = [Problem(RULES["import-person-column"], place, {"column": "ATTENDEE, ORGANIZER"})] if has_persons else []
    problems += (Problem(RULES[code], place, {"count": f"{count}"}) for code, count in sorted(left.items()))
    held = (one for one in meetings.values() if one.occasions)
    return drafts_of(held, kind, file.name, problems), tuple(problems)


def _components(file: Path, today: date) -> list:  # type: ignore[type-arg]  # the library's own mapping
    """What takes place in a year from today; where nothing does any more, in the year after its first event."""
    icalendar, recurring = library("icalendar"), library("recurring_ical_events")
    if file.stat().st_size > _MOST_BYTES:
        raise HubError("{file} is larger than 5 MB, which is the most that is read.", _SAVE_ANEW, file=file.name)
    content = file.read_bytes()
    if _TOO_OFTEN.search(content):
        raise HubError(
            "{file} repeats something every hour or more often, which no event does.", _SAVE_ANEW, file=file.name
        )
    if (count := content.upper().count(b"BEGIN:VEVENT")) > _MOST_READ:
        values = {"count": f"{count}", "limit": f"{_MOST_READ}"}
        raise ContentError([Problem(RULES["import-too-large"], Span(file.name), values)], "Nothing was taken in.")
    try:
        calendars = icalendar.Calendar.from_ical(content, multiple=True)
        found: list = []  # type: ignore[type-arg]
        starts = [start for one in calendars for event in one.walk("VEVENT") if (start := _day(event.get("DTSTART")))]
        for first in (today, *sorted(starts)[:1]):
            for calendar in calendars:
                query = recurring.of(calendar, skip_bad_series=True)
                among = query.between(first, first + _AHEAD) if len(starts) < _MOST else query.after(first)
                found += islice(among, _MOST + 1)
            if found:
                break
    except Exception as error:  # foreign calendars have the library raise whatever there is
        raise HubError("{file} is damaged, or no {form} file.", _SAVE_ANEW, file=file.name, form="ICS") from error
    return found


def _day(start: object) -> date | None:
    value = getattr(start, "dt", None)
    return value.date() if isinstance(value, datetime) else value if isinstance(value, date) else None


def _take(found, meetings: dict[str, Meeting], zone: ZoneInfo) -> str:  # type: ignore[no-untyped-def]  # as above
    """Adds one time to the event that it is of; or the code of why it is left out."""
    start, end = found.start, found.end
    title = tidied(str(found.get("SUMMARY", ""))).replace("\n", " ")
    if str(found.get("STATUS", "")).upper() == "CANCELLED":
        return "import-cancelled"
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return "import-all-day"
    if not title:
        return "import-untitled"
    key = str(found.get("UID", "")) or title.casefold()
    meeting = meetings.setdefault(
        key, Meeting(shortened(title, 120), {"description": described(tidied(str(found.get("DESCRIPTION", ""))))})
    )
    begins, ends = (_here(moment, zone) for moment in (start, end))
    where = tidied(str(found.get("LOCATION", ""))).replace("\n", ", ")
    place: Value = (
        {"name": "Online", "url": where} if is_whole(where) else {"name": shortened(where, 400)} if where else {}
    )
    meeting.add(begins, minutes_between(begins, ends), place)
    return ""


def _here(moment: datetime, zone: ZoneInfo) -> datetime:
    """In the hub's zone; a time without a zone is meant as it stands."""
    return moment.astimezone(zone).replace(tzinfo=None) if moment.tzinfo else moment
