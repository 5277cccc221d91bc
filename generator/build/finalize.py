"""Finishes a site whose pages are on the disk: its search index, and whether its links lead anywhere.

Of a site that was made from another, only what has changed is looked at, as far as that is enough.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from generator import search
from generator.build.artifact import Rest, Unit, rest_of
from generator.build.links import Target, Trail, all_lead, files_of, leads
from generator.store.blobs import Shelf
from generator.store.files import write


@dataclass(frozen=True, slots=True)
class Indexed:
    """What is kept of a search index beside its files."""

    chunks: tuple[search.Chunk, ...]
    words: Mapping[str, int]
    """On how many units each word is said."""


@dataclass(frozen=True)
class Units:
    """The pages of a site."""

    every: Sequence[Unit]
    new: Sequence[Unit]
    """Those of them that were made for it."""
    old: Sequence[Unit] = ()
    """What stood there before, in the site that it was made from; none when it was made from nothing."""
    shelf: Shelf | None = None
    """Where the packed parts of those lie that were not made for it."""

    def rest(self, unit: Unit) -> Rest:
        return rest_of(unit, self.shelf)

    @cached_property
    def then(self) -> list[Rest]:
        """Of what stood there before."""
        return [self.rest(unit) for unit in self.old]

    @cached_property
    def now(self) -> list[Rest]:
        """Of what was made for it. They are few where anything stood there before."""
        return [self.rest(unit) for unit in self.new]

    def every_read(self) -> Iterator[search.Read]:
        """In the order of the index."""
        numbered = [(unit, number) for unit in self.every for number in range(len(unit.entries))]
        for unit, number in sorted(numbered, key=lambda one: one[0].entries[one[1]].url):
            yield self.rest(unit).reads(unit.entries)[number]

    def has_same_pages(self) -> bool:
        """Whether search finds pages of just the same addresses as before."""
        return _urls(self.old) == _urls(self.new)

    @cached_property
    def by_file(self) -> Mapping[str, Unit]:
        return {file: unit for unit in self.every for file in unit.files}


def _urls(units: Iterable[Unit]) -> set[str]:
    return {entry.url for unit in units for entry in unit.entries}


def write_index(
    units: Units, folder: Path, code: str, synonyms: Sequence[Sequence[str]], before: Indexed | None, executor: str = ""
) -> tuple[search.Index, Indexed]:
    """Writes the index, and the words that the search dialog knows; `before` is of the chunks that lie there."""
    index = search.Index(folder, code, (entry for unit in units.every for entry in unit.entries))
    if before is not None and before.chunks and units.has_same_pages():
        was, now = _reads(units.old, units.then), _reads(units.new, units.now)
        chunks = index.mend(before.chunks, was, now, executor=executor)
    else:
        chunks = index.write(units.every_read)
    words = _words(units, before)
    write(folder.parent / search.WORDS, search.as_json(words, len(index.entries), code, synonyms))
    return index, Indexed(chunks, words)


def _reads(units: Iterable[Unit], rests: Iterable[Rest]) -> Iterator[search.Read]:
    for unit, rest in zip(units, rests, strict=True):
        yield from rest.reads(unit.entries)


def _words(units: Units, before: Indexed | None) -> dict[str, int]:
    if before is None:
        return dict(Counter(word for unit in units.every for word in units.rest(unit).words))
    words = Counter(before.words)
    words.subtract(word for rest in units.then for word in rest.words)
    words.update(word for rest in units.now for word in rest.words)
    return {word: count for word, count in words.items() if count}


def every_link_leads(units: Units, site: Path, base: str, gone: Iterable[str] | None = None) -> bool:
    """Whether each link of the site leads to something.

    `gone` are files of the site that it was made from which may be no more; None when it was made from nothing.
    """
    if gone is not None and not _lost(units, site, gone):
        return _new_links_lead(units, site, base)
    there: dict[str, frozenset[str]] = {}
    links: set[Target] = set()
    for unit in units.every:
        rest = units.rest(unit)
        links.update(rest.targets)
        there |= {file: frozenset(own) for file, own in rest.anchors.items()}
    # Of the pages that were made here, what was seen is enough; those that others wrote are read.
    files, trail = files_of(site), Trail(base)
    for file in files:
        if file.endswith(".html") and file not in there:
            own, found = trail.of(file, (site / file).read_text("utf-8"))
            links |= found
            there[file] = frozenset(own)
    return all_lead(links, files, there)


def _lost(units: Units, site: Path, gone: Iterable[str]) -> bool:
    """Whether links of pages that stay may lead nowhere now."""
    if any(not file.startswith(f"{search.FOLDER}/") and not (site / file).is_file() for file in gone):
        return True
    return bool(_anchors(units.then) - _anchors(units.now))


def _anchors(rests: Iterable[Rest]) -> set[tuple[str, str]]:
    return {(file, anchor) for rest in rests for file, own in rest.anchors.items() for anchor in own}


def _new_links_lead(units: Units, site: Path, base: str) -> bool:
    trail = Trail(base)

    @cache
    def is_file(file: str) -> bool:
        return file in units.by_file or os.path.isfile(f"{site}/{file}")  # noqa: PTH113  # thousands of them

    @cache
    def anchors(file: str) -> frozenset[str] | None:
        if unit := units.by_file.get(file):
            own = units.rest(unit).anchors.get(file)
            return None if own is None else frozenset(own)
        return frozenset(trail.of(file, (site / file).read_text("utf-8"))[0]) if file.endswith(".html") else None

    # Nothing that links led to before is lost: those that were there need not be followed again.
    return all(leads(target, is_file, anchors) for target in _targets(units.now) - _targets(units.then))


def _targets(rests: Iterable[Rest]) -> set[Target]:
    return {target for rest in rests for target in rest.targets}
