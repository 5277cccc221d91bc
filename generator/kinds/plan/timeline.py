"""The timeline of a plan as a drawing: a band for each phase, with the turns of years and the milestones on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.kinds.plan.model import Plan

WIDTH, _LEAST, _RADIUS, _GAP = 420, 4, 5, 3
"""Units of the drawing: its width, that of the shortest band, the radius of a point, and the space before a year."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The first day of a year."""

    year: int
    x: float
    text_x: float


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
    day: date


@dataclass(frozen=True, slots=True)
class Timeline:
    """All phases on one scale."""

    width: int
    radius: int
    first: int
    last: int
    """The years of its ends."""
    turns: tuple[Turn, ...]
    bands: tuple[Band, ...]
    """In the order of the phases."""
    milestones: tuple[Milestone, ...]
    """By day."""


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    days: int

    def x(self, day: date) -> float:
        return (day - self.first).days * WIDTH / self.days


def timeline(plan: Plan) -> Timeline:
    first, last = min(phase.start for phase in plan.phases), max(phase.end for phase in plan.phases)
    scale = _Scale(first, (last - first).days or 1)
    milestones = sorted(_milestones(plan), key=lambda one: (one.day, one.title))
    return Timeline(
        WIDTH, _RADIUS, first.year, last.year, tuple(_turns(scale, last)), tuple(_bands(plan, scale)), tuple(milestones)
    )


def _turns(scale: _Scale, last: date) -> Iterator[Turn]:
    for year in range(scale.first.year + 1, last.year + 1):
        x = scale.x(date(year, 1, 1))
        yield Turn(year, round(x, 1), round(x + _GAP, 1))


def _bands(plan: Plan, scale: _Scale) -> Iterator[Band]:
    """A point is drawn whole, also on the first and the last day."""
    edge = _RADIUS + 1
    for phase in plan.phases:
        x = scale.x(phase.start)
        middles = (scale.x(activity.due) for activity in phase.activities if activity.milestone)
        points = tuple(round(min(max(middle, edge), WIDTH - edge), 1) for middle in middles)
        yield Band(round(x, 1), round(max(scale.x(phase.end) - x, _LEAST), 1), points)


def _milestones(plan: Plan) -> Iterator[Milestone]:
    for phase in plan.phases:
        for activity in phase.activities:
            if activity.milestone:
                yield Milestone(f"phase-{phase.id}", activity.title, activity.due)
