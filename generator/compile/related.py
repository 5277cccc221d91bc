"""Which items are alike, and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.model.catalog import Catalog, Item
from generator.model.kind import Likeness
from generator.model.site import Related

_MOST = 4
Trait = tuple[str, str]
"""A sort of likeness and its value."""


@dataclass(frozen=True)
class Sharers:
    """The traits of all items of a kind, and who shares them."""

    traits: Mapping[str, tuple[Trait, ...]]

    @staticmethod
    def of(items: Iterable[Item]) -> Sharers:
        return Sharers({item.id: item.common.traits for item in items})

    @cached_property
    def sharers(self) -> Mapping[Trait, Sequence[str]]:
        """Found when it is first asked who is like whom: after most changes of a hub it is known already."""
        sharers: dict[Trait, list[str]] = defaultdict(list)
        for id_, own in self.traits.items():
            for trait in own:
                sharers[trait].append(id_)
        return sharers

    @cached_property
    def places(self) -> Mapping[tuple[Trait, str], int]:
        return {(trait, id_): place for trait, ids in self.sharers.items() for place, id_ in enumerate(ids)}

    def is_of(self, items: Iterable[Item]) -> bool:
        """Whether these have the same traits, in the same order."""
        return list(self.traits.items()) == [(item.id, item.common.traits) for item in items]

    def nearest(self, id_: str, likeness: Mapping[str, Likeness]) -> list[tuple[str, str]]:
        """The ids most like this one, each with why: the strongest sort of likeness."""
        weights: Counter[str] = Counter()
        why: dict[str, str] = {}
        for trait in sorted(self.traits[id_], key=lambda trait: -likeness[trait[0]].weight):
            sort = likeness[trait[0]]
            for other in self._neighbours(trait, id_, sort.window):
                weights[other] += sort.weight
                why.setdefault(other, sort.why)
        return [(other, why[other]) for other in sorted(weights, key=lambda other: (-weights[other], other))]

    def _neighbours(self, trait: Trait, id_: str, window: int) -> tuple[str, ...]:
        ids, place = self.sharers[trait], self.places[trait, id_]
        return (*ids[max(0, place - window) : place], *ids[place + 1 : place + 1 + window])


def most_like(catalog: Catalog, item: Item, sharers: Sharers, likeness: Mapping[str, Likeness]) -> Related:
    """The items most like this one, its own family left out."""
    family = {item.id, item.common.source}
    found = []
    for other, why in sharers.nearest(item.id, likeness):
        source = catalog.items[item.kind, other].common.source
        if other not in family and source not in family - {None}:
            found.append((other, why))
        if len(found) == _MOST:
            break
    return tuple(found)
