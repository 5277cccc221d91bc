"""The days of something that is held again and again, from words such as “første torsdag” or “every other Monday”."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from babel.dates import get_day_names

from generator.model.vocabulary import HolidayEntry
from generator.problems.problem import HubError

_PLACES = {
    "første": 0, "anden": 1, "andet": 1, "tredje": 2, "fjerde": 3, "sidste": -1,
    "first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1,
}  # fmt: skip
"""Which of a month's days of the week, from 0."""
_WEEKS = {"hver": 1, "hver anden": 2, "every": 1, "every other": 2}
_LANGUAGES = ("da", "en")
_MOST = 400
"""More than anybody holds: so many come of a year that was mistyped."""


@dataclass(frozen=True, slots=True)
class Recurring:
    """Occasions to be written, and the days that fall in a holiday."""

    days: tuple[date, ...]
    left_out: tuple[tuple[date, str], ...]
    """Each with the name of the holiday."""
    is_monthly: bool

    def lines(self, at: time, minutes: int) -> Iterator[str]:
        """The occasions as YAML; each is named by its month, or by its day where a month has several."""
        yield "occasions:"
        for day in self.days:
            name = f"{day:%Y-%m}" if self.is_monthly else day.isoformat()
            yield f"  - {{id: {name}, start: {day.isoformat()} {at:%H:%M}, minutes: {minutes}}}"


def recurring(every: str, first: date, last: date, holidays: Iterable[HolidayEntry]) -> Recurring:
    """The days from the first through the last. HubError when the words are not understood, or no day is left."""
    how, _, name = " ".join(every.lower().split()).rpartition(" ")
    weekday = _weekdays().get(name)
    if weekday is None or (how not in _PLACES and how not in _WEEKS):
        raise HubError(
            "“{every}” is not understood.",
            "Write for instance “first Thursday”, “last Monday” or “every other Tuesday”.", every=every,
        )  # fmt: skip
    days = list(
        _monthly(_PLACES[how], weekday, first, last) if how in _PLACES else _weekly(_WEEKS[how], weekday, first, last)
    )
    known = tuple(holidays)
    left_out = {day: one.name for day in days for one in known if one.first <= day <= one.last}
    kept = tuple(day for day in days if day not in left_out)
    if not 0 < len(kept) <= _MOST:
        raise HubError(
            "From {first} to {last} there are {number} such days.", "Give --from and --to, at most some years apart.",
            first=first, last=last, number=len(kept),
        )  # fmt: skip
    return Recurring(kept, tuple(left_out.items()), how in _PLACES)


def _weekdays() -> dict[str, int]:
    return {name.lower(): number for code in _LANGUAGES for number, name in get_day_names("wide", locale=code).items()}


def _weekly(weeks: int, weekday: int, first: date, last: date) -> Iterator[date]:
    day = first + timedelta(days=(weekday - first.weekday()) % 7)
    while day <= last:
        yield day
        day += timedelta(weeks=weeks)


def _monthly(place: int, weekday: int, first: date, last: date) -> Iterator[date]:
    month = first.replace(day=1)
    while month <= last:
        following = (month + timedelta(days=32)).replace(day=1)
        days = list(_weekly(1, weekday, month, following - timedelta(days=1)))
        if first <= days[place] <= last:
            yield days[place]
        month = following
