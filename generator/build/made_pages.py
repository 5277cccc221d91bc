"""What a build keeps of pages that were made together. All of a site's are held at once, so most of it is encoded."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from generator.build.links import Target
from generator.model.site import Related
from generator.search import Card, PageRecord
from generator.store.codec import Codec, codec_for


@dataclass(frozen=True, slots=True)
class Contents:
    """What of an artifact is needed only when it changes."""

    read: tuple[tuple[str, bytes], ...]
    """For each of its cards what else was read: words and weights of a `search.PageRecord`."""
    targets: Collection[Target]
    """Where their links lead; those that lead to a place on their own page are settled already."""
    anchors: Mapping[str, Collection[str]]
    """What can be linked to, by file."""

    def records(self, cards: Sequence[Card]) -> list[PageRecord]:
        """What the search index is made from."""
        return [PageRecord(card, *read) for card, read in zip(cards, self.read, strict=True)]


@dataclass(frozen=True, slots=True)
class Artifact:
    """What came of a group of pages: those of an item, or one that belongs to none."""

    url: str
    """Of the first page."""
    key: bytes
    """Fingerprint of what they were made from: see `PageGroup.key`."""
    related: Related
    files: tuple[str, ...]
    """Every file that was written for them, relative to the site."""
    cards: tuple[Card, ...]
    """What search says of those that it finds."""
    contents: bytes | None
    """`Contents`, encoded; None when they lie in the build cache."""


@cache
def contents_codec() -> Codec[Contents]:
    return codec_for(Contents)
