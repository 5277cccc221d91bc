"""Pages before and after they have become HTML, and the files beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from generator.model.meeting import Agenda, NextMeeting
from generator.model.outage_notice import Told
from generator.model.view import Card, Group, View


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way back to the front page. `url` is relative to the site's root, "" is the front page."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Menu:
    """The main menu."""

    main: tuple[Crumb, ...] = ()
    """What it shows at once."""
    more: tuple[Crumb, ...] = ()
    """What it shows under “More”."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the glossary."""

    id: str
    name: str
    explanation: str
    forms: tuple[str, ...]
    """As it may stand in a text, in lower case."""


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A part of a page that search gives as an answer of its own."""

    anchor: str
    """The `id` of its element."""
    title: str
    text: str
    """What is said there, in plain words."""


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page as compiled: what it is and what its template will say, but no HTML yet."""

    url: str
    """Relative to the site's root, with a final slash; "" is the front page."""
    title: str
    description: str
    view: View | None
    """What its template shows; None for a page whose body others write."""
    section: str = ""
    """Which entry of the main navigation it belongs under: courses, guides, videos, plans or ""."""
    menu: Literal["main", "more", "none"] = "none"
    """Where the main menu names it: at once, under “More”, or nowhere."""
    menu_title: str = ""
    """What it is called there; "" for its title."""
    kind: str = ""
    """Kind of the item, or "" for pages that are no item."""
    beside: str = ""
    """Kind of the item whose files its texts name, on pages that an item has beside its own."""
    crumbs: tuple[Crumb, ...] = ()
    previous: Crumb | None = None
    next: Crumb | None = None
    updated: date | None = None
    owner: str = ""
    source: str = ""
    """The content file behind it, relative to the hub's root."""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Search filters, by name: kind, subject, grade, level …, with the words that people read."""
    label: str = ""
    """The word that it is labelled with among results: what one is called, where the filter says what many are."""
    language: str = ""
    """The language of its item; "" for the hub's."""
    facts: tuple[str, ...] = ()
    """The line of facts that lists and results show below its title."""
    tags: tuple[tuple[str, tuple[Crumb, ...]], ...] = ()
    """Words of the hub's own vocabularies that it is found by, under what people choose by."""
    keywords: tuple[str, ...] = ()
    """Words that search knows and the page does not show."""
    words: tuple[Word, ...] = ()
    """Words of the glossary that its texts use."""
    structured_data: Mapping[str, object] | None = None
    """JSON-LD."""
    licence: str = ""
    """The licence that it carries when it is printed."""
    backlinks: tuple[Card, ...] = ()
    """The items that name it."""
    seen: tuple[Group, ...] = ()
    """Items of other kinds that are seen by one of the words that it names, by kind."""
    related: tuple[Card, ...] = ()
    """Items like it."""
    meetings: tuple[NextMeeting, ...] = ()
    """When it is taught next."""
    agenda: Agenda | None = None
    """What is held for the school that it is about."""
    notices: tuple[Told, ...] = ()
    """What is known to be wrong with what it is about."""
    searchable: bool = True
    old_urls: tuple[str, ...] = ()
    """Where it stood before the hub called it by this word; what asks for those is led on."""
    is_list: bool = False
    """Search knows its title and description alone: what it lists has pages of its own."""
    entries: tuple[SearchEntry, ...] = ()
    """Parts of it that answer for themselves."""
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


def asset_path(section: str, file: str) -> str:
    """Where a file beside an item's document stands on the site."""
    return f"{section}/files/{file}"
