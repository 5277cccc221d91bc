"""What travels from content to site: pages before, and after, they have become HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from generator.store.fingerprint import Digests


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way back to the front page. `url` is relative to the site's root, "" is the front page."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the glossary."""

    id: str
    name: str
    explanation: str
    forms: tuple[str, ...]
    """As it may stand in a text, in lower case."""


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page as compiled: what it is and what its template will say, but no HTML yet."""

    url: str
    """Relative to the site's root, with a final slash; "" is the front page."""
    title: str
    description: str
    template: str
    """Template file, for instance `course/page.html`."""
    view: Any
    """What the template shows: a frozen value."""
    section: str = ""
    """Which entry of the main navigation it belongs under: courses, guides, videos, plans or ""."""
    kind: str = ""
    """Kind of the item, or "" for pages that are no item."""
    crumbs: tuple[Crumb, ...] = ()
    previous: Crumb | None = None
    next: Crumb | None = None
    updated: date | None = None
    owner: str = ""
    source: str = ""
    """The content file behind it, relative to the hub's root."""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Search filters, by name: kind, subject, grade, level …, with the words that people read."""
    keywords: tuple[str, ...] = ()
    """Words that search knows and the page does not show."""
    words: tuple[Word, ...] = ()
    """Words of the glossary that its texts use."""
    structured_data: Mapping[str, Any] | None = None
    """JSON-LD."""
    searchable: bool = True
    noindex: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """That there is a page, for what must know of all of them."""

    url: str
    section: str = ""
    updated: date | None = None
    noindex: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its body ready; what the engine, search and the checks of the output are handed."""

    spec: PageSpec
    body: str
    """The whole content of <main>: breadcrumbs, heading, article, furniture."""
    article: str
    """The part of the body that search reads: the article alone, with its headings."""


@dataclass(frozen=True, slots=True)
class Export:
    """A file that stands beside the pages."""

    path: str
    """Relative to the site's root."""
    content: bytes | Callable[[], bytes]
    """What is costly is made when it is written, while the search index is being made."""

    def made(self) -> bytes:
        return self.content if isinstance(self.content, bytes) else self.content()


class Bodies(Protocol):
    """Makes bodies, a few at a time: those of a whole site do not fit in memory together."""

    def render(self, specs: Iterable[PageSpec]) -> Iterator[Page]:
        """The pages in the same order."""

    def seeing(self, catalog: Any) -> Bodies:
        """The same, with only this to look things up in."""


class Leaves(Protocol):
    """The pages of items, and what stands beside them; found when they are asked for."""

    def __len__(self) -> int: ...

    def outlines(self) -> Iterator[Outline]:
        """Every page, in order."""

    def specs(self, number: int) -> Iterable[PageSpec]:
        """The pages of one item."""

    def files(self, number: int) -> Iterable[Export]:
        """The files beside them."""

    def url(self, number: int) -> str:
        """The address of an item's own page."""

    def catalog(self, number: int) -> Any:
        """What its pages may look things up in."""

    def key(self, number: int) -> bytes:
        """Fingerprint of all that pages and files are made from, beside what all pages are made from."""

    def found(self, number: int) -> Any:
        """What was costly to find out for the key; the same in another build of equal `findings`."""

    def know(self, found: Mapping[str, Any]) -> None:
        """Takes what was found before, by `url`."""

    def findings(self) -> bytes:
        """Fingerprint of all that decides what is `found`."""


class NoLeaves:
    """A site without items."""

    def __len__(self) -> int:
        return 0

    def outlines(self) -> Iterator[Outline]:
        return iter(())

    def specs(self, number: int) -> Iterable[PageSpec]:
        raise IndexError(number)

    def files(self, number: int) -> Iterable[Export]:
        raise IndexError(number)

    def url(self, number: int) -> str:
        raise IndexError(number)

    def catalog(self, number: int) -> Any:
        raise IndexError(number)

    def key(self, number: int) -> bytes:
        raise IndexError(number)

    def found(self, number: int) -> Any:
        raise IndexError(number)

    def know(self, found: Mapping[str, Any]) -> None:
        """There is nothing to know."""

    def findings(self) -> bytes:
        return b""


@dataclass(frozen=True, slots=True)
class Site:
    """All that the content becomes, ready for the engine."""

    specs: tuple[PageSpec, ...]
    """The pages that are not of one item."""
    bodies: Bodies
    leaves: Leaves = field(default_factory=NoLeaves)
    exports: tuple[Export, ...] = ()
    assets: tuple[tuple[str, Path], ...] = ()
    """Files to copy: path on the site, file on disk."""
    base: str = "/"
    """The path of the site on its host."""
    synonyms: tuple[tuple[str, ...], ...] = ()
    """Groups of words that search treats as one."""
    common: Any = None
    """What `specs` may look things up in, beside what they hold; None for no limit."""
    names: bytes = b""
    """Fingerprint of what they read there."""
    digests: Digests = field(default_factory=Digests)

    def outlines(self) -> Iterator[Outline]:
        """Every page."""
        yield from (Outline(spec.url, spec.section, spec.updated, spec.noindex) for spec in self.specs)
        yield from self.leaves.outlines()

    def units(self) -> int:
        """How many there are of pages that are made together: those of `specs` one by one, then those of each item."""
        return len(self.specs) + len(self.leaves)

    def url(self, number: int) -> str:
        """The address of the first page of a unit, by which it is known again."""
        first = len(self.specs)
        return self.specs[number].url if number < first else self.leaves.url(number - first)

    def key(self, number: int) -> bytes:
        """Fingerprint of what a unit is made from, beside the frame, templates and all else that all pages share."""
        first = len(self.specs)
        if number < first:
            return self.names + self.digests.of(self.specs[number])
        return self.leaves.key(number - first)

    def found(self, number: int) -> Any:
        """As `Leaves.found`; None for pages of no item."""
        return None if number < len(self.specs) else self.leaves.found(number - len(self.specs))

    def pages(self, number: int) -> Iterator[Page]:
        """The pages of a unit."""
        if number < len(self.specs):
            bodies = self.bodies if self.common is None else self.bodies.seeing(self.common)
            return bodies.render((self.specs[number],))
        leaf = number - len(self.specs)
        return self.bodies.seeing(self.leaves.catalog(leaf)).render(self.leaves.specs(leaf))

    def files(self, number: int) -> Iterable[Export]:
        """What stands beside the pages of a unit."""
        return () if number < len(self.specs) else self.leaves.files(number - len(self.specs))

    def every(self) -> Iterator[Page]:
        """All pages, made as they are asked for."""
        for number in range(self.units()):
            yield from self.pages(number)

    def page(self, url: str) -> Page:
        """One page with its body. LookupError when the site has no such page."""
        for number in range(self.units()):
            first = self.url(number)
            if url == first or (number >= len(self.specs) and url.startswith(first)):
                for page in self.pages(number):
                    if page.spec.url == url:
                        return page
        raise LookupError(url)
