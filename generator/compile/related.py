"""Which items are alike, and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.catalog import Item
from generator.compile.hub import Card, Hub
from generator.kind import Kind
from generator.language import mark

_MOST = 4
_WINDOW = 20
"""In a large group of items only so many neighbours on either side are weighed, so that the work stays in step."""
_NARROW = ("goal", "subject-grade")
"""Sorts of likeness by which candidates are found; the others only add weight."""
_WEIGHTS = {"goal": 6, "subject-grade": 3, "subject": 2, "function": 1}
_WHY = {
    "goal": mark("works towards the same goal"),
    "subject-grade": mark("same subject and grade"),
    "subject": mark("same subject"),
    "function": mark("uses the same function"),
}


@dataclass(frozen=True)
class Likeness:
    """The traits of all items of a kind, and who shares them."""

    traits: Mapping[str, frozenset[tuple[str, str]]]
    sharers: Mapping[tuple[str, str], tuple[str, ...]]
    places: Mapping[tuple[tuple[str, str], str], int]

    @staticmethod
    def of(kind: Kind, items: Iterable[Item]) -> Likeness:
        traits = {item.id: frozenset(kind.traits(item.model)) for item in items}
        sharers: dict[tuple[str, str], list[str]] = defaultdict(list)
        for id_, own in traits.items():
            for trait in own:
                sharers[trait].append(id_)
        places = {(trait, id_): place for trait, ids in sharers.items() for place, id_ in enumerate(ids)}
        return Likeness(traits, {trait: tuple(ids) for trait, ids in sharers.items()}, places)

    def nearest(self, id_: str) -> list[tuple[str, str]]:
        """The ids most like this one, each with the strongest sort of likeness."""
        own = self.traits[id_]
        near = {other for trait in own if trait[0] in _NARROW for other in self._neighbours(trait, id_)}
        scores = {other: Counter(sort for sort, _ in own & self.traits[other]) for other in near}
        weights = {other: sum(_WEIGHTS[sort] for sort in shared.elements()) for other, shared in scores.items()}
        best = sorted(near, key=lambda other: (-weights[other], other))
        return [(other, max(scores[other], key=_WEIGHTS.__getitem__)) for other in best]

    def _neighbours(self, trait: tuple[str, str], id_: str) -> set[str]:
        ids, place = self.sharers[trait], self.places[trait, id_]
        return {*ids[max(0, place - _WINDOW) : place], *ids[place + 1 : place + 1 + _WINDOW]}


def related(hub: Hub, kind: Kind, item: Item, likeness: Likeness) -> tuple[Card, ...]:
    """The items most like this one, its own family left out, each with a word on why."""
    family = {item.id, kind.source(item.model)}
    cards = []
    for other, sort in likeness.nearest(item.id):
        model = hub.catalog.items[kind.name, other].model
        if other not in family and kind.source(model) not in family - {None}:
            cards.append(replace(hub.cards[kind.name, other], why=hub._(_WHY[sort])))
        if len(cards) == _MOST:
            break
    return tuple(cards)
