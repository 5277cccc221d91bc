"""Ordinary Markdown pages: where their links lead, and the pages that they become. What leads nowhere is told at once."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import ClassVar
from urllib.parse import quote, unquote

from markupsafe import Markup

from generator.model.catalog import Finding, nearest
from generator.model.context import Context
from generator.model.format_suggestions import address_meant
from generator.model.link_policy import Sort, sort_of
from generator.model.markdown_page import NAME, OrdinaryPage, beginning_of, page_html, title_of, url_of
from generator.model.page import PageSpec
from generator.model.shown_picture import ShownPicture, sizes_of
from generator.model.text_pictures import TextPicture
from generator.model.view import View

_FEW = 8
"""So many pages can be in the menu though nobody has chosen them."""


@dataclass(frozen=True, slots=True)
class OrdinaryView(View):
    """An ordinary page."""

    template: ClassVar[str] = "ordinary/page.html"
    html: Markup
    has_heading: bool
    """Whether a heading of the first level is in it."""


@dataclass(frozen=True, slots=True)
class Ordinary:
    """What the ordinary pages become."""

    specs: tuple[PageSpec, ...]
    files: Mapping[str, tuple[str, int]]
    """Of each file that goes to the site, which page names it, and in which line."""
    findings: tuple[tuple[str, int, Finding], ...]
    """What is wrong with links: the file of the page, the line, and what."""


@dataclass(frozen=True, slots=True)
class _Places:
    """Where links can lead."""

    hub: Context
    pages: Mapping[str, OrdinaryPage | None]
    """By id; None for a page with faults of its own."""
    files: Mapping[str, Path]
    addresses: Collection[str] | None
    """Of all other pages of the site; None when they are not known, and then nothing is said of them."""


@dataclass(slots=True)
class _Leads:
    """Goes through the links of one page."""

    page: OrdinaryPage
    places: _Places
    files: dict[str, int] = field(default_factory=dict)
    lost: list[tuple[str, Finding]] = field(default_factory=list)

    def link(self, target: str) -> str:
        names = {*self.places.hub.kinds, NAME}
        match sort_of(target, names):
            case Sort.OUTSIDE | Sort.ANCHOR:
                return target
            case Sort.NAMED:
                return self._named(unquote(target))
            case Sort.PATH:
                return self._path(target)
            case _:
                return ""  # told where the page was read

    def _named(self, target: str) -> str:
        kind, _, rest = target.partition(":")
        id_, _, anchor = rest.partition("#")
        if kind == NAME:
            return self._relative(url_of(id_), anchor) if id_ in self.places.pages else ""
        item = self.places.hub.catalog.items.get((kind, id_))
        return self._relative(item.url, anchor) if item else ""

    def _path(self, target: str) -> str:
        written, _, anchor = target.partition("#")
        anchor = unquote(anchor)
        path = unquote(written.partition("?")[0])
        for place in self._readings(path):
            if place.endswith(".md") and place[:-3] in self.places.pages:
                page = self.places.pages[place[:-3]]
                if page and anchor and anchor not in page.anchors:
                    self._lose(target, "ref-anchor", id=page.id, anchor=anchor, nearest=nearest(anchor, page.anchors))
                return self._relative(url_of(place[:-3]), anchor)
            if place in self.places.files:
                return self._file(place, target)
            address = self._address(place)
            if address is not None:
                return self._site(address, anchor, target)
        if self.places.addresses is not None or posixpath.splitext(path)[1] not in {"", ".html"}:
            known = [f"{id_}.md" for id_ in self.places.pages] + list(self.places.files)
            meant = address_meant(unquote(target))
            near = nearest(path, known) if meant == "–" else meant
            self._lose(target, "page-link", url=unquote(target)[:80], nearest=near)
        return ""

    def picture(self, named: TextPicture) -> str:
        path = named.file.partition("#")[0].partition("?")[0]
        for place in self._readings(path):
            if place in self.places.files:
                return self._shown(named, place)
        if sort_of(named.file, set()) is Sort.PATH:
            self._lose(named.file, "asset-missing", file=path, nearest=nearest(path, self.places.files))
        return ""

    def _shown(self, named: TextPicture, place: str) -> str:
        source = self._file(place, named.file)
        try:
            shown = ShownPicture(source, *sizes_of(self.places.files[place], place, self._beside))
        except (OSError, ValueError):
            return ""  # told where files are looked at
        if not named.is_alone:
            return shown.element(named.alt)
        label = self.places.hub.language.gettext("Open the picture large: {shows}").format(shows=named.alt)
        return shown.figure(named.alt, label, named.caption)

    def _readings(self, path: str) -> tuple[str, ...]:
        """What a path may mean: from the page's file, as in an editor, or from its address, as in a browser."""
        if path.startswith("/"):
            return (_normal(path.lstrip("/")),)
        ways = dict.fromkeys(_normal(start + path) for start in (self.page.folder, self.page.url))
        return tuple(way for way in ways if not way.startswith("../") and way != "..")

    def _address(self, place: str) -> str | None:
        address = place.removesuffix("index.html")
        address = f"{address.rstrip('/')}/" if address.strip("/") else ""
        known = self.places.addresses
        return address if known is not None and address in known else None

    def _site(self, address: str, anchor: str, target: str) -> str:
        """The anchors of an item are known by its kind; those of other pages only when they are made."""
        if anchor and not self._has(address, anchor):
            self._lose(target, "ref-anchor", id=address or "/", anchor=anchor, nearest="–")
        return self._relative(address, anchor)

    def _has(self, address: str, anchor: str) -> bool:
        page = next((page for page in self.places.pages.values() if page and page.url == address), None)
        if page:
            return anchor in page.anchors
        for kind in self.places.hub.kinds.values():
            folder, _, id_ = address.rstrip("/").partition("/")
            item = self.places.hub.catalog.items.get((kind.name, id_)) if folder == kind.section else None
            if item:
                return anchor in kind.anchors(item.model)
        return False

    def _file(self, place: str, target: str) -> str:
        self.files.setdefault(place, self._line_of(target))
        return self._beside(place)

    def _beside(self, place: str) -> str:
        return "../" * self.page.url.count("/") + quote(place)

    def _relative(self, address: str, anchor: str) -> str:
        way = "../" * self.page.url.count("/") + quote(address) or "./"
        return f"{way}#{quote(anchor)}" if anchor else way

    def _lose(self, target: str, rule: str, **values: str) -> None:
        self.lost.append((target, Finding(rule, (), values)))

    def _line_of(self, target: str) -> int:
        return next((piece.line for piece in self.page.pieces if target in (piece.target, unquote(piece.target))), 1)

    def findings(self) -> list[tuple[str, int, Finding]]:
        """Each with the place that names what is lost."""
        return [(self.page.path, self._line_of(target), finding) for target, finding in self.lost]


def _normal(path: str) -> str:
    plain = posixpath.normpath(path) if path else ""
    return "" if plain == "." else plain


def compile_ordinary(
    pages: Collection[OrdinaryPage], known: Collection[str], files: Mapping[str, Path], hub: Context,
    addresses: Collection[str] | None,
) -> Ordinary:  # fmt: skip
    """The pages as the other stages know pages. `known` are the ids of all of them, those with faults included."""
    sound = {page.id: page for page in pages}
    own = {page.url for page in pages}
    places = _Places(
        hub, {id_: sound.get(id_) for id_ in known}, files, None if addresses is None else {*addresses, *own}
    )
    specs: list[PageSpec] = []
    used: dict[str, tuple[str, int]] = {}
    findings: list[tuple[str, int, Finding]] = []
    menu = _menu(pages, hub)
    for page in sorted(pages, key=lambda page: (list(menu).index(page.id) if page.id in menu else len(menu), page.id)):
        leads = _Leads(page, places)
        html = page_html(page.body, leads.link, leads.picture)
        spec = _spec(page, html, hub)
        specs.append(replace(spec, menu="more", menu_title=menu[page.id]) if page.id in menu else spec)
        for file, line in leads.files.items():
            used.setdefault(file, (page.path, line))
        findings += leads.findings()
    return Ordinary(tuple(specs), used, tuple(findings))


def _menu(pages: Collection[OrdinaryPage], hub: Context) -> dict[str, str]:
    """The pages that the menu names, in order, and what it calls them, "" for their titles. Those that nobody has chosen
    are there as long as they are few, but for those that the foot of every page names.
    """
    settings = hub.settings
    if settings.nav is not None:
        return dict(settings.nav)
    foot = {settings.about.strip("/"), settings.privacy.strip("/"), settings.accessibility_statement.strip("/")}
    top = [page.id for page in sorted(pages, key=lambda page: page.id) if page.id not in foot and "/" not in page.id]
    return dict.fromkeys(top, "") if len(top) <= _FEW else {}


def _spec(page: OrdinaryPage, html: Markup, hub: Context) -> PageSpec:
    matter = page.matter
    return PageSpec(
        url=page.url, title=title_of(page, html), description=matter.description or beginning_of(html),
        view=OrdinaryView(html, "<h1" in html), crumbs=(hub.home(),),
        updated=matter.updated, source=page.path, searchable=not matter.search.exclude, noindex=matter.noindex,
    )  # fmt: skip
