"""What must hold within a plan."""

from __future__ import annotations

from collections.abc import Iterator

from generator.kinds.plan.model import Plan
from generator.kinds.plan.summary import PlanItem
from generator.model.catalog import Finding, nearest
from generator.model.context import DocumentContext


def rules(item: PlanItem, context: DocumentContext) -> Iterator[Finding]:
    plan = item.model
    phases = [("phases", number, phase.title, phase.start, phase.end) for number, phase in enumerate(plan.phases)]
    terms_ = [("terms", number, term.title, term.start, term.end) for number, term in enumerate(plan.terms)]
    for name, number, title, start, end in (*phases, *terms_):
        if end < start:
            yield Finding("dates-reversed", (name, number, "end"), {"title": title})
    yield from _ids_twice(plan)
    for number, phase in enumerate(plan.phases):
        for index, activity in enumerate(phase.activities if phase.start <= phase.end else ()):
            if not phase.start <= activity.due <= phase.end:
                values = {"title": activity.title, "phase": phase.title}
                yield Finding("due-outside-phase", ("phases", number, "activities", index, "due"), values)
    terms = [term.id for term in plan.terms]
    for number, criterion in enumerate(plan.criteria):
        if criterion.term not in terms:
            values = {"id": criterion.term, "nearest": nearest(criterion.term, terms)}
            yield Finding("criterion-term", ("criteria", number, "term"), values)


def _ids_twice(plan: Plan) -> Iterator[Finding]:
    seen: set[str] = set()
    for number, phase in enumerate(plan.phases):
        for index, activity in enumerate(phase.activities):
            if activity.id in seen:
                yield Finding("activity-twice", ("phases", number, "activities", index, "id"), {"id": activity.id})
            if activity.id:
                seen.add(activity.id)
