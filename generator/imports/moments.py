"""Days and times of day as people write them in sheets, Danish and English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "ma[ij]", "jun", "jul", "aug", "sep", "o[kc]t", "nov", "dec")
_NAMED = "|".join(f"(?P<m{number}>{name})" for number, name in enumerate(_MONTHS, 1))
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_FIGURES = re.compile(r"(?<!\d)(\d{1,2})\s*([./-])\s*(\d{1,2})(?:\s*[./-]\s*|\s+)((?:19|20)?\d{2})(?!\d)")
_SPAN = re.compile(r"(?<!\d)(\d{1,2})\s*[-–]\s*\d{1,2}(?=[./]\d{1,2}[./]\d{2})")
"""“23-25/01/2024”: it begins on the first of these days."""
_SHORT = re.compile(r"(?<!\d)(\d{1,2})\s*([./])\s*(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?\s*(?:of\s+)?(?:{_NAMED})[a-zæøå]*\.?,?\s*(?P<year>\d{{4}})?", re.I
)
_MONTH_FIRST = re.compile(
    rf"\b(?:{_NAMED})[a-z]*\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b,?\s*(?P<year>\d{{4}})?", re.I
)
_CLOCK = re.compile(r"(?<![\d.:/])(\d{1,2})(?:[.:](\d{2}))?(?![\d/])\s*([ap]\.?m\b\.?)?", re.I)
_FIRST_SERIAL, _LAST_SERIAL = 30_000, 80_000
_EPOCH = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Day:
    """A day that a text says, and the other one that it may mean."""

    day: date
    other: date | None = None
    is_guessed_year: bool = False


def day_in(text: str, today: date, *, month_first: bool = False) -> Day | None:
    """None when the text says no day. Where no year is said, the next such day from `today` is meant."""
    text = _SPAN.sub(r"\1", text)
    if found := _ISO.search(text):
        return _made(int(found[1]), int(found[2]), int(found[3]))
    if found := _FIGURES.search(text):
        return _of_figures(
            int(found[1]), int(found[3]), _year(found[4]), found[0].count("/") > 1, month_first=month_first
        )
    if found := _DAY_FIRST.search(text) or _MONTH_FIRST.search(text):
        month = next(number for number in range(1, 13) if found[f"m{number}"])
        return _of_year(found["year"], month, int(found["day"]), today)
    if re.fullmatch(r"\d{5}(?:\.\d+)?", text) and _FIRST_SERIAL <= int(float(text)) <= _LAST_SERIAL:
        return Day(_EPOCH + timedelta(days=int(float(text))))
    if found := _SHORT.search(text):
        return _of_year(None, int(found[3]), int(found[1]), today)
    return None


def without_day(text: str) -> str:
    """What is left of a text when its day is taken out: perhaps a time."""
    for pattern in (_ISO, _FIGURES, _DAY_FIRST, _MONTH_FIRST):
        text, count = pattern.subn(" ", text, count=1)
        if count:
            break
    return text


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _made(year: int, month: int, day: int, other: date | None = None) -> Day | None:
    try:
        return Day(date(year, month, day), other)
    except ValueError:
        return None


def _of_figures(first: int, second: int, year: int, can_be_american: bool, *, month_first: bool) -> Day | None:
    as_day_first, as_month_first = _made(year, second, first), _made(year, first, second)
    if not can_be_american or not (as_day_first and as_month_first) or first == second:
        return as_day_first or as_month_first
    chosen, left = (as_month_first, as_day_first) if month_first else (as_day_first, as_month_first)
    return Day(chosen.day, left.day)


def _of_year(year: str | None, month: int, day: int, today: date) -> Day | None:
    if year:
        return _made(int(year), month, day)
    made = next(
        (one for ahead in range(5) if (one := _made(today.year + ahead, month, day)) and one.day >= today), None
    )
    return made and Day(made.day, None, True)


def times_in(text: str) -> tuple[time | None, time | None]:
    """When it begins and ends, as far as a text says so: “kl. 14.30–16”, “2:30 pm”."""
    found = [one for match in _CLOCK.finditer(text) if (one := _time(match)) is not None]
    return (found[0] if found else None), (found[1] if len(found) > 1 else None)


def _time(found: re.Match[str]) -> time | None:
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def minutes_between(start: datetime, end: datetime) -> int | None:
    """None when it lasts nothing, or more than the twelve hours that an occasion may last."""
    minutes = int((end - start).total_seconds() // 60)
    return minutes if 1 <= minutes <= 720 else None
