"""Which items are alike, and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.i18n.language import mark
from generator.model.catalog import Catalog, Item
from generator.model.site import Related

_MOST = 4
Trait = tuple[str, str]
"""A sort of likeness and its value."""


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of likeness: how much it counts, and how many neighbours with the same value are looked at."""

    weight: int
    window: int
    why: str


_SORTS = {
    "goal": Sort(6, 20, mark("works towards the same goal")),
    "subject-grade": Sort(3, 20, mark("same subject and grade")),
    "subject": Sort(2, 10, mark("same subject")),
    "function": Sort(1, 5, mark("uses the same function")),
}
"""The windows keep the work in step with the number of items: thousands may share a subject."""


@dataclass(frozen=True)
class Likeness:
    """The traits of all items of a kind, and who shares them."""

    traits: Mapping[str, tuple[Trait, ...]]

    @staticmethod
    def of(items: Iterable[Item]) -> Likeness:
        return Likeness({item.id: item.brief.traits for item in items})

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
        return list(self.traits.items()) == [(item.id, item.brief.traits) for item in items]

    def nearest(self, id_: str) -> list[tuple[str, str]]:
        """The ids most like this one, each with why: the strongest sort of likeness."""
        weights: Counter[str] = Counter()
        why: dict[str, str] = {}
        for trait in sorted(self.traits[id_], key=lambda trait: -_SORTS[trait[0]].weight):
            sort = _SORTS[trait[0]]
            for other in self._neighbours(trait, id_, sort.window):
                weights[other] += sort.weight
                why.setdefault(other, sort.why)
        return [(other, why[other]) for other in sorted(weights, key=lambda other: (-weights[other], other))]

    def _neighbours(self, trait: Trait, id_: str, window: int) -> tuple[str, ...]:
        ids, place = self.sharers[trait], self.places[trait, id_]
        return (*ids[max(0, place - window) : place], *ids[place + 1 : place + 1 + window])


def most_like(catalog: Catalog, item: Item, likeness: Likeness) -> Related:
    """The items most like this one, its own family left out."""
    family = {item.id, item.brief.source}
    found = []
    for other, why in likeness.nearest(item.id):
        source = catalog.items[item.kind, other].brief.source
        if other not in family and source not in family - {None}:
            found.append((other, why))
        if len(found) == _MOST:
            break
    return tuple(found)
