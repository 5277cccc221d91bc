"""What a build keeps of pages that were made together. All of a site's are held at once, so most of it is encoded."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from generator.build.links import Target
from generator.model.site import Related
from generator.search import Entry, Read
from generator.store.codec import Codec, codec_for


@dataclass(frozen=True, slots=True)
class Contents:
    """What of an artifact is needed only when it changes."""

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
    entries: tuple[Entry, ...]
    """What search says of those that it finds."""
    contents: bytes | None
    """`Contents`, encoded; None when they lie in the build cache."""


@cache
def contents_codec() -> Codec[Contents]:
    return codec_for(Contents)
