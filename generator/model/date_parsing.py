"""Days, times and lengths as people write them, read as files have them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import Literal, TypeAlias

Near: TypeAlias = Literal["next", "last", "nearest"]
"""Which day is meant without a year: the next such day from today on, the last one until today, or the nearest."""
_WEEKDAY = re.compile(
    r"(?:((?:man|tirs|ons|tors|fre|lør|søn)(?:dag)?|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)"
    r"\b[.,]?\s*)?(?:d\.\s*|den\s+|the\s+)?",
    re.IGNORECASE,
)
_WEEK = (("man", "mon"), ("tir", "tue"), ("ons", "wed"), ("tor", "thu"), ("fre", "fri"), ("lør", "sat"), ("søn", "sun"))
"""How the names of the days of the week begin, in Danish and in English, from Monday on."""
_NUMBERED = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\.?(?:\s*[./ -]\s*(\d{4})|\s*[./-]\s*(\d{2}))?")
_NAMED = re.compile(r"(\d{1,2})\.?\s+([A-Za-zæøåÆØÅ]{3,9})\.?(?:,?\s+(\d{4}))?")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:,?\s+(\d{4}))?")
_BACKWARDS = re.compile(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})")
_MONTHS: tuple[tuple[str, ...], ...] = (
    ("jan",), ("feb",), ("mar",), ("apr",), ("maj", "may"), ("jun",), ("jul",), ("aug",), ("sep",), ("okt", "oct"),
    ("nov",), ("dec",),
)  # fmt: skip
"""How the names of months begin, in Danish and in English."""
_FROM_TODAY = {
    -2: ("i forgårs",), -1: ("i går", "igår", "yesterday"), 0: ("i dag", "idag", "today"),
    1: ("i morgen", "imorgen", "tomorrow"), 2: ("i overmorgen", "overmorgen"),
}  # fmt: skip
"""Days that are named by how many days they are from today."""
_YEARS = 9
"""In as many years from any on, and back, there is a 29 February."""
_TIME = re.compile(r"(?:kl\.?\s*|at\s+)?([01]?\d|2[0-3])(?:[.:]([0-5]\d))?", re.IGNORECASE)
_AT = re.compile(r"(.*?\S)(?:[\s,]+|T(?=\d))((?:kl\.?\s*|at\s+)?\d{1,2}(?:[.:]\d\d)?)", re.IGNORECASE)
_HOURS = re.compile(
    r"(?:(?:ca\.?|cirka|about)\s*)?(\d{1,2})(?:[.,](5))?\s*(?:t|timer?|h|hours?)\.?(?:\s*(?:og|and)?\s*(\d{1,2})\s*(?:min|minut(?:ter)?|minutes?|m)\.?)?",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:(?:ca\.?|cirka|about)\s*)?(\d{1,6})\s*(?:(?:min|minut(?:ter)?|minutes?|m)\.?)?", re.IGNORECASE
)


def day_of(text: str, language: str, today: date | None = None, *, near: Near = "next") -> str | None:
    """`2026-11-28` of `28.11.2026`, `lørdag 28/11 2026` and `28. november 2026`; without a year the one that is `near`
    `today`; `1/12-26` is of this century. None for what is no day, or is another day of the week than it says. In
    `03/04/2026` English may mean March or April: then nobody knows.
    """
    weekday, text = _parted(text)
    day = _bare_day(text, language, today, near)
    return day if day is None or weekday in (None, date.fromisoformat(day).weekday()) else None


def wrong_weekday(text: str, language: str) -> tuple[date, date] | None:
    """The day of `onsdag d. 8/12 2026`, which is a Tuesday, and the day of that week that its name is of; with a time
    after it as well. None where both are the same, and where no year is written.
    """
    clocked = _AT.fullmatch(text)
    for said in (text, clocked[1].rstrip(" ,")) if clocked else (text,):
        weekday, bare = _parted(said)
        if weekday is not None and (day := _bare_day(bare, language, None, "next")):
            found = date.fromisoformat(day)
            return (found, found + timedelta(days=weekday - found.weekday())) if weekday != found.weekday() else None
    return None


def _parted(text: str) -> tuple[int | None, str]:
    """The day of the week that a text begins with, from Monday (0) on, and the rest."""
    found = _WEEKDAY.match(text)
    assert found, "it matches nothing as well"
    name = (found[1] or "-")[:3].lower()
    return next((day for day, names in enumerate(_WEEK) if name in names), None), text[found.end() :]


def _bare_day(text: str, language: str, today: date | None, near: Near) -> str | None:
    if (away := _days_away(text)) is not None:
        return (today + timedelta(days=away)).isoformat() if today else None
    if found := _BACKWARDS.fullmatch(text):
        return _date(found[1], int(found[2]), int(found[3]), today, near)
    if found := _NAMED.fullmatch(text):
        return _date(found[3], _month(found[2]), int(found[1]), today, near)
    if found := _MONTH_FIRST.fullmatch(text):
        return _date(found[3], _month(found[1]), int(found[2]), today, near)
    if found := _NUMBERED.fullmatch(text):
        day, month = int(found[1]), int(found[2])
        if language != "da" and "/" in text and day != month:
            if day <= 12 and month <= 12:
                return None
            day, month = (day, month) if day > 12 else (month, day)
        return _date(found[3] or (found[4] and f"20{found[4]}"), month, day, today, near)
    return None


def time_of(text: str) -> str | None:
    """`09:30` of `9.30`, `kl. 9.30` and `at 9:30`; None for what is no time of day."""
    found = _TIME.fullmatch(text)
    return f"{int(found[1]):02}:{found[2] or '00'}" if found else None


def moment_of(
    text: str, language: str, today: date | None = None, day: str | None = None, *, near: Near = "next"
) -> str | None:
    """`2026-12-03 14:30` of `3. december 2026 kl. 14.30`, and of `14.30` alone where `day` is given; None for all that
    is no day with a time.
    """
    if day and (alone := time_of(text)):
        return f"{day} {alone}"
    if not (found := _AT.fullmatch(text)):
        return None
    on, time = day_of(found[1].rstrip(" ,"), language, today, near=near), time_of(found[2])
    return f"{on} {time}" if on and time else None


def count_of(text: str) -> str | None:
    """`90` of `90 minutter`, `ca. 90`, `1,5 time` and `1 t. 30 min.`; None for what is no number of minutes."""
    if hours := _HOURS.fullmatch(text):
        return str(60 * int(hours[1]) + (30 if hours[2] else 0) + int(hours[3] or 0))
    found = _COUNTED.fullmatch(text)
    return str(int(found[1])) if found else None


def _days_away(text: str) -> int | None:
    said = " ".join(text.lower().split())
    return next((days for days, names in _FROM_TODAY.items() if said in names), None)


def _month(name: str) -> int:
    lowered = name.lower()
    return next((number for number, start in enumerate(_MONTHS, 1) if lowered.startswith(start)), 0)


def _date(year: str | None, month: int, day: int, today: date | None, near: Near) -> str | None:
    if year:
        return _iso(_days([int(year)], month, day))
    if today is None:
        return None
    days = _days(range(today.year - _YEARS, today.year + _YEARS), month, day)
    wanted = [one for one in days if near == "nearest" or (one >= today if near == "next" else one <= today)]
    return _iso(sorted(wanted, key=lambda one: abs(one - today)))


def _days(years: Iterable[int], month: int, day: int) -> list[date]:
    """The day in those of the years that have it."""
    found = []
    for year in years:
        with suppress(ValueError):
            found.append(date(year, month, day))
    return found


def _iso(days: Sequence[date]) -> str | None:
    return days[0].isoformat() if days else None
