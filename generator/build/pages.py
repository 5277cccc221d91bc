"""Makes the pages of a site on all processors: from body to file, each page held no longer than that takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator import search
from generator.build.artifact import Rest, Unit, packed
from generator.build.finalize import Indexed, Units, every_link_leads, write_index
from generator.build.links import Target, Trail, broken_links
from generator.engine import Whole, path_of
from generator.i18n.language import Language
from generator.model.page import Page
from generator.model.site import PageGroup, Related, Site
from generator.problems.content_rules import RULES
from generator.problems.problem import ContentError, Problem, Span
from generator.runtime.workers import in_parts, spread
from generator.store.blobs import Shelf
from generator.store.files import write

_FEW = 150
"""Fewer pages than this are made sooner than another process has started."""
_AT_ONCE = 10
"""The fewer, the less a processor waits for another in the end."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What an earlier build made, of which files are in the folder of the new site already."""

    units: Mapping[str, Unit]
    """By the address of their first page; those that stay as they were."""
    old: tuple[Unit, ...]
    """Those that do not."""
    ordinary: tuple[Unit, ...]
    """Of the ordinary Markdown pages."""
    files: frozenset[str]
    gone: frozenset[str]
    """Files of the site before that are not among them, and perhaps made anew."""
    indexed: Indexed
    shelf: Shelf


@dataclass(frozen=True, slots=True)
class _Making:
    """All that a process needs to make pages of a site."""

    site: Site
    whole: Whole
    site_dir: Path
    code: str
    trail: Trail

    def some(self, numbers: Sequence[int]) -> list[tuple[str, Unit]]:
        """Of the groups at these places: a place is sent to another process sooner than a group."""
        groups = self.site.groups
        return [(groups[number].url, self.unit(groups[number])) for number in numbers]

    def unit(self, group: PageGroup) -> Unit:
        notes = _Notes()
        for page in self.site.pages(group):
            content = self.whole.page(page)
            file = path_of(page.spec.url)
            notes.write(self.site_dir, file, content.encode())
            notes.look(file, content, self.trail)
            self.index(page, notes)
        for export in group.files():
            notes.write(self.site_dir, export.path, export.made())
        return notes.unit(group.key(), group.related())

    def index(self, page: Page, notes: _Notes) -> None:
        if page.spec.searchable:
            found, fragment, texts = search.read(page, self.code)
            notes.files.append(search.write_fragment(self.site_dir, found.entry, fragment))
            notes.reads.append(found)
            notes.texts.update(texts)

    def ordinary(self, page: Page) -> Unit:
        """What search is to know of a page that others write."""
        notes = _Notes()
        self.index(page, notes)
        return notes.unit(b"", ())


@dataclass(slots=True)
class _Notes:
    """A unit that is being made."""

    files: list[str] = field(default_factory=list)
    reads: list[search.Read] = field(default_factory=list)
    texts: dict[str, None] = field(default_factory=dict)
    """Each once, in the order of the pages."""
    targets: set[Target] = field(default_factory=set)
    anchors: dict[str, frozenset[str]] = field(default_factory=dict)

    def write(self, site: Path, file: str, content: bytes) -> None:
        write(site / file, content)
        self.files.append(file)

    def look(self, file: str, content: str, trail: Trail) -> None:
        own, found = trail.of(file, content)
        self.anchors[file] = frozenset(own)
        self.targets |= found

    def unit(self, key: bytes, related: Related) -> Unit:
        read = tuple((one.keys, one.postings, one.sizes, one.weights) for one in self.reads)
        rest = Rest(read, frozenset(search.words_of(self.texts)), frozenset(self.targets), self.anchors)
        return Unit(key, related, tuple(self.files), tuple(one.entry for one in self.reads), packed(rest))


class Making:
    """A site whose own pages are on the disk, and whose search index is made of what was read of them."""

    def __init__(
        self, site: Site, whole: Whole, ordinary: Iterable[Page], site_dir: Path, spoken: Language,
        kept: Kept | None = None,
    ) -> None:  # fmt: skip
        """Writes the site's own pages; `ordinary` Markdown pages are only made findable.

        Units that are `kept` stay as they are.
        """
        self.whole = whole
        self._site_dir, self._base, self._kept = site_dir, site.base, kept
        self._runtime = None if kept else search.Runtime(spoken.code, site_dir)
        self.indexed: Indexed
        """Known when it has finished."""
        stay = kept.units if kept else {}
        making = _Making(site, whole, site_dir, spoken.code, Trail(site.base))
        groups = site.groups
        numbers = [number for number, group in enumerate(groups) if group.url not in stay]
        parts = [numbers[part] for part in in_parts(len(numbers), _AT_ONCE, least=_FEW)]
        made: dict[str, Unit] = {}
        for some in spread(_Making.some, making, parts, executor=whole.frame.settings.executor):
            made.update(some)
        new = [making.ordinary(page) for page in ordinary]
        self.ordinary = (*(kept.ordinary if kept else ()), *new)
        self.units = {group.url: made.get(group.url) or stay[group.url] for group in groups}
        self._all = Units(
            (*self.units.values(), *self.ordinary), (*made.values(), *new), kept.old if kept else (),
            kept.shelf if kept else None,
        )  # fmt: skip
        self._code, self._synonyms = spoken.code, site.synonyms

    def finish(self) -> None:
        """ContentError when a link is broken or the index is not whole. All pages are on the disk by now."""
        faults = self._index(self._site_dir / search.FOLDER)
        gone = self._kept.gone if self._kept else None
        all_lead = every_link_leads(self._all, self._site_dir, self._base, gone)
        broken = () if all_lead else broken_links(self._site_dir, self._base)
        problems = [*broken, *(Problem(RULES["site-search"], Span("pagefind"), {"why": fault}) for fault in faults)]
        if problems:
            raise ContentError(problems)

    def _index(self, folder: Path) -> tuple[str, ...]:
        """Writes the search index; what is wrong with it."""
        if self._runtime:
            self._runtime.give(folder)
        index, self.indexed = write_index(
            self._all, folder, self._code, self._synonyms, self._kept.indexed if self._kept else None,
            self.whole.frame.settings.executor,
        )  # fmt: skip
        known = {file.rpartition("/")[2] for file in self._kept.files} if self._kept else ()
        return search.verify(folder, len(index.entries), known, index.sizes())

    def cancel(self) -> None:
        """Ends it early and leaves nothing behind; nothing happens when it has finished."""
        if self._runtime:
            self._runtime.cancel()


def unchanged(site: Site, units: Mapping[str, Unit]) -> set[str]:
    """The addresses of the groups whose units can stay as they were."""
    return {group.url for group in site.groups if (unit := units.get(group.url)) and unit.key == group.key()}
