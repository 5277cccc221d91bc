"""What a school can write about: the plans that it follows or may take up, and how it reports on their criteria."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.kinds.school.rules import plan_fingerprint
from generator.kinds.school.summary import SchoolItem
from generator.model.catalog import Item
from generator.model.context import Context
from generator.model.plan_contract import Activity, Criterion, Phase, PlanTerm
from generator.model.vocabulary import SchoolEntry

Measure = Literal["share", "count", "words"]
"""What is reported of a criterion: some of all, how many, or a verdict."""


@dataclass(frozen=True, slots=True)
class OfferedPhase:
    """A phase with the activities that a school's plan can speak of: those that have an id."""

    phase: Phase
    activities: tuple[Activity, ...]


@dataclass(frozen=True, slots=True)
class OfferedCriterion:
    """A criterion, and how a school reports on it."""

    criterion: Criterion
    term: str
    """In words."""
    measure: Measure


@dataclass(frozen=True, slots=True)
class OfferedPlan:
    """A common plan that a school can lay its own over."""

    id: str
    title: str
    url: str
    base: str
    """Fingerprint of it as it is now."""
    phases: tuple[OfferedPhase, ...]
    criteria: tuple[OfferedCriterion, ...]


@dataclass(frozen=True, slots=True)
class ListedSchool:
    """A school of the vocabulary, with its file where it has one."""

    id: str
    title: str
    item: SchoolItem | None
    plans: tuple[OfferedPlan, ...]


def listed_schools(items: Sequence[SchoolItem], context: Context) -> Iterator[ListedSchool]:
    """Every school that has a file or lies in a district, in the vocabulary's order."""
    known = {item.id: item for item in items}
    plans = {plan.id: (_offered(plan, context), _is_on(plan, context)) for plan in context.catalog.of_kind("plan")}
    for entry in context.catalog.entries(SchoolEntry).values():
        item = known.get(entry.id)
        if item or entry.district:
            followed = item.summary.plans if item else ()
            own = tuple(plan for id_, (plan, is_on) in plans.items() if is_on or id_ in followed)
            yield ListedSchool(entry.id, item.common.title if item else entry.name, item, own)


def measure_of(criterion: Criterion) -> Measure:
    """Of whole schools, each says whether it is so; what has a number is counted."""
    if criterion.target.count is not None:
        return "count"
    return "share" if criterion.target.share is not None and criterion.population != "schools" else "words"


def _is_on(plan: Item, context: Context) -> bool:
    """Whether it is for the hub's day or later: a school that follows no plan may take it up."""
    return any(phase.end >= context.day for phase in context.offered(plan, Phase))


def _offered(plan: Item, context: Context) -> OfferedPlan:
    phases = context.offered(plan, Phase)
    terms = {term.id: term.title for term in context.offered(plan, PlanTerm)}
    return OfferedPlan(
        id=plan.id, title=plan.common.title, url=plan.url, base=plan_fingerprint(phases),
        phases=tuple(OfferedPhase(phase, tuple(_with_id(phase.activities))) for phase in phases),
        criteria=tuple(
            OfferedCriterion(one, terms[one.term], measure_of(one))
            for one in context.offered(plan, Criterion) if one.term in terms
        ),
    )  # fmt: skip


def _with_id(activities: Iterable[Activity]) -> Iterator[Activity]:
    return (one for one in activities if one.id)
