"""What travels from content to site: pages before, and after, they have become HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Protocol


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


class Leaves(Protocol):
    """The pages of items, and what stands beside them; found when they are asked for."""

    def __len__(self) -> int: ...

    def outlines(self) -> Iterator[Outline]:
        """Every page, in order."""

    def specs(self, number: int) -> Iterable[PageSpec]:
        """The pages of one item."""

    def files(self, number: int) -> Iterable[Export]:
        """The files beside them."""


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

    def outlines(self) -> Iterator[Outline]:
        """Every page."""
        yield from (Outline(spec.url, spec.section, spec.updated, spec.noindex) for spec in self.specs)
        yield from self.leaves.outlines()

    def unit(self, number: int) -> tuple[Iterable[PageSpec], Iterable[Export]]:
        """Pages that are made together, and files beside them: those of `specs` one by one, then those of each item."""
        if number < len(self.specs):
            return (self.specs[number],), ()
        return self.leaves.specs(number - len(self.specs)), self.leaves.files(number - len(self.specs))

    def every(self) -> Iterator[PageSpec]:
        """All pages, found as they are asked for."""
        for number in range(len(self.specs) + len(self.leaves)):
            yield from self.unit(number)[0]

    def page(self, url: str) -> Page:
        """One page with its body. LookupError when the site has no such page."""
        for page in self.bodies.render(spec for spec in self.every() if spec.url == url):
            return page
        raise LookupError(url)
