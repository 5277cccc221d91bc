"""What the page of a plan shows, its section of the front page, and its machine-readable description."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import ClassVar

from generator.kinds.plan.calendar import file_of, title_of
from generator.kinds.plan.model import Plan
from generator.kinds.plan.summary import PlanItem
from generator.kinds.plan.timeline import Timeline, timeline
from generator.model.context import Context
from generator.model.criterion_progress import NOTHING, Status, group_status, reached, said, total_of
from generator.model.due import RoleDeadlines, by_role, deadlines
from generator.model.plan_contract import Criterion, Phase
from generator.model.rollup import PLANS, REPORTS, PlanSpan, plan_of
from generator.model.view import Card, View
from generator.model.vocabulary import SchoolEntry


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A criterion, and how far the schools that follow the plan are together."""

    criterion: Criterion
    status: Status
    said: str
    """The numbers in words; "" when no school follows the plan."""


@dataclass(frozen=True, slots=True)
class PlanView(View):
    """The page of a plan."""

    template: ClassVar[str] = "plan/page.html"
    item: Plan
    url: str
    timeline: Timeline
    calendar: str
    """Its deadlines, as a calendar file."""
    calendar_title: str
    """What it is called in a calendar program."""
    due: tuple[RoleDeadlines, ...]
    """All activities by role; those that are due next are shown first."""
    day: date
    """The hub's day: the phase that lasts then is marked, and milestones stand before or after it."""
    start: date
    end: date
    due_until: date
    """The day on which the last activity is due."""
    criteria: tuple[CriterionRow, ...]
    is_followed: bool
    """Whether some school has made it its own; then there is an overview."""
    later: tuple[PlanSpan, ...]
    """Plans that last longer: one that is over leads to them."""

    @property
    def day_before(self) -> date:
        """The last day on which it has not begun."""
        return self.start - timedelta(days=1)

    @property
    def day_after(self) -> date:
        """The first day on which it is over."""
        return self.end + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PlanFrontView(View):
    """The plan that runs, on the front page: its phases, and what is due next by role."""

    template: ClassVar[str] = "plan/front.html"
    card: Card
    phases: tuple[Phase, ...]
    due: tuple[RoleDeadlines, ...]
    day: date


def view(item: PlanItem, context: Context) -> PlanView:
    plan, own = item.model, item.summary
    return PlanView(
        item=plan, url=item.url, timeline=timeline(plan, context.day), calendar=file_of(item),
        calendar_title=title_of(item, context), due=_due(plan, context), day=context.day,
        start=own.start, end=own.end,
        due_until=max((activity.due for phase in plan.phases for activity in phase.activities), default=own.end),
        criteria=tuple(_criteria(item, context)), is_followed=bool(context.catalog.rollup(REPORTS, item.id)),
        later=tuple(one for one in context.catalog.rollup(PLANS, "") if one.end > own.end),
    )  # fmt: skip


def _criteria(item: PlanItem, context: Context) -> Iterator[CriterionRow]:
    """Over all schools that there are, as the overview counts them."""
    reports, terms = context.catalog.rollup(REPORTS, item.id), {term.id: term for term in item.model.terms}
    listed = {id_ for id_, entry in context.catalog.entries(SchoolEntry).items() if entry.district}
    schools = len({*listed, *(one.school for one in reports)})
    for criterion in item.model.criteria:
        if term := terms.get(criterion.term):
            found = (reached(criterion, term, one.evidence, context.day) for one in reports)
            total = replace(sum((total_of(criterion, one) for one in found), NOTHING), schools=schools)
            words = said(criterion, total, context.language) if reports else ""
            yield CriterionRow(criterion, group_status(criterion, total), words)


def _due(plan: Plan, context: Context) -> tuple[RoleDeadlines, ...]:
    roles = {id_: entry.name for id_, entry in context.catalog.vocabularies["roles"].items()}
    return tuple(by_role(deadlines(plan.phases), roles))


def front(items: Sequence[PlanItem], context: Context) -> PlanFrontView | None:
    """The plan that runs on the hub's day."""
    spans = context.catalog.rollup(PLANS, "")
    chosen = plan_of(spans, context.day)
    plan = next((item for item in items if chosen and item.id == chosen.id), None)
    if plan is None:
        return None
    return PlanFrontView(context.card(plan), plan.model.phases, _due(plan.model, context), context.day)


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
