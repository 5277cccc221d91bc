"""The front page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import ClassVar

from generator.compile.catalog_view import Hub
from generator.compile.overviews.roles import Way, ways_in
from generator.i18n.language import mark
from generator.model.browse import browses_of
from generator.model.catalog import Item
from generator.model.page import Crumb, PageSpec
from generator.model.rollup import NEWEST
from generator.model.view import Card, View

_NEWEST = 6
_OF_A_KIND = 2
"""Of what is new: six films of one day say less than what else there is."""


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
    browses: tuple[Crumb, ...]
    """The ways to browse, by vocabulary."""
    news: tuple[Card, ...]
    counts: tuple[Count, ...]
    examples: tuple[str, ...]
    """Things to search for."""
    sections: tuple[View, ...]
    """What kinds show of themselves."""


def front(hub: Hub, order: Mapping[str, Sequence[Item]]) -> PageSpec:
    """A way in for each role, what is new, and how much there is; `order` holds the items of each kind."""
    counts = (Count(f"{kind.section}/", hub._(kind.plural), len(order[name])) for name, kind in hub.kinds.items())
    shown = {name: kind.front(order[name], hub.context) for name, kind in hub.kinds.items()}
    sections = {name: section for name, section in shown.items() if section}
    view = FrontView(
        ways=tuple(ways_in(hub)), news=tuple(_newest(hub, sections)), counts=tuple(counts),
        browses=tuple(one.way for one in browses_of(hub.catalog, hub.language)),
        examples=hub.context.settings.search_examples or tuple(_examples(hub)),
        sections=tuple(sections.values()),
    )  # fmt: skip
    return PageSpec(
        url="", title=hub._(mark("Front page")),
        description=hub._(mark("Courses, guides, videos and plans: find, follow, copy and plan.")),
        view=view, searchable=False,
    )  # fmt: skip


def _examples(hub: Hub) -> Iterator[str]:
    """A word of each of the first ways to browse, and what anybody may look for. Nobody searches for a level."""
    browses = (one for one in browses_of(hub.catalog, hub.language) if one.vocabulary not in {"grades", "levels"})
    for browse in islice(browses, 2):
        used = {id_ for item in hub.catalog.items.values() for id_ in item.common.terms.get(browse.vocabulary, ())}
        yield from islice((name for id_, name in hub.catalog.words(browse.vocabulary).items() if id_ in used), 1)
    yield hub._(mark("copy a course"))


def _newest(hub: Hub, told: Collection[str]) -> Iterator[Card]:
    """The newest items: one of each kind before a second of any, the latest first.

    What has a section of its own on the page, and what tells of others, is not told twice.
    """
    turns: dict[int, list[tuple[int, str, str]]] = {turn: [] for turn in range(_OF_A_KIND)}
    seen: Counter[str] = Counter()
    newest = hub.catalog.rollup(NEWEST, "")
    for place, (kind, id_) in enumerate(newest):
        if seen[kind] < _OF_A_KIND and kind not in told and not hub.kinds[kind].tells_of_others:
            turns[seen[kind]].append((place, kind, id_))
            seen[kind] += 1
    for _, kind, id_ in sorted(islice(chain.from_iterable(turns.values()), _NEWEST)):
        yield replace(hub.cards[kind, id_], why=hub.language.date(hub.catalog.items[kind, id_].common.updated))
