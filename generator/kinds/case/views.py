"""What the page of a case and the register show, and the machine-readable description."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from generator.kinds.case.model import Case
from generator.kinds.case.summary import CURRENT, DEVICES, STATES, TRACKS, WEIGHT_NAMES, CaseItem
from generator.model.context import Context
from generator.model.outage_notice import eve_of
from generator.model.view import Card, Index, View


@dataclass(frozen=True, slots=True)
class Happened:
    """A line of the history."""

    date: date
    what: str
    """`opened`, `update`, `decided` or `solved`: the template has the words."""
    text: str
    """Rich text; "" when the word says it all."""


@dataclass(frozen=True, slots=True)
class CaseView(View):
    """The page of a case."""

    template: ClassVar[str] = "case/page.html"
    item: Case
    day: date
    eve: date
    """The last day on which what is planned has not begun."""
    is_current: bool
    track: str
    """In words, as the next ones."""
    state: str
    weight: str
    devices: tuple[str, ...]
    history: tuple[Happened, ...]


@dataclass(frozen=True, slots=True)
class StateGroup:
    """The cases of a track that are in one state."""

    id: str
    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class TrackPart:
    """A track of the register."""

    id: str
    title: str
    current: tuple[StateGroup, ...]
    """Those that still are problems."""
    over: tuple[StateGroup, ...]

    @property
    def count_over(self) -> int:
        return sum(len(group.cards) for group in self.over)


@dataclass(frozen=True, slots=True)
class CaseIndexView(View):
    """The register."""

    template: ClassVar[str] = "case/index.html"
    index: Index
    current: int
    """How many still are problems."""
    tracks: tuple[TrackPart, ...]


def view(item: CaseItem, context: Context) -> CaseView:
    case = item.model
    return CaseView(
        item=case, day=context.day, eve=eve_of(case.planned.start) if case.planned else date.min,
        is_current=case.state in CURRENT,
        track=context._(TRACKS[case.track]), state=context._(STATES[case.state]),
        weight=context._(WEIGHT_NAMES[case.weight]),
        devices=tuple(context._(DEVICES[device]) for device in case.affects.devices),
        history=tuple(sorted(_history(case), key=lambda one: one.date)),
    )  # fmt: skip


def _history(case: Case) -> Iterator[Happened]:
    yield Happened(case.opened, "opened", "")
    yield from (Happened(update.date, "update", update.text) for update in case.updates)
    if case.decision:
        yield Happened(case.decision.date, "decided", "")
    if case.solved:
        yield Happened(case.solved.date, "solved", "")


def index(shown: Index, items: Sequence[CaseItem], context: Context) -> CaseIndexView:
    """All cases, by track and state."""
    current = sum(item.summary.state in CURRENT for item in items)
    return CaseIndexView(shown, current, tuple(_tracks(items, context)))


def _tracks(items: Sequence[CaseItem], context: Context) -> Iterator[TrackPart]:
    for track, title in TRACKS.items():
        groups = tuple(_states(track, [item for item in items if item.summary.track == track], context))
        if groups:
            current = tuple(group for group in groups if group.id.removeprefix(f"{track}-") in CURRENT)
            over = tuple(group for group in groups if group not in current)
            yield TrackPart(track, context._(title), current, over)


def _states(track: str, items: Sequence[CaseItem], context: Context) -> Iterator[StateGroup]:
    for state, title in STATES.items():
        cards = tuple(context.card(item) for item in items if item.summary.state == state)
        if cards:
            yield StateGroup(f"{track}-{state}", context._(title), cards)


def anchors(case: Case) -> Mapping[str, str]:
    there = {"problem": "", "affects": "", "history": ""}
    return there | ({"workaround": ""} if case.workaround else {}) | ({"decision": ""} if case.decision else {})


def owner(item: CaseItem, context: Context) -> str:
    return context.catalog.name("roles", item.model.owner)


def structured_data(item: CaseItem, context: Context) -> dict[str, object]:
    case = item.model
    return {
        "@type": "CreativeWork",
        "name": case.title,
        "description": case.summary,
        "inLanguage": context.language.code,
        "dateCreated": case.opened.isoformat(),
        "dateModified": case.updated.isoformat(),
    }
