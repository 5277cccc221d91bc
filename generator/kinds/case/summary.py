"""What is known of a case without opening it: its track and state, and what other pages tell of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from generator.i18n.language import mark
from generator.kinds.case.model import Case, Device, State, Track
from generator.model.catalog import Item, ItemKey, TermKey
from generator.model.context import Context, DocumentContext
from generator.model.digest_entry import Happening, KnownProblem
from generator.model.listing import SortKey
from generator.model.markdown import content_of
from generator.model.outage_notice import WEIGHTS, Notice, Weight
from generator.model.rollup import DAY, RollupKey

CURRENT: tuple[State, ...] = ("open", "workaround", "decided")
"""The states of a case that still is a problem."""
TRACKS: Mapping[Track, str] = {"technical": mark("Technical"), "organisational": mark("Organisational")}
STATES: Mapping[State, str] = {
    "open": mark("Open"), "workaround": mark("With a workaround"), "decided": mark("Decided"),
    "solved": mark("Solved"), "closed": mark("Closed"),
}  # fmt: skip
WEIGHT_NAMES: Mapping[Weight, str] = {
    "stop": mark("Stops the work"), "nuisance": mark("Gives trouble"), "note": mark("Good to know"),
}  # fmt: skip
DEVICES: Mapping[Device, str] = {
    "ipad": mark("iPad"), "chromebook": mark("Chromebook"), "pc": mark("PC"), "phone": mark("Phone"),
}  # fmt: skip
"""What each is called (English message ids), in the order in which people look for it."""


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """A case in the register."""

    track: Track
    state: State
    weight: Weight
    opened: date
    decided: date | None
    solved: date | None
    version: str | None
    """Of the platform, in which it is solved."""
    planned: tuple[datetime, datetime] | None
    """From when to when something is planned to be out of use."""
    functions: tuple[str, ...]
    items: tuple[str, ...]
    schools: tuple[str, ...]
    devices: tuple[Device, ...]


CaseItem: TypeAlias = Item[Case, CaseSummary]


def summary(case: Case) -> CaseSummary:
    affects, solved = case.affects, case.solved
    return CaseSummary(
        track=case.track, state=case.state, weight=case.weight, opened=case.opened,
        decided=case.decision.date if case.decision else None,
        solved=solved.date if solved else None, version=solved.version if solved else None,
        planned=(case.planned.start, case.planned.end) if case.planned else None,
        functions=affects.functions, items=affects.items, schools=affects.schools, devices=affects.devices,
    )  # fmt: skip


def facts(item: CaseItem, context: DocumentContext) -> tuple[str, ...]:
    """Its state, its weight while it still is a problem or when one is planned, its track, and since when."""
    gettext, one = context.language.gettext, item.summary
    weight = gettext(WEIGHT_NAMES[one.weight]) if one.state in CURRENT else ""
    if one.planned and weight:
        weight = gettext(mark("planned for {day}")).format(day=context.language.date(one.planned[0]))
    since = gettext(mark("since {day}")).format(day=context.language.date(one.opened))
    return gettext(STATES[one.state]), weight, gettext(TRACKS[one.track]), since


def terms(case: Case) -> Mapping[str, tuple[str, ...]]:
    return {"functions": case.affects.functions}


def order(item: CaseItem, _: Context) -> SortKey:
    """What still is a problem first, the heaviest of those first, then the newest."""
    one, is_over = item.summary, item.summary.state not in CURRENT
    return is_over, 0 if is_over else WEIGHTS.index(one.weight), -one.opened.toordinal()


def days(case: Case) -> Iterator[date]:
    yield case.opened
    yield from (update.date for update in case.updates)
    if case.decision:
        yield case.decision.date
    if case.solved:
        yield case.solved.date


def last_heard(case: Case) -> date:
    """The day of the last news of it."""
    return max(days(case))


def seen_by(case: Case) -> Iterator[TermKey]:
    """While it is a problem, whoever uses one of its functions sees it."""
    if case.state in CURRENT:
        yield from (("functions", function) for function in case.affects.functions)


def offers(case: Case) -> Iterator[KnownProblem | Happening]:
    """The case as weekly mails tell it, and the time when something is planned to be out of use."""
    if case.planned and case.state in CURRENT:
        yield Happening(
            id="planned", start=case.planned.start, note=case.workaround or "", schools=case.affects.schools
        )
    elif case.state != "closed":
        yield KnownProblem(
            opened=case.opened, solved=case.solved.date if case.solved else None, stops=case.weight == "stop",
            way_out=case.workaround or "", schools=case.affects.schools,
            decision=case.decision.text if case.decision and case.state == "decided" else "",
        )  # fmt: skip


def shown(case: Case) -> Notice:
    """What the pages that it touches tell of it."""
    affects, decision = case.affects, case.decision.text if case.decision else ""
    solved = case.solved.date if case.solved else None
    if case.state not in CURRENT:
        return Notice(weight=case.weight, opened=case.opened, solved=solved, is_current=False)
    return Notice(
        weight=case.weight, opened=case.opened, solved=solved,
        advice=case.workaround or "", decision=decision if case.state == "decided" else "",
        planned=(case.planned.start, case.planned.end) if case.planned else None,
        devices=affects.devices, schools=affects.schools, functions=affects.functions,
        links=tuple(dict.fromkeys(_links(f"{case.workaround or ''}\n\n{decision}"))),
    )  # fmt: skip


def _links(text: str) -> Iterator[ItemKey]:
    """What may be an item of the hub; whether it is one is known when all are."""
    for target in content_of(text).links:
        kind, colon, rest = target.partition(":")
        if colon and not rest.startswith("//"):
            yield kind, rest.partition("#")[0]


def asks(_: CaseItem) -> tuple[RollupKey, ...]:
    """The hub's day: what is planned is coming or over."""
    return ((DAY, ""),)
