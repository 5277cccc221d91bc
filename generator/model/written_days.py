"""Days, times and lengths as people write them, read as files have them."""

from __future__ import annotations

import re
from datetime import date

_NUMBERED = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./ -]\s*(\d{4})")
_NAMED = re.compile(r"(\d{1,2})\.?\s+([A-Za-zæøåÆØÅ]{3,9})\.?,?\s+(\d{4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})")
_BACKWARDS = re.compile(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})")
_MONTHS = ("jan", "feb", "mar", "apr", "ma", "jun", "jul", "aug", "sep", "o", "nov", "dec")
"""How the names of months begin, in Danish and in English; May and October are spelt with another letter."""
_TIME = re.compile(r"(?:kl\.?\s*|at\s+)?([01]?\d|2[0-3])(?:[.:]([0-5]\d))?", re.IGNORECASE)
_AT = re.compile(r"(.*?\d)[\s,T]+((?:kl\.?\s*|at\s+)?\d{1,2}(?:[.:]\d\d)?)", re.IGNORECASE)
_COUNTED = re.compile(r"(\d{1,6})\s*(?:(?:min|minut(?:ter)?|minutes?|m)\.?)?", re.IGNORECASE)


def day_of(text: str, language: str) -> str | None:
    """`2026-11-28` of `28.11.2026`, `28/11 2026` and `28. november 2026`; None for what is no day. In `03/04/2026`
    English may mean March or April: then nobody knows.
    """
    if found := _BACKWARDS.fullmatch(text):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _NAMED.fullmatch(text):
        return _date(int(found[3]), _month(found[2]), int(found[1]))
    if found := _MONTH_FIRST.fullmatch(text):
        return _date(int(found[3]), _month(found[1]), int(found[2]))
    if found := _NUMBERED.fullmatch(text):
        day, month = int(found[1]), int(found[2])
        if language != "da" and "/" in text and day != month:
            if day <= 12 and month <= 12:
                return None
            day, month = (day, month) if day > 12 else (month, day)
        return _date(int(found[3]), month, day)
    return None


def time_of(text: str) -> str | None:
    """`09:30` of `9.30`, `kl. 9.30` and `at 9:30`; None for what is no time of day."""
    found = _TIME.fullmatch(text)
    return f"{int(found[1]):02}:{found[2] or '00'}" if found else None


def moment_of(text: str, language: str) -> str | None:
    """`2026-12-03 14:30` of `3. december 2026 kl. 14.30`; None for what is no day with a time."""
    if not (found := _AT.fullmatch(text)):
        return None
    said = found[1].rstrip(" ,")
    day, time = (said if _is_iso(said) else day_of(said, language)), time_of(found[2])
    return f"{day} {time}" if day and time else None


def count_of(text: str) -> str | None:
    """`90` of `90 minutter` and `90 min.`; None for what is no number of minutes."""
    found = _COUNTED.fullmatch(text)
    return str(int(found[1])) if found else None


def _is_iso(text: str) -> bool:
    return re.fullmatch(r"\d{4}-\d\d-\d\d", text) is not None


def _month(name: str) -> int:
    lowered = name.lower()
    return next((number for number, start in enumerate(_MONTHS, 1) if lowered.startswith(start)), 0)


def _date(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
