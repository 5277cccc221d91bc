"""What is due when: right as of the hub's day where it is printed, and corrected to the reader's day by `today.js`."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.plan_contract import Activity, Phase

SOON = 60
"""Days ahead that people plan for."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """An activity of a common plan, and when it is among what is due next."""

    activity: Activity
    phase: str
    """The id of its phase."""
    since: date
    """The first day on which it is said to be due next; the last one is that on which it is due."""

    def is_next(self, day: date) -> bool:
        return self.since <= day <= self.activity.due


@dataclass(frozen=True, slots=True)
class RoleDeadlines:
    """What one role has to do, by day."""

    role: str
    """In words."""
    deadlines: tuple[Deadline, ...]


def deadlines(phases: Sequence[Phase]) -> tuple[Deadline, ...]:
    """All activities by day. Until the last one, some are due next: those of the coming `SOON` days, or the first."""
    found = sorted(
        ((activity, phase.id) for phase in phases for activity in phase.activities),
        key=lambda one: (one[0].due, one[0].title),
    )
    days = sorted({activity.due for activity, _ in found})
    after = {day: before + timedelta(days=1) for before, day in itertools.pairwise(days)}
    first = min((phase.start for phase in phases), default=date.min)
    return tuple(
        Deadline(activity, phase, min(activity.due - timedelta(days=SOON), after.get(activity.due, first)))
        for activity, phase in found
    )


def by_role(found: Sequence[Deadline], names: Mapping[str, str]) -> Iterator[RoleDeadlines]:
    """The same, a group for each role, in the order of `names`: names of roles by id."""
    for role, name in names.items():
        own = tuple(one for one in found if one.activity.role == role)
        if own:
            yield RoleDeadlines(name, own)
