"""What the pages of an item may look at of other items. Nothing else can be read, so nothing else can matter to them.

There are two rings. Of an item that is *linked* pages may say what a card says (`LinkSummary`), and their key holds
the digest of that; of one that is *read* they may say anything, and their key holds the fingerprint of its file.
References link unless their marker says that they read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import NoReturn, TypeVar, cast

from generator.model.catalog import VOCABULARIES, Catalog, CommonSummary, Item, ItemKey, TermKey, Use
from generator.model.lineage import relatives, source_of
from generator.model.outage_notice import is_stopped, notice_of
from generator.model.rollup import Rolled, RollupKey, RollupName, Total
from generator.store.fingerprint import digest

Key = TypeVar("Key")
Value = TypeVar("Value")


class FarError(Exception):
    """The pages of an item read of another one that their key does not hold: a fault of the program."""


@dataclass(frozen=True, slots=True)
class Visible:
    """What the pages of one item may read in the catalog."""

    reads: frozenset[ItemKey]
    """Itself, what its references read, what reads it back, and the nearest of its family."""
    links: frozenset[ItemKey]
    """What else it names, what else names it, what is seen by one of its words, and what vocabularies name."""
    uses: Mapping[ItemKey, tuple[Use, ...]]
    """Who points to itself; of who points to others that it reads, those that it reads too."""
    seen_by: Mapping[TermKey, tuple[ItemKey, ...]]
    """What is seen by each of its words."""
    rollups: frozenset[RollupKey]
    """The roll-ups that its kind asks for."""


def visible(item: Item, catalog: Catalog, asks: Iterable[RollupKey] = ()) -> Visible:
    """What the pages of an item may read; `asks` is what its kind asks for."""
    own = (item.kind, item.id)
    uses = catalog.uses.get(own, ())
    backwards = (use.source for use in uses if own in catalog.read_back.get(use.source, ()))
    family = tuple(relatives(own, catalog))
    reads = frozenset((own, *catalog.reads.get(own, ()), *backwards, *family))
    terms = {term: _others(own, catalog.seen_by.get(term, ())) for term in item.common.mentioned}
    named = (*catalog.named.get(own, ()), *catalog.named.get(VOCABULARIES, ()))
    around = (*(use.source for use in uses), *(key for keys in terms.values() for key in keys))
    beyond = (source for key in family if (source := source_of(key, catalog)))
    links = frozenset((*named, *around, *beyond, *_told(around, catalog)))
    near = {key: tuple(use for use in catalog.uses.get(key, ()) if use.source in reads) for key in reads}
    return Visible(reads, links - reads, {**near, own: uses}, terms, frozenset((str(name), key) for name, key in asks))


def _told(keys: Iterable[ItemKey], catalog: Catalog) -> Iterator[ItemKey]:
    """What the words link to that a page says of a problem."""
    for key in keys:
        if (item := catalog.items.get(key)) and (notice := notice_of(item)):
            yield from notice.links


def _others(own: ItemKey, keys: Iterable[ItemKey]) -> tuple[ItemKey, ...]:
    """Items of one kind do not see each other by words: those that share a word would all be remade with each."""
    return tuple(key for key in keys if key[0] != own[0])


def in_reach(item: Item, seen: Visible, links: LinkDigests) -> tuple[object, ...]:
    """What the pages of an item may read, in plain texts and bytes: where it is equal, they read the same."""
    known = links.catalog.items
    return (
        [(*key, known[key].sha256 if key in known else "", links.stopped(key)) for key in sorted(seen.reads)],
        [(*key, links.of(key)) for key in sorted(seen.links)],
        [(use.source, use.field, use.anchor) for use in seen.uses[item.kind, item.id]],
        sorted((term, keys) for term, keys in seen.seen_by.items() if keys),
        [(*place, links.total(place)) for place in sorted(seen.rollups)],
    )


@dataclass(frozen=True, slots=True)
class LinkSummary:
    """What pages may say of an item that they only link to. It stands where its `common` stands."""

    title: str
    summary: str
    language: str
    facts: tuple[str, ...]
    picture: str
    shown: object

    def __getattr__(self, name: str) -> NoReturn:
        """Asked for what an item says of itself beside that."""
        raise FarError(f"{name} of an item that is only linked")


_LINKED = attrgetter("title", "summary", "language", "facts", "picture", "shown")
"""What an item says of itself, in the order of those fields."""


def _linked(item: Item) -> LinkSummary:
    return LinkSummary(*_LINKED(item.common))


@dataclass(frozen=True, slots=True)
class LinkDigests:
    """Fingerprints of what pages may say of items that they only link to, and of roll-ups; each made once."""

    catalog: Catalog
    made: dict[ItemKey, bytes] = field(default_factory=dict)
    totals: dict[RollupKey, bytes] = field(default_factory=dict)

    def of(self, key: ItemKey) -> bytes:
        """Of an item; empty for one that is not there."""
        if key not in self.made:
            item = self.catalog.items.get(key)
            self.made[key] = digest(item.url, *_LINKED(item.common), self.stopped(key)) if item else b""
        return self.made[key]

    def stopped(self, key: ItemKey) -> bool:
        """Whether its card warns of it."""
        return (
            key in self.catalog.uses and key in self.catalog.items and is_stopped(self.catalog.items[key], self.catalog)
        )

    def total(self, place: RollupKey) -> bytes:
        """Of what a roll-up comes to for a key. KeyError when no roll-up has that name."""
        if place not in self.totals:
            self.totals[place] = digest(self.catalog.rollup(RollupName(place[0]), place[1]))
        return self.totals[place]


class _Unreadable:
    """Stands where the summary of an item's own kind stands."""

    def __getattr__(self, name: str) -> NoReturn:
        raise FarError(f"{name} of an item that is only linked")


def _unreadable() -> NoReturn:
    raise FarError("the model of an item that is only linked")


class _Near(Mapping[Key, Value]):
    """Some of a mapping; to ask for anything else is a fault."""

    def __init__(self, whole: Mapping[Key, Value], keys: frozenset[Key]) -> None:
        self._whole, self._keys = whole, keys

    def __getitem__(self, key: Key) -> Value:
        if key not in self._keys:
            raise FarError(key)
        return self._whole[key]

    def __iter__(self) -> Iterator[Key]:
        raise FarError

    def __len__(self) -> int:
        raise FarError


class _NearItems(_Near[ItemKey, Item]):
    """Some of the items, and of some of those no more than what a link says."""

    def __init__(self, whole: Mapping[ItemKey, Item], reads: frozenset[ItemKey], links: frozenset[ItemKey]) -> None:
        super().__init__(whole, reads | links)
        self._reads = reads

    def __getitem__(self, key: ItemKey) -> Item:
        item = super().__getitem__(key)
        if key in self._reads:
            return item
        return replace(
            item, common=cast(CommonSummary, _linked(item)), summary=_Unreadable(), sha256="", held=_unreadable
        )


@dataclass(frozen=True)
class _NearTotals(Rolled):
    """Some of the roll-ups; to ask for anything else is a fault."""

    places: frozenset[RollupKey] = frozenset()

    def total(self, name: RollupName[Total], key: str) -> Total:
        if (name, key) not in self.places:
            raise FarError(name, key)
        return super().total(name, key)

    def keys(self, name: RollupName[object]) -> NoReturn:
        raise FarError(name)


def seen_through(catalog: Catalog, seen: Visible) -> Catalog:
    """The catalog as pages may read it that see this much."""
    return replace(
        catalog, items=_NearItems(catalog.items, seen.reads, seen.links), uses=_Near(seen.uses, frozenset(seen.uses)),
        seen_by=_Near(seen.seen_by, frozenset(seen.seen_by)), mentions=_Near({}, frozenset()),
        rolled=_NearTotals(catalog.rolled.totals, catalog.rolled.empty, seen.rollups),
    )  # fmt: skip


def common(catalog: Catalog) -> Catalog:
    """The catalog as pages of no item may read it: with what vocabularies name alone."""
    links = frozenset(catalog.named.get(VOCABULARIES, ()))
    return seen_through(catalog, Visible(frozenset(), links, {}, {}, frozenset()))


def common_names(catalog: Catalog) -> bytes:
    """Fingerprint of what pages read of those."""
    links = LinkDigests(catalog)
    return digest([(*key, links.of(key)) for key in sorted(catalog.named.get(VOCABULARIES, ()))])
