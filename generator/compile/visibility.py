"""What the pages of an item may look at of other items. Nothing else can be read, so nothing else can matter to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from generator.model.catalog import VOCABULARIES, Catalog, Item
from generator.store.fingerprint import digest

ItemKey = tuple[str, str]
Value = TypeVar("Value")


class FarError(Exception):
    """The pages of an item read of another one that their key does not hold: a fault of the program."""


class _Near(Mapping[ItemKey, Value]):
    """Some of a mapping; to ask for anything else is a fault."""

    def __init__(self, whole: Mapping[ItemKey, Value], keys: frozenset[ItemKey]) -> None:
        self._whole, self._keys = whole, keys

    def __getitem__(self, key: ItemKey) -> Value:
        if key not in self._keys:
            raise FarError(key)
        return self._whole[key]

    def __iter__(self) -> Iterator[ItemKey]:
        raise FarError

    def __len__(self) -> int:
        raise FarError


def near(item: Item, catalog: Catalog) -> frozenset[ItemKey]:
    """Itself, what it names, what names it, and its family; and what any vocabulary names."""
    own = (item.kind, item.id)
    named = (*catalog.named.get(own, ()), *catalog.named.get(VOCABULARIES, ()))
    return frozenset((own, *named, *(use.source for use in catalog.uses.get(own, ())), *_family(item, catalog)))


def _family(item: Item, catalog: Catalog) -> set[ItemKey]:
    """All that it adapts, and that adapts it, over any number of steps."""
    found: set[ItemKey] = set()
    waiting = [(item.kind, item.id)]
    while waiting:
        key = waiting.pop()
        if key in found:
            continue
        found.add(key)
        if member := catalog.items.get(key):
            if member.brief.source:
                waiting.append((item.kind, member.brief.source))
            waiting += (use.source for use in catalog.uses.get(key, ()) if _adapts(use.source, key, catalog))
    return found


def _adapts(other: ItemKey, key: ItemKey, catalog: Catalog) -> bool:
    return other[0] == key[0] and catalog.items[other].brief.source == key[1]


def common(catalog: Catalog) -> Catalog:
    """The catalog as pages of no item may read it: with what vocabularies name alone."""
    return only(catalog, frozenset(catalog.named.get(VOCABULARIES, ())))


def common_names(catalog: Catalog) -> bytes:
    """Fingerprint of what pages read of those: whether they are there, and their titles."""
    names = sorted(catalog.named.get(VOCABULARIES, ()))
    return digest([(*key, catalog.items[key].brief.title if key in catalog.items else None) for key in names])


def only(catalog: Catalog, keys: frozenset[ItemKey]) -> Catalog:
    """The catalog with these items alone."""
    return replace(catalog, items=_Near(catalog.items, keys), uses=_Near(catalog.uses, keys))
