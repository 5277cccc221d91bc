"""What can be followed: the feed of everything, and those of kinds, roles and districts that hold anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.context import Context
from generator.model.feed import FOLDER
from generator.model.rollup import FOLLOWED, NEWEST, of_word


@dataclass(frozen=True, slots=True)
class Followable:
    """A feed before its entries are known."""

    name: str
    """Its name for ever, such as `feeds/all`; its files have that name."""
    key: str
    """What the roll-up of the newest items knows it by."""
    sort: str
    """`all`, `kinds`, `roles` or `districts`."""
    title: str
    """What it is about, in the hub's language; "" for everything."""
    url: str
    """The page that shows the same, relative to the site's root."""


def followable(context: Context) -> Iterator[Followable]:
    """In a stable order: everything, kinds as in the menu, then words as in their vocabularies."""
    there = frozenset(context.catalog.rolled.keys(NEWEST))
    if "" in there:
        yield Followable(f"{FOLDER}all", "", "all", "", "")
    for name, kind in context.kinds.items():
        if name in there:
            yield Followable(f"{FOLDER}{kind.section}", name, "kinds", context._(kind.plural), f"{kind.section}/")
    for vocabulary in FOLLOWED:
        for id_ in context.catalog.vocabularies.get(vocabulary, {}):
            if (key := of_word(vocabulary, id_)) in there:
                yield Followable(f"{FOLDER}{key}", key, vocabulary, context.catalog.name(vocabulary, id_), "")
