"""Makes the pages of a site on all processors: from body to file, each page held no longer than that takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

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


@dataclass(slots=True)
class Made:
    """What is kept of pages that have been written."""

    targets: set[Target] = field(default_factory=set)
    """Where their links lead, beside their own anchors."""
    words: set[str] = field(default_factory=set)
    """What search knows of them."""
    reads: list[search.Read] = field(default_factory=list)
    """What the search index is made from."""

    def add(self, other: Made) -> None:
        self.targets |= other.targets
        self.words |= other.words
        self.reads += other.reads


@dataclass(frozen=True, slots=True)
class _Making:
    """All that a process needs to make pages of a site."""

    site: Site
    whole: Whole
    site_dir: Path
    code: str

    def part(self, part: slice) -> Made:
        """Makes the units of these numbers."""
        trail = Trail(self.site.base)
        made, texts = Made(trail.targets), set[str]()
        for number in range(part.start, part.stop):
            specs, files = self.site.unit(number)
            for page in self.site.bodies.render(specs):
                content = self.whole.page(page)
                name = path_of(page.spec.url)
                _write(self.site_dir / name, content.encode())
                trail.add(name, content)
                texts |= self.index(page, made)
            for file in files:
                _write(self.site_dir / file.path, file.made())
        made.words = search.words_of(texts)
        return made

    def index(self, page: Page, made: Made) -> set[str]:
        """Makes a page findable; returns all that stands between spaces on it, from which `search.words_of` is."""
        if not page.spec.searchable:
            return set()
        found, fragment, texts = search.read(page, self.code)
        search.write_fragment(self.site_dir / search.FOLDER, found, fragment)
        made.reads.append(found)
        return texts


class Making:
    """A site whose own pages are on the disk, and whose search index is made of what was read of them."""

    def __init__(self, site: Site, whole: Whole, ordinary: Iterable[Page], site_dir: Path, spoken: Language) -> None:
        """Writes the site's own pages; `ordinary` Markdown pages are only made findable."""
        self._site, self._site_dir = site, site_dir
        self._runtime = search.Runtime(spoken.code, site_dir)
        making = _Making(site, whole, site_dir, spoken.code)
        self._made = Made()
        parts = in_parts(len(site.specs) + len(site.leaves), _AT_ONCE, least=_FEW)
        for made in spread(_Making.part, making, parts, executor=whole.frame.settings.executor):
            self._made.add(made)
        for page in ordinary:
            self._made.words |= search.words_of(making.index(page, self._made))
        self._index = search.Index(spoken.code)
        for read in self._made.reads:
            self._index.add(read)
        words = search.as_json(self._made.words, len(self._made.reads), spoken.code, site.synonyms)
        _write(site_dir / search.WORDS, words)

    def finish(self) -> None:
        """ContentError when a link is broken or the index is not whole. All pages are on the disk by now."""
        broken = () if self._all_lead() else broken_links(self._site_dir, self._site.base)
        folder = self._site_dir / search.FOLDER
        self._runtime.give(folder)
        self._index.write(folder)
        faults = search.verify(folder, len(self._index))
        problems = [*broken, *(Problem(RULES["site-search"], Span("pagefind"), {"why": fault}) for fault in faults)]
        if problems:
            raise ContentError(problems)

    def _all_lead(self) -> bool:
        """Of the pages that were made here, what was seen is enough; those that others wrote are read."""
        files, trail = files_of(self._site_dir), Trail(self._site.base)
        for file in files - {path_of(page.url) for page in self._site.outlines()}:
            if file.endswith(".html"):
                trail.add(file, (self._site_dir / file).read_text("utf-8"))
        return all_lead(self._made.targets | trail.targets, self._site_dir, files)

    def cancel(self) -> None:
        """Ends it early and leaves nothing behind; nothing happens when it has finished."""
        self._runtime.cancel()


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
