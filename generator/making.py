"""Makes the pages of a site on all processors: from body to file, each page held no longer than that takes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator import search
from generator.content_rules import RULES
from generator.crew import in_parts, spread
from generator.engine import Whole, path_of
from generator.language import Language
from generator.links import Target, Trail, all_lead, broken_links, files_of
from generator.page import Page, Site
from generator.problem import ContentError, Problem, Span

_FEW = 150
"""Fewer pages than this are made sooner than another process has started."""
_AT_ONCE = 25


@dataclass(frozen=True, slots=True)
class Unit:
    """What is kept of pages that were made together. All of a site's are held at once, so they are texts and bytes."""

    key: bytes
    """Fingerprint of what they were made from: see `Site.key`."""
    found: Any
    """See `Leaves.found`."""
    files: tuple[str, ...]
    """Every file that was written for them, relative to the site."""
    reads: tuple[search.Read, ...]
    """What the search index is made from."""
    texts: str
    """All that stands between spaces on them, a line each: the search dialog knows the words in it."""
    targets: str
    """Where their links lead, as JSON; those that lead to a place on their own page are settled already."""
    anchors: str
    """What can be linked to, by file, as JSON."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What an earlier build made; its files are in the folder of the new site already."""

    units: Mapping[str, Unit] = field(default_factory=dict)
    """By the address of their first page."""
    ordinary: tuple[Unit, ...] = ()
    """Of the ordinary Markdown pages."""
    files: frozenset[str] = frozenset()


NOTHING = Kept()


@dataclass(frozen=True, slots=True)
class _Making:
    """All that a process needs to make pages of a site."""

    site: Site
    whole: Whole
    site_dir: Path
    code: str
    trail: Trail

    def some(self, numbers: Sequence[int]) -> list[tuple[str, Unit]]:
        return [(self.site.url(number), self.unit(number)) for number in numbers]

    def unit(self, number: int) -> Unit:
        notes = _Notes()
        for page in self.site.pages(number):
            content = self.whole.page(page)
            file = path_of(page.spec.url)
            notes.write(self.site_dir, file, content.encode())
            notes.look(file, content, self.trail)
            self.index(page, notes)
        for export in self.site.files(number):
            notes.write(self.site_dir, export.path, export.made())
        return notes.unit(self.site.key(number), self.site.found(number))

    def index(self, page: Page, notes: _Notes) -> None:
        if page.spec.searchable:
            found, fragment, texts = search.read(page, self.code)
            notes.files.append(search.write_fragment(self.site_dir, found, fragment))
            notes.reads.append(found)
            notes.texts |= texts

    def ordinary(self, page: Page) -> Unit:
        """What search is to know of a page that others write."""
        notes = _Notes()
        self.index(page, notes)
        return notes.unit(b"", None)


@dataclass(slots=True)
class _Notes:
    """A unit that is being made."""

    files: list[str] = field(default_factory=list)
    reads: list[search.Read] = field(default_factory=list)
    texts: set[str] = field(default_factory=set)
    targets: set[Target] = field(default_factory=set)
    anchors: dict[str, list[str]] = field(default_factory=dict)

    def write(self, site: Path, file: str, content: bytes) -> None:
        write(site / file, content)
        self.files.append(file)

    def look(self, file: str, content: str, trail: Trail) -> None:
        own, found = trail.of(file, content)
        self.anchors[file] = sorted(own)
        self.targets |= found

    def unit(self, key: bytes, found: Any) -> Unit:
        texts, leads = "\n".join(sorted(self.texts)), json.dumps(sorted(self.targets))
        return Unit(key, found, tuple(self.files), tuple(self.reads), texts, leads, json.dumps(self.anchors))


class Making:
    """A site whose own pages are on the disk, and whose search index is made of what was read of them."""

    def __init__(
        self, site: Site, whole: Whole, ordinary: Iterable[Page], site_dir: Path, spoken: Language, kept: Kept = NOTHING
    ) -> None:
        """Writes the site's own pages; `ordinary` Markdown pages are only made findable.

        Units that are `kept` stay as they are.
        """
        self.whole = whole
        self._site_dir, self._base, self._kept = site_dir, site.base, kept
        self._runtime = None if kept.files else search.Runtime(spoken.code, site_dir)
        making = _Making(site, whole, site_dir, spoken.code, Trail(site.base))
        numbers = [number for number in range(site.units()) if site.url(number) not in kept.units]
        parts = [numbers[part] for part in in_parts(len(numbers), _AT_ONCE, least=_FEW)]
        made: dict[str, Unit] = {}
        for some in spread(_Making.some, making, parts, executor=whole.frame.settings.executor):
            made.update(some)
        self.ordinary = (*kept.ordinary, *map(making.ordinary, ordinary))
        urls = map(site.url, range(site.units()))
        self.units = {url: made[url] if url in made else kept.units[url] for url in urls}
        self._code, self._synonyms = spoken.code, site.synonyms

    def finish(self) -> None:
        """ContentError when a link is broken or the index is not whole. All pages are on the disk by now."""
        faults = self._index(self._site_dir / search.FOLDER)
        broken = () if self._all_lead() else broken_links(self._site_dir, self._base)
        problems = [*broken, *(Problem(RULES["site-search"], Span("pagefind"), {"why": fault}) for fault in faults)]
        if problems:
            raise ContentError(problems)

    def _index(self, folder: Path) -> tuple[str, ...]:
        """Writes the search index; what is wrong with it."""
        if self._runtime:
            self._runtime.give(folder)
        index = search.Index(self._code)
        texts: set[str] = set()
        for unit in self._all():
            texts.update(unit.texts.split("\n"))
            for read in unit.reads:
                index.add(read)
        index.write(folder)
        known = search.as_json(search.words_of(texts), len(index), self._code, self._synonyms)
        write(self._site_dir / search.WORDS, known)
        return search.verify(folder, len(index), {Path(file).name for file in self._kept.files}, index.sizes())

    def _all(self) -> Iterable[Unit]:
        return (*self.units.values(), *self.ordinary)

    def _all_lead(self) -> bool:
        """Of the pages that were made here, what was seen is enough; those that others wrote are read."""
        there: dict[str, frozenset[str]] = {}
        links: set[Target] = set()
        for unit in self._all():
            links.update((path, anchor) for path, anchor in json.loads(unit.targets))
            there.update((file, frozenset(own)) for file, own in json.loads(unit.anchors).items())
        files, trail = files_of(self._site_dir), Trail(self._base)
        for file in files:
            if file.endswith(".html") and file not in there:
                own, found = trail.of(file, (self._site_dir / file).read_text("utf-8"))
                links |= found
                there[file] = frozenset(own)
        return all_lead(links, files, there)

    def cancel(self) -> None:
        """Ends it early and leaves nothing behind; nothing happens when it has finished."""
        if self._runtime:
            self._runtime.cancel()


def changed(site: Site, units: Mapping[str, Unit]) -> set[str]:
    """The addresses of the units that cannot stay as they were."""
    found = set()
    for number in range(site.units()):
        url = site.url(number)
        if url not in units or units[url].key != site.key(number):
            found.add(url)
    return found


def write(file: Path, content: bytes) -> None:
    """Writes a file anew. What stands there may be shared with the site that people see."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    file.write_bytes(content)
