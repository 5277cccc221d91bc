"""What is known of a plan without opening it, and what other kinds may read of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from generator.kinds.plan.model import Plan
from generator.model.activity import Criterion, Phase, PlanTerm
from generator.model.catalog import Item
from generator.model.context import DocumentContext
from generator.model.rollup import DAY, RollupKey

PlanItem: TypeAlias = Item[Plan, None]


def facts(item: PlanItem, context: DocumentContext) -> tuple[str, ...]:
    plan, language = item.model, context.language
    phases, criteria = len(plan.phases), len(plan.criteria)
    return (
        f"{min(phase.start for phase in plan.phases).year}–{max(phase.end for phase in plan.phases).year}",
        language.ngettext("{number} phase", "{number} phases", phases).format(number=phases),
        language.ngettext("{number} criterion", "{number} criteria", criteria).format(number=criteria),
    )


def terms(plan: Plan) -> Mapping[str, tuple[str, ...]]:
    return {"levels": plan.levels}


def asks(_: PlanItem) -> tuple[RollupKey, ...]:
    """The hub's day."""
    return ((DAY, ""),)


def offers(plan: Plan) -> Iterator[Phase | PlanTerm | Criterion]:
    """All that a local plan is laid over."""
    yield from plan.phases
    yield from plan.terms
    yield from plan.criteria
