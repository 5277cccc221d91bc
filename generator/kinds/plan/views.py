"""What the page of a plan shows, its section of the front page, and its machine-readable description."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from generator.kinds.plan.model import Plan
from generator.kinds.plan.summary import PlanItem
from generator.kinds.plan.timeline import Timeline, timeline
from generator.model.activity import Phase
from generator.model.context import Context
from generator.model.view import Card, View


@dataclass(frozen=True, slots=True)
class PlanView(View):
    """The page of a plan."""

    template: ClassVar[str] = "plan/page.html"
    item: Plan
    timeline: Timeline
    day: date
    """The hub's day: the phase that lasts then is marked, and milestones stand before or after it."""


@dataclass(frozen=True, slots=True)
class PlanFrontView(View):
    """A plan and its phases on the front page."""

    template: ClassVar[str] = "plan/front.html"
    card: Card
    phases: tuple[Phase, ...]


def view(item: PlanItem, context: Context) -> PlanView:
    return PlanView(item.model, timeline(item.model), context.day)


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
