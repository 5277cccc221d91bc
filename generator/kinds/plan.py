"""A plan: phases, activities and success criteria by which an organisation rolls something out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from generator.i18n.language import Language, mark
from generator.model.activity import Criterion, Phase, PlanTerm
from generator.model.catalog import Catalog, Finding, Item, nearest
from generator.model.fields import Level, Published, Role
from generator.model.kind import Kind


class Plan(Published):
    """A plan for rolling something out."""

    owner: Role
    """The role that answers for the plan."""
    phases: Annotated[tuple[Phase, ...], Field(min_length=1)]
    """Its phases, in order."""
    levels: tuple[Level, ...] = ()
    """The usage levels that it works with."""
    terms: tuple[PlanTerm, ...] = ()
    """The terms of its criteria."""
    criteria: tuple[Criterion, ...] = ()
    """Success criteria."""


def _anchors(plan: Plan) -> dict[str, str]:
    anchors = {f"phase-{phase.id}": phase.title for phase in plan.phases}
    criteria = {f"criterion-{criterion.id}": criterion.text for criterion in plan.criteria}
    return anchors | criteria | ({"criteria": ""} if criteria else {})


def _facts(item: Item, catalog: Catalog, language: Language) -> tuple[str, ...]:
    plan: Plan = item.model
    phases, criteria = len(plan.phases), len(plan.criteria)
    return (
        f"{min(phase.start for phase in plan.phases).year}–{max(phase.end for phase in plan.phases).year}",
        language.ngettext("{number} phase", "{number} phases", phases).format(number=phases),
        language.ngettext("{number} criterion", "{number} criteria", criteria).format(number=criteria),
    )


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


def _view(item: Item, catalog: Catalog, language: Language) -> dict[str, object]:
    return {"timeline": _timeline(item.model)}


def _rules(item: Item, catalog: Catalog) -> Iterator[Finding]:
    plan: Plan = item.model
    phases = [("phases", number, phase.title, phase.start, phase.end) for number, phase in enumerate(plan.phases)]
    terms_ = [("terms", number, term.title, term.start, term.end) for number, term in enumerate(plan.terms)]
    for name, number, title, start, end in (*phases, *terms_):
        if end < start:
            yield Finding("dates-reversed", (name, number, "end"), {"title": title})
    yield from _ids_twice(plan)
    for number, phase in enumerate(plan.phases):
        for index, activity in enumerate(phase.activities):
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


def _structured_data(item: Item, catalog: Catalog, language: Language) -> dict[str, object]:
    plan: Plan = item.model
    return {
        "@type": "CreativeWork",
        "name": plan.title,
        "description": plan.summary,
        "inLanguage": language.code,
        "dateModified": plan.updated.isoformat(),
    }


def _owner(item: Item, catalog: Catalog) -> str:
    return catalog.name("roles", item.model.owner)


PLAN = Kind(
    name="plan",
    folder="plans",
    model=Plan,
    singular=mark("Plan"),
    plural=mark("Plans"),
    lead=mark("When what happens, who does it, and how we see that it works."),
    anchors=_anchors,
    facts=_facts,
    view=_view,
    rules=_rules,
    structured_data=_structured_data,
    grouping=None,
    owner=_owner,
)
