"""The timeline of a plan as a drawing: a band for each phase, with the turns of years and the milestones on it.

All places are per cent of its width, so that a drawing is as wide as its page and nothing in it is stretched.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.kinds.plan.model import Plan

_SHORTEST, _ROOM, _LEAST, _EDGE, _LABELS = 1.0, 20.0, 13.5, 6.0, 8
"""The shortest band that can be seen; on a phone, the width of two labels, of one, half of one, and how many fit."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The first day of a year."""

    year: str
    """"" where there is no room for a label."""
    x: float
    anchor: str
    """Which end of the label stands there."""


@dataclass(frozen=True, slots=True)
class Band:
    """A phase; `points` are the middles of its milestones."""

    x: float
    width: float
    points: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day when something is to be there."""

    anchor: str
    title: str
    role: str
    """Its id."""
    day: date


@dataclass(frozen=True, slots=True)
class Timeline:
    """All phases on one scale."""

    first: date
    last: date
    turns: tuple[Turn, ...]
    """The year of its first day as well, where there is room for it."""
    bands: tuple[Band, ...]
    """In the order of the phases."""
    milestones: tuple[Milestone, ...]
    """By day."""
    today: float
    """Where the hub's day is; it may lie outside."""

    @property
    def scale(self) -> str:
        """The days of both ends, for the script that moves the mark of today."""
        return f"{self.first.isoformat()}/{self.last.isoformat()}"

    @property
    def today_anchor(self) -> str:
        return _anchor(self.today)

    @property
    def has_today(self) -> bool:
        return 0 <= self.today <= 100


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    days: int

    def x(self, day: date) -> float:
        return round((day - self.first).days * 100 / self.days, 2)


def timeline(plan: Plan, day: date) -> Timeline:
    first, last = min(phase.start for phase in plan.phases), max(phase.end for phase in plan.phases)
    scale = _Scale(first, (last - first).days or 1)
    milestones = sorted(_milestones(plan), key=lambda one: (one.day, one.title))
    return Timeline(
        first, last, tuple(_turns(scale, last)), tuple(_bands(plan, scale)), tuple(milestones), scale.x(day)
    )


def _turns(scale: _Scale, last: date) -> Iterator[Turn]:
    years = range(scale.first.year + 1, last.year + 1)
    step = len(years) // _LABELS + 1
    if not years or scale.x(date(years[0], 1, 1)) > _LEAST:
        yield Turn(str(scale.first.year), 0, "start")
    for number, year in enumerate(years):
        x = scale.x(date(year, 1, 1))
        yield Turn("" if number % step else str(year), x, "start" if _LEAST < x < _ROOM else _anchor(x))


def _anchor(x: float) -> str:
    """The end of a label that keeps it within the drawing."""
    return "start" if x < _EDGE else "end" if x > 100 - _EDGE else "middle"


def _bands(plan: Plan, scale: _Scale) -> Iterator[Band]:
    for phase in plan.phases:
        x = scale.x(phase.start)
        points = tuple(scale.x(activity.due) for activity in phase.activities if activity.milestone)
        yield Band(min(x, 100 - _SHORTEST), round(max(scale.x(phase.end) - x, _SHORTEST), 2), points)


def _milestones(plan: Plan) -> Iterator[Milestone]:
    for phase in plan.phases:
        for activity in phase.activities:
            if activity.milestone:
                yield Milestone(f"phase-{phase.id}", activity.title, activity.role, activity.due)
