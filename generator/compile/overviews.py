"""The index of each kind, everything from A to Z, and the glossary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from generator.compile.cards import Hub
from generator.i18n.language import mark
from generator.model.catalog import Item
from generator.model.kind import Kind
from generator.model.page import PageSpec
from generator.model.view import Card, Group, Index, View
from generator.model.vocabulary import GlossaryEntry

_LONG = 300
"""An index with more items than this shows the first of each group; a page of thousands of cards helps nobody."""


@dataclass(frozen=True, slots=True)
class Letter:
    """The items that begin with a letter."""

    letter: str
    id: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class AToZView(View):
    """Every item by its first letter."""

    template: ClassVar[str] = "browse/az.html"
    letters: tuple[Letter, ...]
    count: int


@dataclass(frozen=True, slots=True)
class GlossaryView(View):
    """Every word with its explanation."""

    template: ClassVar[str] = "glossary/page.html"
    entries: tuple[GlossaryEntry, ...]
    used: Mapping[str, tuple[Card, ...]]
    """The pages that use a word, by its id; none for a word that no page uses."""


def index(hub: Hub, kind: Kind, items: Sequence[Item]) -> PageSpec:
    """All items of a kind, in groups that its readers think in."""
    groups, is_cut, lead = hub.grouped(items, kind), len(items) > _LONG, hub._(kind.lead)
    if is_cut:
        most = max(1, _LONG // max(1, len(groups)))
        groups = tuple(Group(group.id, group.title, group.cards[:most]) for group in groups)
    view = kind.index(Index(kind.name, lead, len(items), groups, is_cut), items, hub.context)
    return PageSpec(
        url=f"{kind.folder}/", title=hub._(kind.plural), description=lead, view=view, section=kind.folder, menu=kind.menu,
        crumbs=(hub.home(),), facets=hub.overview(), searchable=False,
    )  # fmt: skip


def a_to_z(hub: Hub) -> PageSpec:
    """Every item by its first letter."""
    letters: dict[str, list[Card]] = defaultdict(list)
    for item in hub.sorted(hub.catalog.items.values()):
        first = item.common.title[:1].upper()
        letters[first if first.isalpha() else "#"].append(hub.card(item))
    view = AToZView(
        letters=tuple(
            Letter(letter, f"letter-{number}", tuple(cards))
            for number, (letter, cards) in enumerate(letters.items(), 1)
        ),
        count=len(hub.catalog.items),
    )
    lead = hub._(mark("Everything in the hub in alphabetical order."))
    return PageSpec(
        url="a-z/", title=hub._(mark("A–Z")), description=lead, view=view,
        crumbs=(hub.home(),), searchable=False,
    )  # fmt: skip


def glossary(hub: Hub, items: Iterable[Item]) -> PageSpec:
    """Every word with its explanation and the pages that use it."""
    used: dict[str, list[Card]] = defaultdict(list)
    for item in items:
        for word in item.common.explained:
            used[word].append(hub.card(item))
    entries = sorted(hub.catalog.vocabularies["glossary"].values(), key=lambda entry: hub.language.sort_key(entry.name))
    view = GlossaryView(entries=tuple(entries), used={id_: tuple(cards) for id_, cards in used.items()})
    return PageSpec(
        url="glossary/", title=hub._(mark("Glossary")), description=hub._(mark("The words of the hub, explained.")),
        view=view, crumbs=(hub.home(),), facets=hub.overview(),
    )  # fmt: skip
