"""All pages of a site, as a sequence of groups that are made together, and what stands beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from generator.model.browse import Browse
from generator.model.catalog import Catalog
from generator.model.page import Crumb, Export, Menu, Outline, Page, PageSpec
from generator.model.vocabulary import LicenceEntry
from generator.store.fingerprint import Digests

Related = tuple[tuple[str, str], ...]
"""The ids of the items that are shown as like an item, the most like first, and why each is."""


class Bodies(Protocol):
    """Makes bodies, a few at a time: those of a whole site do not fit in memory together."""

    def render(self, specs: Iterable[PageSpec]) -> Iterator[Page]:
        """The pages in the same order."""

    def seeing(self, catalog: Catalog) -> Bodies:
        """The same, with only this to look things up in."""


class PageGroup(Protocol):
    """Pages that are made together: an overview, or the pages of one item. Light until it is asked what they say."""

    @property
    def url(self) -> str:
        """The address of the first page, by which the group is known again in the next build."""

    @property
    def catalog(self) -> Catalog | None:
        """All that its pages may look things up in; None for no limit."""

    def outlines(self) -> Iterator[Outline]:
        """One for each of its pages, in the order of `specs`."""

    def specs(self) -> Iterator[PageSpec]:
        """Its pages."""

    def files(self) -> Iterable[Export]:
        """The files beside them."""

    def key(self) -> bytes:
        """Fingerprint of what they are made from, beside the frame, templates and all else that all pages share."""

    def related(self) -> Related:
        """The related items that an item's page shows; an overview has none."""


@dataclass(frozen=True, slots=True)
class Overview:
    """A group of one page that is about no single item."""

    spec: PageSpec
    catalog: Catalog | None = None
    names: bytes = b""
    """Fingerprint of what the page may read in the catalog."""
    digests: Digests = field(default_factory=Digests)
    """Shared between overviews: they hold the same cards."""

    @property
    def url(self) -> str:
        return self.spec.url

    def outlines(self) -> Iterator[Outline]:
        yield Outline(self.spec.url, self.spec.section, self.spec.updated, self.spec.noindex)

    def specs(self) -> Iterator[PageSpec]:
        yield self.spec

    def files(self) -> Iterable[Export]:
        return ()

    def key(self) -> bytes:
        return self.names + self.digests.of(self.spec)

    def related(self) -> Related:
        return ()


@dataclass(frozen=True, slots=True)
class RelatedCache:
    """The related items of each item, which are costly to find, by the item's address."""

    inputs: bytes = b""
    """Fingerprint of all that decides which items are related: with equal inputs those of another build are right."""
    items: dict[str, Related] = field(default_factory=dict)
    """Filled as they are asked for, or from the last build."""


@dataclass(frozen=True, slots=True)
class Site:
    """All that the content becomes, ready for the engine."""

    overviews: Sequence[Overview]
    bodies: Bodies
    items: Sequence[PageGroup] = ()
    related: RelatedCache = field(default_factory=RelatedCache)
    """What the items' groups share."""
    exports: tuple[Export, ...] = ()
    assets: tuple[tuple[str, Path], ...] = ()
    """Files to copy: path on the site, file on disk."""
    base: str = "/"
    """The path of the site on its host."""
    holds_docs: bool = False
    """Whether the ordinary pages are among its own, so that the engine takes none from the folder of pages."""
    synonyms: tuple[tuple[str, ...], ...] = ()
    """Groups of words that search treats as one."""
    licence: LicenceEntry | None = None
    """Of all texts that name no other."""
    browses: tuple[Browse, ...] = ()
    """What search results are narrowed by, beside their kind."""

    @property
    def groups(self) -> Sequence[PageGroup]:
        """All pages, in a stable order."""
        return (*self.overviews, *self.items)

    def outlines(self) -> Iterator[Outline]:
        """One for each page."""
        for group in self.groups:
            yield from group.outlines()

    def menu(self) -> Menu:
        """The main menu, in the order of the overviews."""
        main, more = (
            tuple(
                Crumb(one.spec.menu_title or one.spec.title, one.spec.url)
                for one in self.overviews
                if one.spec.menu == place
            )
            for place in ("main", "more")
        )
        return Menu(main, more)

    def pages(self, group: PageGroup) -> Iterator[Page]:
        """The pages of a group, each made when it is asked for."""
        bodies = self.bodies if group.catalog is None else self.bodies.seeing(group.catalog)
        return bodies.render(group.specs())

    def every(self) -> Iterator[Page]:
        """The pages of all groups, each made when it is asked for."""
        for group in self.groups:
            yield from self.pages(group)

    def page(self, url: str) -> Page:
        """One page with its body. LookupError when the site has no such page."""
        for group in self.groups:
            if any(outline.url == url for outline in group.outlines()):
                return next(page for page in self.pages(group) if page.spec.url == url)
        raise LookupError(url)
