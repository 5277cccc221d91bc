"""The days of something that is held again and again, from words such as “første torsdag” or “every other Monday”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from babel.dates import get_day_names

from generator.model.vocabulary import HolidayEntry
from generator.problems.problem import HubError

_PLACES = {
    "første": 0, "anden": 1, "andet": 1, "tredje": 2, "fjerde": 3, "sidste": -1,
    "first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1,
    **{f"{place + 1}.": place for place in range(4)}, "1st": 0, "2nd": 1, "3rd": 2, "4th": 3,
}  # fmt: skip
"""Which of a month's days of the week, from 0."""
_AROUND = re.compile(r"^(?:den|the) | (?:i|of) (?:hver |every |each |the )?(?:måneden|måned|month)$")
"""What people write around them: “den første torsdag i måneden”."""
_EACH = re.compile(r"^(?:hver|every) (?!(?:anden|other)$)")
"""As in “hver første torsdag”; “hver anden torsdag” is every other week."""
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
    """Whether no month has more than one."""

    def lines(self, at: time, minutes: int) -> Iterator[str]:
        """The occasions as YAML; each is named by its month, or by its day where a month has several."""
        yield "occasions:"
        for day in self.days:
            name = f"{day:%Y-%m}" if self.is_monthly else day.isoformat()
            yield f"  - {{id: {name}, start: {day.isoformat()} {at:%H:%M}, minutes: {minutes}}}"


def recurring(every: str, first: date, last: date, holidays: Iterable[HolidayEntry]) -> Recurring:
    """The days from the first through the last. HubError when the words are not understood, or no day is left."""
    how, _, name = _AROUND.sub("", " ".join(every.lower().split())).rpartition(" ")
    weekday, places = _weekdays().get(name), _places(how)
    if weekday is None or not (places or how in _WEEKS):
        raise HubError(
            "“{every}” is not understood.",
            "Write for instance “first Thursday”, “last Monday” or “every other Tuesday”.", every=every,
        )  # fmt: skip
    days = sorted(
        {day for place in places for day in _monthly(place, weekday, first, last)}
        if places else _weekly(_WEEKS[how], weekday, first, last)
    )  # fmt: skip
    known = tuple(holidays)
    left_out = {day: one.name for day in days for one in known if one.first <= day <= one.last}
    kept = tuple(day for day in days if day not in left_out)
    if not 0 < len(kept) <= _MOST:
        raise HubError(
            "From {first} to {last} there are {number} such days.", "Give --from and --to, at most some years apart.",
            first=first, last=last, number=len(kept),
        )  # fmt: skip
    return Recurring(kept, tuple(left_out.items()), len(places) == 1)


def _places(how: str) -> tuple[int, ...]:
    """One or two of a month's days, as in “første og tredje”; none where these are other words."""
    words = re.split(r" (?:og|and) ", _EACH.sub("", how))
    return tuple(_PLACES[word] for word in words) if all(word in _PLACES for word in words) else ()


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
