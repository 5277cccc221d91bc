"""The index of each kind, everything from A to Z, and the glossary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from types import SimpleNamespace

from generator.compile.cards import Card, Group, Hub
from generator.i18n.language import mark
from generator.model.catalog import Item
from generator.model.kind import Kind
from generator.model.page import PageSpec

_LONG = 300
"""An index with more items than this shows the first of each group; a page of thousands of cards helps nobody."""


def index(hub: Hub, kind: Kind, items: Sequence[Item]) -> PageSpec:
    """All items of a kind, in groups that its readers think in."""
    groups: tuple[Group, ...]
    if kind.grouping:
        groups = hub.grouped(items, kind.grouping)
    else:
        groups = (Group("all", hub._(kind.plural), hub.folded(items)),) if items else ()
    if len(items) > _LONG:
        most = max(1, _LONG // max(1, len(groups)))
        groups = tuple(Group(group.id, group.title, group.cards[:most]) for group in groups)
    more = kind.listing(items, hub.catalog, hub.language) if kind.listing else {}
    view = SimpleNamespace(
        kind=kind.name, lead=hub._(kind.lead), count=len(items), groups=groups, long=len(items) > _LONG, **more
    )
    return PageSpec(
        url=f"{kind.folder}/", title=hub._(kind.plural), description=hub._(kind.lead), template=f"{kind.name}/index.html" if kind.listing else "browse/index.html",
        view=view, section=kind.folder, crumbs=(hub.home(),), facets=hub.overview(), searchable=False,
    )  # fmt: skip


def a_to_z(hub: Hub) -> PageSpec:
    """Every item by its first letter."""
    letters: dict[str, list[Card]] = defaultdict(list)
    for item in hub.sorted(hub.catalog.items.values()):
        first = item.brief.title[:1].upper()
        letters[first if first.isalpha() else "#"].append(hub.card(item))
    view = SimpleNamespace(
        letters=tuple(
            SimpleNamespace(letter=letter, id=f"letter-{number}", cards=tuple(cards))
            for number, (letter, cards) in enumerate(letters.items(), 1)
        ),
        count=len(hub.catalog.items),
    )
    lead = hub._(mark("Everything in the hub in alphabetical order."))
    return PageSpec(
        url="a-z/", title=hub._(mark("A–Z")), description=lead, template="browse/az.html", view=view,
        crumbs=(hub.home(),), searchable=False,
    )  # fmt: skip


def glossary(hub: Hub, items: Iterable[Item]) -> PageSpec:
    """Every word with its explanation and the pages that use it."""
    used: dict[str, list[Card]] = defaultdict(list)
    for item in items:
        for word in item.brief.explained:
            used[word].append(hub.card(item))
    entries = sorted(hub.catalog.vocabularies["glossary"].values(), key=lambda entry: hub.language.sort_key(entry.name))
    view = SimpleNamespace(entries=tuple(entries), used={id_: tuple(cards) for id_, cards in used.items()})
    return PageSpec(
        url="glossary/", title=hub._(mark("Glossary")), description=hub._(mark("The words of the hub, explained.")),
        template="glossary/page.html", view=view, crumbs=(hub.home(),), facets=hub.overview(),
    )  # fmt: skip
