"""Makes the pages of a site on all processors: from body to file, each page held no longer than that takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from generator import search
from generator.build.index_and_links import Artifacts, every_link_leads, write_index
from generator.build.links import Target, Trail, broken_links
from generator.build.made_pages import Artifact, Contents, contents_codec
from generator.build.state import read_contents
from generator.engine import Whole, path_of
from generator.i18n.language import Language
from generator.model.page import Page
from generator.model.site import PageGroup, Related, Site
from generator.problems.content_rules import RULES
from generator.problems.problem import ContentError, Problem, Span
from generator.runtime.workers import beside, in_parts, spread
from generator.store.atomic_write import write
from generator.store.database import Database

_FEW = 150
"""Fewer pages than this are made sooner than another process has started."""
_MANY = 1000
"""So many keys are found sooner with the help of another process."""
_AT_ONCE = 10
"""The fewer, the less a processor waits for another in the end."""


@dataclass(frozen=True, slots=True)
class Reused:
    """What the last build made, of which files are in the folder of the new site already."""

    artifacts: Mapping[str, Artifact]
    """Those that stay as they were, by the address of their first page."""
    replaced: tuple[Artifact, ...]
    """Those that do not."""
    ordinary: Mapping[str, Artifact]
    """Of the ordinary Markdown pages."""
    files: frozenset[str]
    gone: frozenset[str]
    """Files of the site before that are not among them, and perhaps made anew."""
    search_index: search.Index


@dataclass(frozen=True, slots=True)
class FinishedSite:
    """A site that is whole, and what the next build needs to know of its parts."""

    artifacts: Mapping[str, Artifact]
    """By the address of their first page, in the order of the site's groups."""
    ordinary: Mapping[str, Artifact]
    search_index: search.Index


@dataclass(frozen=True, slots=True)
class UnfinishedSite:
    """A site whose own pages are on the disk, before its search index is: see `make_pages`."""

    site: Site
    site_dir: Path
    whole: Whole
    code: str
    artifacts: Mapping[str, Artifact]
    ordinary: Mapping[str, Artifact]
    every: Artifacts
    reused: Reused | None

    def finish(self) -> FinishedSite:
        """ContentError when a link is broken or the index is not whole. All pages are on the disk by now."""
        index, faults = _write_index(self)
        gone = self.reused.gone if self.reused else None
        all_lead = every_link_leads(self.every, self.site_dir, self.site.base, gone)
        broken = () if all_lead else broken_links(self.site_dir, self.site.base)
        problems = [*broken, *(Problem(RULES["site-search"], Span(search.FOLDER), {"why": fault}) for fault in faults)]
        if problems:
            raise ContentError(problems)
        return FinishedSite(self.artifacts, self.ordinary, index)


def make_pages(
    site: Site, whole: Whole, ordinary: Iterable[Page], site_dir: Path, spoken: Language,
    reused: Reused | None = None, database: Database | None = None,
) -> UnfinishedSite:  # fmt: skip
    """Writes the site's own pages but those that are reused; `ordinary` Markdown pages are only made findable.

    `database` is where the contents of what is reused lie.
    """
    stay = reused.artifacts if reused else {}
    pages = _Pages(site, whole, site_dir, Trail(site.base))
    groups = site.groups
    numbers = [number for number, group in enumerate(groups) if group.url not in stay]
    parts = [numbers[part] for part in in_parts(len(numbers), _AT_ONCE, least=_FEW)]
    made: dict[str, Artifact] = {}
    for some in spread(_Pages.some, pages, parts, executor=whole.frame.settings.executor):
        made.update((artifact.url, artifact) for artifact in some)
    new = {page.spec.url: pages.ordinary(page) for page in ordinary}
    every_ordinary = {**(reused.ordinary if reused else {}), **new}
    artifacts = {group.url: made.get(group.url) or stay[group.url] for group in groups}
    every = Artifacts(
        (*artifacts.values(), *every_ordinary.values()), (*made.values(), *new.values()),
        reused.replaced if reused else (), partial(read_contents, database),
    )  # fmt: skip
    return UnfinishedSite(site, site_dir, whole, spoken.code, artifacts, every_ordinary, every, reused)


def _write_index(made: UnfinishedSite) -> tuple[search.Index, tuple[str, ...]]:
    """Writes the search index; what is kept of it, and what is wrong with it."""
    before = made.reused.search_index if made.reused else None
    index = write_index(made.every, made.site_dir, made.code, made.site.synonyms, before)
    known = made.reused.files if made.reused else frozenset()
    return index, search.verify(made.site_dir, len(made.every.by_address), known)


def unchanged(site: Site, artifacts: Mapping[str, Artifact]) -> set[str]:
    """The addresses of the groups whose artifacts can stay as they were."""
    known = [group for group in site.groups if group.url in artifacts]
    here = slice(len(known) // 2) if len(known) >= _MANY else slice(None)
    others = beside(_keys, known[here.stop :]) if here.stop is not None else list
    keys = [*_keys(known[here]), *others()]
    return {group.url for group, key in zip(known, keys, strict=True) if artifacts[group.url].key == key}


def _keys(groups: Sequence[PageGroup]) -> list[bytes]:
    return [group.key() for group in groups]


@dataclass(frozen=True, slots=True)
class _Pages:
    """All that a process needs to make pages of a site."""

    site: Site
    whole: Whole
    site_dir: Path
    trail: Trail

    def some(self, numbers: Sequence[int]) -> list[Artifact]:
        """Of the groups at these places: a place is sent to another process sooner than a group."""
        groups = self.site.groups
        return [self.artifact(groups[number]) for number in numbers]

    def artifact(self, group: PageGroup) -> Artifact:
        notes = _Notes()
        for page in self.site.pages(group):
            content = self.whole.page(page)
            file = path_of(page.spec.url)
            notes.write(self.site_dir, file, content.encode())
            notes.look(file, content, self.trail)
            self.index(page, notes)
        for export in group.files():
            notes.write(self.site_dir, export.path, export.made())
        return notes.artifact(group.url, group.key(), group.related())

    def index(self, page: Page, notes: _Notes) -> None:
        if page.spec.searchable:
            notes.records.extend(search.read(page))

    def ordinary(self, page: Page) -> Artifact:
        """What search is to know of a page that others write."""
        notes = _Notes()
        self.index(page, notes)
        return notes.artifact(page.spec.url, b"", ())


@dataclass(slots=True)
class _Notes:
    """An artifact that is being made."""

    files: list[str] = field(default_factory=list)
    records: list[search.PageRecord] = field(default_factory=list)
    targets: set[Target] = field(default_factory=set)
    anchors: dict[str, frozenset[str]] = field(default_factory=dict)

    def write(self, site: Path, file: str, content: bytes) -> None:
        write(site / file, content)
        self.files.append(file)

    def look(self, file: str, content: str, trail: Trail) -> None:
        anchors, targets = trail.of(file, content)
        self.anchors[file] = frozenset(anchors)
        self.targets |= targets

    def artifact(self, url: str, key: bytes, related: Related) -> Artifact:
        read = tuple((record.words, record.weights) for record in self.records)
        contents = Contents(read, frozenset(self.targets), self.anchors)
        cards = tuple(record.card for record in self.records)
        return Artifact(url, key, related, tuple(self.files), cards, contents_codec().encode(contents))
