"""How far something is, in numbers: what one school has reported of a criterion, and what that comes to for a group.

Numbers are what schools counted themselves. A group's share is the sum of those who reached over the sum of all, never
a mean of shares, and a school that has not reported is missing, not zero.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.i18n.language import Language, mark
from generator.model.plan_contract import Criterion, PlanTerm

NEAR = 0.10
"""A share this much below its target is near it."""
SMALLEST = 5
"""Groups of fewer people are never shown as numbers."""

Status = Literal["met", "near", "not", "no-data", "old", "few"]
"""`old` is from before the term; `few` is of so few people that it is not shown."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a school has reported of a criterion on a day."""

    criterion: str
    as_of: date
    reached: int | None = None
    of: int | None = None
    verdict: str | None = None


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
    if counts_people(criterion) and latest.of is not None and latest.of < SMALLEST:
        # Where the target is all, "met" would say how many there are.
        return Reached("few", *values)
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
    small: int = 0
    """How many of those counted so few people that they are in no sum."""

    def __add__(self, other: Total) -> Total:
        return Total(
            self.schools + other.schools, self.reported + other.reported, self.reached + other.reached,
            self.of + other.of, self.met + other.met, self.small + other.small,
        )  # fmt: skip


NOTHING = Total(0, 0, 0, 0, 0)


def total_of(criterion: Criterion, one: Reached) -> Total:
    """A group of this one school. Where schools are counted, it is one of one, or none of one.

    Of few people nothing goes into a sum: whoever knows the other schools could take them away again.
    """
    if one.status in ("no-data", "old"):
        return Total(1, 0, 0, 0, 0)
    if one.is_small and counts_people(criterion):
        return Total(1, 1, 0, 0, 0, small=1)
    met = int(one.status == "met")
    if criterion.population == "schools" and one.verdict:
        return Total(1, 1, met, 1, met)
    return Total(1, 1, one.reached or 0, one.of or 0, met)


def group_status(criterion: Criterion, total: Total) -> Status:
    """How a group stands: by its share where the target is one, else by whether the schools that reported meet it."""
    if not total.reported:
        return "no-data"
    if criterion.target.share is not None:
        if not total.of:
            return "few" if total.small else "no-data"
        return share_status(total.reached, total.of, criterion.target.share)
    counted = total.reported - total.small
    if not counted:
        return "few"
    if total.met == counted:
        return "met"
    return "near" if total.met * 10 >= counted * 9 else "not"


def counts_people(criterion: Criterion) -> bool:
    """Whether its numbers are of people, who may not be recognised in them."""
    return criterion.population in ("staff", "parents", "pupils")


def said(criterion: Criterion, total: Total, language: Language) -> str:
    """“63 of 120 (53 %); 3 of 5 schools have reported”."""
    parts = [_numbers(criterion, total, language), _reported(total, language)]
    if total.small and total.reported > total.small:
        parts.append(
            language.ngettext(
                "{number} has counted fewer than {smallest} and is left out",
                "{number} have counted fewer than {smallest} and are left out",
                total.small,
            ).format(number=total.small, smallest=SMALLEST)
        )
    return "; ".join(filter(None, parts))


def _numbers(criterion: Criterion, total: Total, language: Language) -> str:
    counted = total.reported - total.small
    if not counted:
        return language.gettext(mark("Too few to show")) if total.small else ""
    if criterion.target.share is None:
        return language.ngettext(
            "{met} of {reported} [place] meets it", "{met} of {reported} [places] meet it", counted
        ).format(met=total.met, reported=counted)
    if not total.of:
        return ""
    return language.gettext(mark("{reached} of {of} ({percent} %)")).format(
        reached=total.reached, of=total.of, percent=percent(total)
    )


def _reported(total: Total, language: Language) -> str:
    return language.ngettext(
        "{reported} of {schools} [place] has reported", "{reported} of {schools} [places] have reported", total.schools
    ).format(reported=total.reported, schools=total.schools)


def percent(total: Total) -> int:
    """A whole number, rounded down: what is not reached is not said to be."""
    return total.reached * 100 // total.of if total.of else 0
