"""The family of an item: what it was adapted from, and what was adapted from it, as far as its pages show it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from generator.model.catalog import Catalog, ItemKey

MOST_RELATIVES = 40
"""Of a larger family each page shows the nearest: otherwise every page would list all, and a change remake them all."""
MOST_SOURCES = 20
"""Steps that a page shows of the way back to the first source."""


def relatives(own: ItemKey, catalog: Catalog) -> Iterator[ItemKey]:
    """Itself, what it adapts, all that adapts it, and the nearest others while there are fewer than the most."""
    above = sources(own, catalog)
    copies = tuple(_copies(own, catalog))
    found = dict.fromkeys((own, *above, *copies))
    waiting = deque((*copies, *above))
    while waiting and len(found) < MOST_RELATIVES:
        for copy in _copies(waiting.popleft(), catalog):
            if copy not in found and len(found) < MOST_RELATIVES:
                found[copy] = None
                waiting.append(copy)
    yield from found


def sources(own: ItemKey, catalog: Catalog) -> tuple[ItemKey, ...]:
    """What it adapts, the nearest first, also when two say that they adapt each other."""
    found = [own]
    while len(found) <= MOST_SOURCES and (source := source_of(found[-1], catalog)) and source not in found:
        found.append(source)
    return tuple(found[1:])


def source_of(own: ItemKey, catalog: Catalog) -> ItemKey | None:
    """What an item says that it adapts, whether that is there or not."""
    item = catalog.items.get(own)
    return (own[0], item.common.source) if item and item.common.source else None


def _copies(own: ItemKey, catalog: Catalog) -> Iterator[ItemKey]:
    named = (use.source for use in catalog.uses.get(own, ()) if use.source[0] == own[0])
    return (key for key in named if catalog.items[key].common.source == own[1])
