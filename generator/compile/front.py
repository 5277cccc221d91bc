"""The front page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from generator.compile.cards import Hub
from generator.i18n.language import mark
from generator.model.catalog import Item
from generator.model.kind import WayIn
from generator.model.page import PageSpec
from generator.model.rollup import NEWEST
from generator.model.view import Card, View

_PUBLISHERS = WayIn(
    mark("I publish"),
    mark("Consultants: see all that is published, and what each word means."),
    mark("See everything"),
)
_NEWEST = 6


@dataclass(frozen=True, slots=True)
class Way:
    """A card with a verb: for whom a part of the hub is, and what they do there."""

    kind: str
    """The kind whose colour and drawing it has; "" for everything."""
    url: str
    title: str
    text: str
    action: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many items of a kind there are."""

    url: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class FrontView(View):
    """The front page."""

    template: ClassVar[str] = "front/page.html"
    ways: tuple[Way, ...]
    news: tuple[Card, ...]
    counts: tuple[Count, ...]
    examples: tuple[str, ...]
    """Things to search for."""
    sections: tuple[View, ...]
    """What kinds show of themselves."""


def front(hub: Hub, order: Mapping[str, Sequence[Item]]) -> PageSpec:
    """A way in for each role, what is new, and how much there is; `order` holds the items of each kind."""
    newest = [key for key in hub.catalog.rollup(NEWEST, "") if not hub.kinds[key[0]].tells_of_others][:_NEWEST]
    counts = (Count(f"{kind.folder}/", hub._(kind.plural), len(order[name])) for name, kind in hub.kinds.items())
    sections = (kind.front(order[name], hub.context) for name, kind in hub.kinds.items())
    view = FrontView(
        ways=tuple(_ways(hub)), news=tuple(hub.cards[key] for key in newest), counts=tuple(counts),
        examples=tuple(hub._(text) for text in (mark("fractions"), mark("copy a course"), mark("feedback"))),
        sections=tuple(section for section in sections if section),
    )  # fmt: skip
    return PageSpec(
        url="", title=hub._(mark("Front page")),
        description=hub._(mark("Courses, guides, videos and plans: find, follow, copy and plan.")),
        view=view, searchable=False,
    )  # fmt: skip


def _ways(hub: Hub) -> Iterator[Way]:
    for name, kind in hub.kinds.items():
        if kind.way_in:
            yield _way(hub, name, f"{kind.folder}/", kind.way_in)
    yield _way(hub, "", "a-z/", _PUBLISHERS)


def _way(hub: Hub, kind: str, url: str, way: WayIn) -> Way:
    return Way(kind, url, hub._(way.title), hub._(way.text), hub._(way.action))
