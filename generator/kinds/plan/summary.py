"""What is known of a plan without opening it, and what other kinds may read of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from generator.i18n.language import mark
from generator.kinds.plan.model import Plan
from generator.model.catalog import Item
from generator.model.context import Context, DocumentContext
from generator.model.listing import Heading
from generator.model.plan_contract import Criterion, Phase, PlanTerm
from generator.model.rollup import DAY, PLANS, REPORTS, PlanSpan, Rollup, RollupKey

_STATES = (("now", mark("Runs now")), ("coming", mark("To come")), ("over", mark("Completed")))


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """A plan among others."""

    start: date
    end: date

    def state(self, day: date) -> str:
        """`now`, `coming` or `over`."""
        return "coming" if day < self.start else "now" if day <= self.end else "over"


PlanItem: TypeAlias = Item[Plan, PlanSummary]


def summary(plan: Plan) -> PlanSummary:
    return PlanSummary(min(phase.start for phase in plan.phases), max(phase.end for phase in plan.phases))


def facts(item: PlanItem, context: DocumentContext) -> tuple[str, ...]:
    plan, language = item.model, context.language
    phases, criteria = len(plan.phases), len(plan.criteria)
    return (
        f"{item.summary.start.year}–{item.summary.end.year}",
        language.ngettext("{number} phase", "{number} phases", phases).format(number=phases),
        language.ngettext("{number} criterion", "{number} criteria", criteria).format(number=criteria),
    )


def terms(plan: Plan) -> Mapping[str, tuple[str, ...]]:
    return {"levels": plan.levels}


def by_state(item: PlanItem, context: Context) -> Heading:
    """Those that run now come first, those that are over last."""
    state = item.summary.state(context.day)
    place = next(place for place, (known, _) in enumerate(_STATES) if known == state)
    return Heading((place,), state, context._(_STATES[place][1]))


def _spans(item: PlanItem) -> Iterator[tuple[str, PlanSpan]]:
    yield "", PlanSpan(item.id, item.summary.start, item.summary.end, item.common.title, item.url)


def _all(spans: Sequence[PlanSpan]) -> tuple[PlanSpan, ...]:
    return tuple(spans)


PLAN_SPANS: Rollup[PlanSpan, tuple[PlanSpan, ...]] = Rollup(name=PLANS, emit=_spans, fold=_all)


def asks(item: PlanItem) -> tuple[RollupKey, ...]:
    """The hub's day, the other plans (one that is over leads to the one that runs), and how far schools are."""
    return ((DAY, ""), (PLANS, ""), (REPORTS, item.id))


def offers(plan: Plan) -> Iterator[Phase | PlanTerm | Criterion]:
    """All that a local plan is laid over."""
    yield from plan.phases
    yield from plan.terms
    yield from plan.criteria
