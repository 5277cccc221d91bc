"""Calendar files (RFC 5545, 7986) that programs follow: what is moved is moved there too, what is cancelled says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from generator.model.feed import Calendar, CalendarEntry
from generator.model.settings import Settings

_OCTETS = 75
"""The longest line without its end (section 3.1)."""
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def ics(calendar: Calendar, settings: Settings, known: dict[CalendarEntry, str] | None = None) -> bytes:
    """The calendar in UTF-8. Each occasion is an event of its own: moved ones of a recurring rule come twice.

    `known` holds entries as they were written: what stands in many calendars of a hub is written once.
    """
    written = {} if known is None else known
    for entry in calendar.entries:
        if entry not in written:
            written[entry] = _lines(_event(entry, settings))
    first = min((_day(entry.start) for entry in calendar.entries), default=date(2020, 1, 1))
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//training-hub//events//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
        f"NAME:{_text(calendar.title)}", f"X-WR-CALNAME:{_text(calendar.title)}",
        f"X-WR-TIMEZONE:{settings.timezone}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT4H", "X-PUBLISHED-TTL:PT4H",
    ]  # fmt: skip
    if calendar.colour:
        lines.append(f"COLOR:{calendar.colour}")
    if settings.site_url:
        lines.append(f"SOURCE;VALUE=URI:{settings.site_url}{calendar.path}")
    parts = [_lines(lines), _zone(settings.timezone, first.year), *(written[entry] for entry in calendar.entries)]
    return "".join([*parts, _lines(("END:VCALENDAR",))]).encode()


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _event(entry: CalendarEntry, settings: Settings) -> Iterator[str]:
    cancelled = entry.state == "cancelled"
    # Programs take a file for newer than the one they have by these two; a day without a time is told as the morning.
    stamp = datetime.combine(entry.updated, time(6)) + timedelta(seconds=entry.revision)
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(f'{entry.name}@{settings.tag_authority}'.replace(',', '-'))}"
    yield f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}"
    yield f"LAST-MODIFIED:{stamp:%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{entry.revision}"
    yield f"DTSTART{_time(entry.start, settings.timezone)}"
    yield f"DTEND{_time(entry.end, settings.timezone)}"
    yield f"SUMMARY:{_text(entry.title)}"
    yield f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}"
    # A deadline, which lasts the whole day, makes nobody busy.
    is_busy = isinstance(entry.start, datetime) and not cancelled
    yield f"TRANSP:{'OPAQUE' if is_busy else 'TRANSPARENT'}"
    if entry.place:
        yield f"LOCATION:{_text(entry.place)}"
    if entry.text:
        yield f"DESCRIPTION:{_text(entry.text)}"
    if settings.site_url:
        yield f"URL:{settings.site_url}{entry.url}"
    yield "END:VEVENT"


def _time(value: datetime | date, zone: str) -> str:
    if isinstance(value, datetime):
        return f";TZID={zone}:{value:%Y%m%dT%H%M%S}"
    return f";VALUE=DATE:{value:%Y%m%d}"


def _day(value: datetime | date) -> date:
    return value.date() if isinstance(value, datetime) else value


@lru_cache(maxsize=16)
def _zone(name: str, year: int) -> str:
    """What the clocks of the zone do, by the rule that they follow from the year before on."""
    return _lines(_zone_lines(name, year))


def _zone_lines(name: str, year: int) -> Iterator[str]:
    zone = ZoneInfo(name)
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{name}"
    changes = list(_changes(zone, year - 1))
    for before, after in changes:
        start = after.replace(tzinfo=None) - (_offset(after) - _offset(before))
        is_last = (start + timedelta(days=7)).month != start.month
        week = -1 if is_last else (start.day + 6) // 7
        yield from _observance("DAYLIGHT" if after.dst() else "STANDARD", before, after, start)
        yield f"RRULE:FREQ=YEARLY;BYMONTH={start.month};BYDAY={week}{_DAYS[start.weekday()]}"
        yield f"END:{'DAYLIGHT' if after.dst() else 'STANDARD'}"
    if not changes:
        always = datetime(year, 1, 1, tzinfo=zone)
        yield from _observance("STANDARD", always, always, datetime(1970, 1, 1))
        yield "END:STANDARD"
    yield "END:VTIMEZONE"


def _observance(kind: str, before: datetime, after: datetime, start: datetime) -> Iterator[str]:
    yield f"BEGIN:{kind}"
    yield f"TZNAME:{after.tzname()}"
    yield f"TZOFFSETFROM:{before:%z}"
    yield f"TZOFFSETTO:{after:%z}"
    yield f"DTSTART:{start:%Y%m%dT%H%M%S}"


def _changes(zone: ZoneInfo, year: int) -> Iterator[tuple[datetime, datetime]]:
    """The moments of a year at which the clocks are changed: the hour before, and the first moment after."""
    hour, end = datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)
    while hour < end:
        before, after = hour.astimezone(zone), (hour + timedelta(hours=1)).astimezone(zone)
        if before.utcoffset() != after.utcoffset():
            yield before, after
        hour += timedelta(hours=1)


def _offset(moment: datetime) -> timedelta:
    return moment.utcoffset() or timedelta(0)


def _text(text: str) -> str:
    """Escaped (section 3.3.11); signs that no line may hold are left out."""
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\n"), ("\n", "\\n")):
        text = text.replace(sign, written)
    return "".join(sign for sign in text if sign == "\t" or (sign >= " " and sign != "\x7f"))


def _folded(line: str) -> str:
    """In lines of at most 75 octets; no letter is cut through."""
    if len(line.encode()) <= _OCTETS:
        return line
    parts, size = [""], 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > _OCTETS:
            parts.append("")
            size = 1  # the space that a line goes on with
        parts[-1] += sign
        size += octets
    return "\r\n ".join(parts)
