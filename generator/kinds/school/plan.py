"""A school's own plan as people read it: the common plan's rows, what is otherwise here, and what is due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.kinds.school.model import OwnPlan
from generator.kinds.school.summary import SchoolItem
from generator.model.catalog import Item
from generator.model.context import Context
from generator.model.criterion_progress import SMALLEST, Reached, Status, counts_people, reached
from generator.model.due import SOON
from generator.model.plan_contract import Activity, ActivityChange, Criterion, Phase, PlanTerm, State


@dataclass(frozen=True, slots=True)
class Row:
    """One activity at a school."""

    id: str
    """By which its day in a calendar stays the same when it is moved; "" when the common plan gives none."""
    title: str
    role: str
    """In words."""
    due: date
    """Here."""
    common_due: date | None
    """In the common plan; None for an activity that only the school has."""
    state: State
    note: str
    """A remark, or why it is dropped."""
    milestone: bool
    refs: tuple[str, ...]
    """What helps with an activity that only the school has; the common plan's page shows what helps with the others."""

    @property
    def moved(self) -> int:
        """Days later than in the common plan; 0 when it is due on the same day, or only here."""
        return (self.due - self.common_due).days if self.common_due else 0

    @property
    def is_open(self) -> bool:
        return self.state in ("planned", "started")


@dataclass(frozen=True, slots=True)
class PhaseRows:
    """A phase of the plan with what is done in it here."""

    phase: Phase
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A criterion and how far the school is."""

    criterion: Criterion
    term: PlanTerm
    reached: Reached
    status: Status
    is_small: bool
    """Whether so few people are counted that the numbers are not shown."""
    smallest: int = SMALLEST
    """Of fewer people no numbers are shown."""


@dataclass(frozen=True, slots=True)
class SchoolPlan:
    """One common plan as a school has made it its own."""

    id: str
    title: str
    url: str
    """Of the common plan."""
    phases: tuple[PhaseRows, ...]
    now: Phase | None
    """The phase that the hub's day lies in."""
    late: tuple[Row, ...]
    """Open, and due before the hub's day."""
    soon: tuple[Row, ...]
    """Open, and due in the next `SOON` days."""
    criteria: tuple[CriterionRow, ...]

    def count(self, *, moved: bool = False, added: bool = False, dropped: bool = False) -> int:
        """How many rows differ in one way."""
        rows = [row for phase in self.phases for row in phase.rows]
        return sum(
            (moved and row.moved != 0) or (added and row.common_due is None) or (dropped and row.state == "dropped")
            for row in rows
        )


@dataclass(frozen=True, slots=True)
class LeftRow:
    """What a school has written of an activity of a plan that is no more."""

    title: str
    """Of its own activities; of the plan's, the id is all that is left."""
    due: date | None
    state: State
    note: str


@dataclass(frozen=True, slots=True)
class LeftPlan:
    """A plan that has gone, with what the school has written over it."""

    id: str
    rows: tuple[LeftRow, ...]


def left_plans(item: SchoolItem, context: Context) -> tuple[LeftPlan, ...]:
    """The plans that the school follows and that are in the hub no more."""
    gone = [own for own in item.model.plans if ("plan", own.of) not in context.catalog.items]
    return tuple(LeftPlan(own.of, tuple(_left(own))) for own in gone)


def _left(own: OwnPlan) -> Iterator[LeftRow]:
    for change in own.changes:
        note = " ".join(text for text in (change.reason, change.note) if text)
        yield LeftRow(change.activity, change.due, change.state or "planned", note)
    for added in own.adds:
        yield LeftRow(added.title, added.due, added.state, added.text or "")


def school_plans(item: SchoolItem, context: Context) -> tuple[SchoolPlan, ...]:
    """The plans that the school follows, each as it is here; a plan that has gone is left out."""
    plans = [(own, context.catalog.items.get(("plan", own.of))) for own in item.model.plans]
    return tuple(_school_plan(item, own, plan, context) for own, plan in plans if plan)


def _school_plan(item: SchoolItem, own: OwnPlan, plan: Item, context: Context) -> SchoolPlan:
    phases = tuple(
        PhaseRows(phase, tuple(_rows(phase, own, context))) for phase in context.offered(plan, Phase)
    )  # fmt: skip
    rows = sorted((row for phase in phases for row in phase.rows if row.is_open), key=lambda row: (row.due, row.title))
    day = context.day
    terms = {term.id: term for term in context.offered(plan, PlanTerm)}
    criteria = tuple(
        _criterion(one, terms[one.term], item, day) for one in context.offered(plan, Criterion) if one.term in terms
    )  # fmt: skip
    return SchoolPlan(
        id=plan.id, title=plan.common.title, url=plan.url, phases=phases,
        now=next((one.phase for one in phases if one.phase.start <= day <= one.phase.end), None),
        late=tuple(row for row in rows if row.due < day),
        soon=tuple(row for row in rows if day <= row.due <= day + timedelta(days=SOON)),
        criteria=criteria,
    )  # fmt: skip


def _rows(phase: Phase, own: OwnPlan, context: Context) -> Iterator[Row]:
    changes = {change.activity: change for change in own.changes}
    for activity in phase.activities:
        yield _row(activity, changes.get(activity.id or ""), context)
    for added in own.adds:
        if added.phase == phase.id:
            yield Row(
                added.id, added.title, context.catalog.name("roles", added.role), added.due, None, added.state, "",
                added.milestone, added.refs,
            )  # fmt: skip


def _row(activity: Activity, change: ActivityChange | None, context: Context) -> Row:
    due, note = activity.due, ""
    state: State = "planned"
    if change:
        due, state = change.due or due, change.state or state
        note = (change.reason if change.state == "dropped" else change.note) or change.note or ""
    return Row(
        activity.id or "", activity.title, context.catalog.name("roles", activity.role), due, activity.due, state, note,
        activity.milestone, (),
    )  # fmt: skip


def _criterion(criterion: Criterion, term: PlanTerm, item: SchoolItem, day: date) -> CriterionRow:
    found = reached(criterion, term, item.summary.evidence, day)
    return CriterionRow(criterion, term, found, found.status, counts_people(criterion) and found.is_small)
