"""How far schools are, in numbers: what one school has reached, what a group has, and what may be shown of it.

Numbers are what schools counted themselves. A group's share is the sum of those who reached over the sum of all, never
a mean of shares, and a school that has not reported is missing, not zero.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.model.activity import Criterion, PlanTerm

NEAR = 0.10
"""A share this much below its target is near it."""
SMALLEST = 5
"""Groups of fewer people are never shown as numbers."""

Status = Literal["met", "near", "not", "no-data", "old"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a school has reported of a criterion on a day."""

    criterion: str
    as_of: date
    reached: int | None = None
    of: int | None = None
    verdict: str | None = None


@dataclass(frozen=True, slots=True)
class LevelOn:
    """The level of a subject on a day."""

    subject: str
    level: str
    as_of: date


@dataclass(frozen=True, slots=True)
class Reached:
    """What one school has reported of one criterion, latest first."""

    status: Status
    as_of: date | None = None
    reached: int | None = None
    of: int | None = None
    """None where the target is a count or only words."""
    verdict: str | None = None

    @property
    def is_small(self) -> bool:
        """Whether so few people are counted that they could be recognised."""
        return self.of is not None and self.of < SMALLEST


def reached(criterion: Criterion, term: PlanTerm, observations: Iterable[Evidence], day: date) -> Reached:
    """The status of a criterion by its latest observation, on a day. Of two on one day, the later line counts.

    `old` when the term has begun and all of them are from before it: until then they say how far it is. Later ones than
    the term's end count: they say where it ended.
    """
    own = [one for one in observations if one.criterion == criterion.id]
    if not own:
        return Reached("no-data")
    latest = max(enumerate(own), key=lambda numbered: (numbered[1].as_of, numbered[0]))[1]
    values = (latest.as_of, latest.reached, latest.of, latest.verdict)
    if latest.as_of < term.start <= day:
        return Reached("old", *values)
    return Reached(_status(criterion, latest.reached, latest.of, latest.verdict), *values)


def _status(criterion: Criterion, count: int | None, of: int | None, verdict: str | None) -> Status:
    target = criterion.target
    if verdict is not None:
        return {"met": "met", "partly": "near", "not": "not"}[verdict]  # type: ignore[return-value]  # as the model says
    if count is None:
        return "no-data"
    if target.count is not None:
        return "met" if count >= target.count else "near" if count == target.count - 1 and count else "not"
    if not of:
        return "no-data"
    return share_status(count, of, target.share if target.share is not None else 1.0)


def share_status(count: int, of: int, target: float) -> Literal["met", "near", "not"]:
    """`met` at the target, `near` from a tenth below it. In whole numbers, so that 0.9 of 10 is 9 and no less."""
    millis, wanted = count * 10_000, round(target * 10_000) * of
    if millis >= wanted:
        return "met"
    return "near" if millis >= wanted - round(NEAR * 10_000) * of else "not"


@dataclass(frozen=True, slots=True)
class Total:
    """One criterion over a group of schools."""

    schools: int
    """How many schools there are in the group."""
    reported: int
    """How many of them have reported in the term."""
    reached: int
    """Sum over those."""
    of: int
    """Sum over those; 0 where the target is a count or only words."""
    met: int
    """How many of those meet the target themselves."""

    def __add__(self, other: Total) -> Total:
        return Total(
            self.schools + other.schools, self.reported + other.reported, self.reached + other.reached,
            self.of + other.of, self.met + other.met,
        )  # fmt: skip


NOTHING = Total(0, 0, 0, 0, 0)


def total_of(criterion: Criterion, one: Reached) -> Total:
    """A group of this one school. Where schools are counted, it is one of one, or none of one."""
    if one.status in ("no-data", "old"):
        return Total(1, 0, 0, 0, 0)
    met = int(one.status == "met")
    if criterion.population == "schools" and one.verdict:
        return Total(1, 1, met, 1, met)
    return Total(1, 1, one.reached or 0, one.of or 0, met)


def group_status(criterion: Criterion, total: Total) -> Status:
    """How a group stands: by its share where the target is one, else by whether the schools that reported meet it."""
    if not total.reported:
        return "no-data"
    if criterion.target.share is not None:
        return share_status(total.reached, total.of, criterion.target.share) if total.of else "no-data"
    if total.met == total.reported:
        return "met"
    return "near" if total.met * 10 >= total.reported * 9 else "not"


def counts_people(criterion: Criterion) -> bool:
    """Whether its numbers are of people, who may not be recognised in them."""
    return criterion.population in ("staff", "parents", "pupils")


def shown(totals: Mapping[str, Total]) -> dict[str, Total | None]:
    """Totals that count people, of the parts of a whole that is shown too; None for those that are suppressed.

    A part is suppressed when it counts fewer than `SMALLEST` people. When exactly one is, the smallest of the others is
    as well: otherwise the whole less the others would give the first away.
    """
    small = [name for name, total in totals.items() if 0 < total.of < SMALLEST]
    if len(small) == 1:
        others = [name for name, total in totals.items() if total.of and name not in small]
        small += sorted(others, key=lambda name: (totals[name].of, name))[:1]
    return {name: None if name in small else total for name, total in totals.items()}


def level_now(levels: Iterable[LevelOn], day: date | None = None) -> dict[str, LevelOn]:
    """The latest level of each subject, up to and on a day; of two on one day the later line counts."""
    found: dict[str, LevelOn] = {}
    for one in levels:
        if (day is None or one.as_of <= day) and (one.subject not in found or one.as_of >= found[one.subject].as_of):
            found[one.subject] = one
    return found


def school_level(levels: Mapping[str, LevelOn], order: Sequence[str], required: Iterable[str]) -> str | None:
    """A school's own level: the lowest among its required subjects that were assessed; None when none was.

    `order` are the ids of the levels, the lowest first; a level that is no longer among them does not count.
    """
    places = {level: place for place, level in enumerate(order)}
    own = [one.level for subject in required if (one := levels.get(subject)) and one.level in places]
    return min(own, key=places.__getitem__, default=None)


def distribution(levels: Iterable[str | None], order: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """How many schools are on each level, in order; never an average."""
    counts = Counter(level for level in levels if level)
    return tuple((level, counts[level]) for level in order)
