"""What is kept of pages that were made together. All of a site's are held at once, so most of it is packed."""

from __future__ import annotations

import pickle
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from generator.build.links import Target
from generator.model.site import Related
from generator.search import Entry, Read
from generator.store.blobs import Place, Shelf, SpoiltError
from generator.store.pickling import packed_as_called
from generator.store.unpickling import unpacked


@packed_as_called
@dataclass(frozen=True, slots=True)
class Unit:
    """Pages that were made together: those of an item, or one that belongs to none."""

    key: bytes
    """Fingerprint of what they were made from: see `PageGroup.key`."""
    related: Related
    files: tuple[str, ...]
    """Every file that was written for them, relative to the site."""
    entries: tuple[Entry, ...]
    """What search says of those that it finds."""
    rest: bytes | Place
    """A `Rest`, packed, or where it lies."""


@dataclass(frozen=True, slots=True)
class Rest:
    """What of a unit is needed only when it changes."""

    read: tuple[tuple[str, bytes, bytes, bytes], ...]
    """For each of its entries what else was read: see `search.Read`."""
    words: Collection[str]
    """All that are said on them: the search dialog knows them."""
    targets: Collection[Target]
    """Where their links lead; those that lead to a place on their own page are settled already."""
    anchors: Mapping[str, Collection[str]]
    """What can be linked to, by file."""

    def reads(self, entries: Sequence[Entry]) -> list[Read]:
        """What the search index is made from."""
        return [Read(entry, *read) for entry, read in zip(entries, self.read, strict=True)]


def packed(rest: Rest) -> bytes:
    """The same `Rest` gives the same bytes."""
    anchors = [(file, sorted(own)) for file, own in rest.anchors.items()]
    return pickle.dumps((rest.read, sorted(rest.words), sorted(rest.targets), anchors), pickle.HIGHEST_PROTOCOL)


def rest_of(unit: Unit, shelf: Shelf | None) -> Rest:
    """SpoiltError when it is not on the shelf."""
    if isinstance(unit.rest, bytes):
        return _unpacked(unit.rest)
    if shelf is None:
        raise SpoiltError("no shelf")
    return _unpacked(shelf.read(unit.rest))


def _unpacked(content: bytes) -> Rest:
    read, words, targets, anchors = unpacked(content)
    return Rest(read, words, targets, dict(anchors))
