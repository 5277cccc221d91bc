"""What must hold within a case, and between it and other cases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from difflib import SequenceMatcher
from typing import cast

from generator.kinds.case.model import Case
from generator.kinds.case.summary import CURRENT, CaseItem, last_heard
from generator.model.catalog import Finding
from generator.model.context import Context, DocumentContext
from generator.model.local_time import occurs

_ALIKE = 0.8
"""How alike two titles are, from 0 to 1, before they may be about one thing."""
_SILENT = 30
"""Days without news after which somebody should say something."""


def rules(item: CaseItem, _: DocumentContext) -> Iterator[Finding]:
    case, affects = item.model, item.model.affects
    if not (affects.functions or affects.items or affects.schools or affects.devices):
        yield Finding("case-affects-nothing", ("affects",))
    if case.state == "workaround" and not case.workaround:
        yield Finding("workaround-missing", ("state",))
    if case.state == "decided" and not case.decision:
        yield Finding("decision-missing", ("state",))
    if case.state == "solved" and not case.solved:
        yield Finding("solved-undated", ("state",))
    if case.solved and case.state in CURRENT:
        yield Finding("solved-open", ("solved", "date"), {"date": case.solved.date.isoformat()})
    if case.planned and case.planned.end <= case.planned.start:
        yield Finding("planned-reversed", ("planned", "end"))
    yield from _order(case)


def _order(case: Case) -> Iterator[Finding]:
    """Nothing happens before the case was opened, updates follow each other, and nothing after it was solved."""
    last = case.opened
    for number, update in enumerate(case.updates):
        yield from _held(("updates", number, "date"), last, update.date)
        last = max(last, update.date)
        if case.solved:
            yield from _held(("updates", number, "date"), update.date, case.solved.date)
    if case.decision:
        yield from _held(("decision", "date"), case.opened, case.decision.date)
        if case.solved:
            yield from _held(("decision", "date"), case.decision.date, case.solved.date)
    if case.solved:
        yield from _held(("solved", "date"), case.opened, case.solved.date)


def _held(path: tuple[str | int, ...], first: date, then: date) -> Iterator[Finding]:
    """A finding at the day when two days that follow each other do not."""
    if first > then:
        yield Finding("case-dates", path, {"first": first.isoformat(), "then": then.isoformat()})


def between(item: CaseItem, context: Context) -> Iterator[Finding]:
    for name, time in zip(("start", "end"), item.summary.planned or (), strict=False):
        if occurs(time, context.settings.timezone) == "never":
            yield Finding("planned-clock", ("planned", name), {"time": _clock(time)})
    others = cast("tuple[CaseItem, ...]", context.catalog.of_kind(item.kind))
    twin = next((other for other in others if other.id < item.id and _is_twin(item, other)), None)
    if twin:
        yield Finding("case-twin", ("title",), {"title": twin.common.title})


def _clock(time: datetime) -> str:
    return f"{time:%H:%M}"


def _is_twin(one: CaseItem, other: CaseItem) -> bool:
    if one.summary.opened.isocalendar()[:2] != other.summary.opened.isocalendar()[:2]:
        return False
    if not set(one.summary.functions) & set(other.summary.functions):
        return False
    titles = (one.common.title.casefold(), other.common.title.casefold())
    return SequenceMatcher(None, *titles).ratio() >= _ALIKE


def stale(item: CaseItem, day: date) -> Iterator[Finding]:
    """A case that is still one, and of which nobody has heard for long."""
    silent = day - last_heard(item.model)
    if item.model.state in CURRENT and silent > timedelta(days=_SILENT):
        yield Finding("case-stale", ("state",), {"days": str(silent.days)})
