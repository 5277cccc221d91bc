"""What the page of a plan shows, its section of the front page, and its machine-readable description."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from generator.kinds.plan.model import Plan
from generator.kinds.plan.summary import PlanItem
from generator.model.activity import Phase
from generator.model.context import Context
from generator.model.view import Card, View


@dataclass(frozen=True, slots=True)
class Mark:
    """A band or a point of the timeline, in per cent of its width."""

    kind: Literal["phase", "milestone"]
    id: str
    title: str
    start: date
    end: date
    left: float
    width: float


def _timeline(plan: Plan) -> tuple[Mark, ...]:
    first = min(phase.start for phase in plan.phases)
    days = (max(phase.end for phase in plan.phases) - first).days or 1

    def mark_of(kind: Literal["phase", "milestone"], id_: str, title: str, start: date, end: date) -> Mark:
        left, width = (start - first).days * 100 / days, (end - start).days * 100 / days
        return Mark(kind, id_, title, start, end, round(left, 2), round(width, 2))

    bands = [mark_of("phase", f"phase-{phase.id}", phase.title, phase.start, phase.end) for phase in plan.phases]
    points = [
        mark_of("milestone", f"phase-{phase.id}", activity.title, activity.due, activity.due)
        for phase in plan.phases
        for activity in phase.activities
        if activity.milestone
    ]
    return (*bands, *sorted(points, key=lambda point: (point.start, point.title)))


@dataclass(frozen=True, slots=True)
class PlanView(View):
    """The page of a plan."""

    template: ClassVar[str] = "plan/page.html"
    item: Plan
    timeline: tuple[Mark, ...]
    day: date
    """The hub's day: the phase that lasts then is marked, and milestones stand before or after it."""


@dataclass(frozen=True, slots=True)
class PlanFrontView(View):
    """A plan and its phases on the front page."""

    template: ClassVar[str] = "plan/front.html"
    card: Card
    phases: tuple[Phase, ...]


def view(item: PlanItem, context: Context) -> PlanView:
    return PlanView(item.model, _timeline(item.model), context.day)


def front(items: Sequence[PlanItem], context: Context) -> PlanFrontView | None:
    """The plan whose id comes last: ids end in years."""
    if not items:
        return None
    plan = max(items, key=lambda item: item.id)
    return PlanFrontView(context.card(plan), plan.model.phases)


def anchors(plan: Plan) -> dict[str, str]:
    anchors = {f"phase-{phase.id}": phase.title for phase in plan.phases}
    criteria = {f"criterion-{criterion.id}": criterion.text for criterion in plan.criteria}
    return anchors | criteria | ({"criteria": ""} if criteria else {})


def owner(item: PlanItem, context: Context) -> str:
    return context.catalog.name("roles", item.model.owner)


def structured_data(item: PlanItem, context: Context) -> dict[str, object]:
    plan = item.model
    return {
        "@type": "CreativeWork",
        "name": plan.title,
        "description": plan.summary,
        "inLanguage": context.language.code,
        "dateModified": plan.updated.isoformat(),
    }
