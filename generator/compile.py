"""Turns the catalog into pages: one for each item, and the pages by which people find them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from generator.catalog import Catalog, Item
from generator.kind import Kind
from generator.language import Language, mark
from generator.page import Crumb, Export, PageSpec

_LONG_INDEX = 300
"""An index with more items than this is cut up by subject or audience; a page of thousands of cards helps nobody."""


@dataclass(frozen=True, slots=True)
class Card:
    """An item as lists show it."""

    kind: str
    kind_name: str
    url: str
    title: str
    summary: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Cards under a heading."""

    id: str
    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Browse:
    """A vocabulary by which items can be browsed: its pages live under `folder`."""

    vocabulary: str
    folder: str
    title: str
    lead: str
    fields: tuple[str, ...]
    """Model fields that hold its words."""


BROWSES = (
    Browse("subjects", "subjects", mark("By subject"), mark("Find what others have made for your subject."), ("subjects",)),
    Browse("grades", "grades", mark("By grade"), mark("Find what others have made for your grade."), ("grades",)),
    Browse("levels", "levels", mark("By level"), mark("Four levels from first steps to full use. See where you are and what takes you on."), ("level", "levels")),
    Browse("functions", "functions", mark("By function"), mark("What the platform can do, and the guides, videos and courses that use it."), ("functions",)),
)  # fmt: skip


@dataclass(frozen=True)
class Compiler:
    """The catalog seen through kinds and language, with each item's card made once."""

    catalog: Catalog
    kinds: Mapping[str, Kind]
    language: Language
    cards: Mapping[tuple[str, str], Card]

    @staticmethod
    def of(catalog: Catalog, kinds: Sequence[Kind], language: Language) -> Compiler:
        by_name = {kind.name: kind for kind in kinds}
        cards = {
            key: Card(
                item.kind, language.gettext(by_name[item.kind].singular), item.url, item.model.title,
                item.model.summary, by_name[item.kind].facts(item, catalog, language),
            )
            for key, item in catalog.items.items()
        }  # fmt: skip
        return Compiler(catalog, by_name, language, cards)

    def _(self, msgid: str) -> str:
        return self.language.gettext(msgid)

    def card(self, item: Item) -> Card:
        return self.cards[item.kind, item.id]

    def sorted(self, items: Iterable[Item]) -> list[Item]:
        """By title, as a reader of the language expects."""
        return sorted(items, key=lambda item: (self.language.sort_key(item.model.title), item.kind, item.id))

    def home(self) -> Crumb:
        return Crumb(self._(mark("Front page")), "")


def compile_pages(
    catalog: Catalog, kinds: Sequence[Kind], language: Language
) -> tuple[tuple[PageSpec, ...], tuple[Export, ...]]:
    """Every page of the site in a stable order, and the files beside them."""
    hub = Compiler.of(catalog, kinds, language)
    pages: list[PageSpec] = [_front(hub)]
    for kind in kinds:
        items = hub.sorted(catalog.of_kind(kind.name))
        pages.append(_index(hub, kind, items))
        pages += _item_pages(hub, kind, items)
    members = _members(catalog)
    for browse in BROWSES:
        pages += _browse_pages(hub, browse, members[browse.vocabulary])
    pages += [_az(hub), _glossary(hub)]
    return tuple(pages), tuple(_redirects(catalog))


def _item_pages(hub: Compiler, kind: Kind, items: list[Item]) -> Iterator[PageSpec]:
    crumbs = (hub.home(), Crumb(hub._(kind.plural), f"{kind.folder}/"))
    links = [Crumb(item.model.title, item.url) for item in items]
    for number, item in enumerate(items):
        extra = dict(kind.view(item, hub.catalog, hub.language))
        extra = {name: _as_cards(hub, value) for name, value in extra.items()}
        view = SimpleNamespace(
            item=item.model, id=item.id, kind=item.kind, path=item.path,
            backlinks=_backlinks(hub, item), related=(), **extra,
        )  # fmt: skip
        yield PageSpec(
            url=item.url, title=item.model.title, description=item.model.summary, template=f"{kind.name}/page.html",
            view=view, section=kind.folder, kind=kind.name, crumbs=crumbs,
            previous=links[number - 1] if number else None,
            next=links[number + 1] if number + 1 < len(links) else None,
            updated=item.model.updated, owner=kind.owner(item, hub.catalog), source=item.path,
            facets=_facets(hub, kind, item), keywords=item.model.keywords,
            structured_data={"@context": "https://schema.org", **kind.structured_data(item, hub.catalog, hub.language)},
        )  # fmt: skip


def _as_cards(hub: Compiler, value: Any) -> Any:
    """Kinds speak of items; templates show cards."""
    if isinstance(value, tuple) and value and isinstance(value[0], Item):
        return tuple(hub.card(item) for item in value)
    return value


def _backlinks(hub: Compiler, item: Item) -> tuple[Card, ...]:
    sources = dict.fromkeys(use.source for use in hub.catalog.uses.get((item.kind, item.id), ()))
    return tuple(hub.cards[source] for source in sources if source in hub.cards)


def _facets(hub: Compiler, kind: Kind, item: Item) -> dict[str, tuple[str, ...]]:
    model, names = item.model, hub.catalog.names
    level = getattr(model, "level", None)
    facets = {
        "kind": (hub._(kind.plural),),
        "subject": names("subjects", getattr(model, "subjects", ())),
        "grade": names("grades", getattr(model, "grades", ())),
        "level": names("levels", (level,) if level else getattr(model, "levels", ())),
    }
    return {name: values for name, values in facets.items() if values}


def _index(hub: Compiler, kind: Kind, items: list[Item]) -> PageSpec:
    groups: tuple[Group, ...]
    if kind.name == "course":
        groups = _grouped(hub, items, "subjects", lambda item: item.model.subjects[:1])
    elif kind.name in {"guide", "video"}:
        groups = _grouped(hub, items, "roles", lambda item: item.model.audience[:1])
    else:
        groups = (Group("all", hub._(kind.plural), tuple(map(hub.card, items))),) if items else ()
    if len(items) > _LONG_INDEX:
        most = max(1, _LONG_INDEX // max(1, len(groups)))
        groups = tuple(Group(group.id, group.title, group.cards[:most]) for group in groups)
    view = SimpleNamespace(
        kind=kind.name, lead=hub._(kind.lead), count=len(items), groups=groups, long=len(items) > _LONG_INDEX
    )
    return PageSpec(
        url=f"{kind.folder}/", title=hub._(kind.plural), description=hub._(kind.lead), template="browse/index.html",
        view=view, section=kind.folder, crumbs=(hub.home(),), facets={"kind": (hub._(mark("Overviews")),)},
        searchable=False,
    )  # fmt: skip


def _grouped(
    hub: Compiler, items: list[Item], vocabulary: str, key: Callable[[Item], Iterable[str]]
) -> tuple[Group, ...]:
    """Groups in the vocabulary's own order; empty ones are left out."""
    found: dict[str, list[Card]] = defaultdict(list)
    for item in items:
        for id_ in key(item):
            found[id_].append(hub.card(item))
    return tuple(
        Group(id_, hub.catalog.name(vocabulary, id_), tuple(found[id_]))
        for id_ in hub.catalog.vocabularies[vocabulary]
        if id_ in found
    )


Members = Mapping[str, Mapping[str, tuple[Item, ...]]]
"""Items by vocabulary and word."""


def _members(catalog: Catalog) -> Members:
    """In one pass over the items: which items use which word."""
    members: dict[str, dict[str, list[Item]]] = {browse.vocabulary: defaultdict(list) for browse in BROWSES}
    for item in catalog.items.values():
        for browse in BROWSES:
            words = {word for field in browse.fields for word in _words(getattr(item.model, field, None))}
            for word in words:
                members[browse.vocabulary][word].append(item)
    return {name: {word: tuple(items) for word, items in words.items()} for name, words in members.items()}


def _words(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return value if isinstance(value, tuple) else ()


def _browse_pages(hub: Compiler, browse: Browse, members: Mapping[str, tuple[Item, ...]]) -> Iterator[PageSpec]:
    entries = hub.catalog.vocabularies[browse.vocabulary]
    title = hub._(browse.title)
    shown = [entry for id_, entry in entries.items() if members.get(id_) or browse.vocabulary == "levels"]
    terms = tuple(
        SimpleNamespace(
            url=f"{browse.folder}/{entry.id}/", name=entry.name, count=len(members.get(entry.id, ())),
            description=entry.description or "",
        )
        for entry in shown
    )  # fmt: skip
    view = SimpleNamespace(
        lead=hub._(browse.lead), vocabulary=browse.vocabulary, groups=(SimpleNamespace(title="", terms=terms),)
    )
    yield PageSpec(
        url=f"{browse.folder}/", title=title, description=hub._(browse.lead), template="browse/terms.html", view=view,
        crumbs=(hub.home(),), searchable=False,
    )  # fmt: skip
    links = [Crumb(entry.name, f"{browse.folder}/{entry.id}/") for entry in shown]
    for number, entry in enumerate(shown):
        groups = _by_kind(hub, members.get(entry.id, ()))
        yield PageSpec(
            url=links[number].url, title=entry.name,
            description=hub._(mark("Everything about {name}.")).format(name=entry.name),
            template="browse/term.html",
            view=SimpleNamespace(entry=entry, vocabulary=browse.vocabulary, groups=groups),
            crumbs=(hub.home(), Crumb(title, f"{browse.folder}/")),
            previous=links[number - 1] if number else None,
            next=links[number + 1] if number + 1 < len(links) else None,
            searchable=bool(entry.description), facets={"kind": (hub._(mark("Overviews")),)},
        )  # fmt: skip


def _by_kind(hub: Compiler, items: Iterable[Item]) -> tuple[Group, ...]:
    found: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        found[item.kind].append(item)
    return tuple(
        Group(kind.name, hub._(kind.plural), tuple(map(hub.card, hub.sorted(found[name]))))
        for name, kind in hub.kinds.items()
        if name in found
    )


def _az(hub: Compiler) -> PageSpec:
    letters: dict[str, list[Card]] = defaultdict(list)
    for item in hub.sorted(hub.catalog.items.values()):
        first = item.model.title[:1].upper()
        letters[first if first.isalpha() else "#"].append(hub.card(item))
    view = SimpleNamespace(
        letters=tuple(
            SimpleNamespace(letter=letter, id=f"letter-{number}", cards=tuple(cards))
            for number, (letter, cards) in enumerate(letters.items(), 1)
        ),
        count=len(hub.catalog.items),
    )
    title = hub._(mark("A–Z"))
    lead = hub._(mark("Everything in the hub in alphabetical order."))
    return PageSpec(url="a-z/", title=title, description=lead, template="browse/az.html", view=view,
                    crumbs=(hub.home(),), searchable=False)  # fmt: skip


def _glossary(hub: Compiler) -> PageSpec:
    entries = sorted(hub.catalog.vocabularies["glossary"].values(), key=lambda entry: hub.language.sort_key(entry.name))
    view = SimpleNamespace(entries=tuple(entries), uses={})
    return PageSpec(
        url="glossary/", title=hub._(mark("Glossary")), description=hub._(mark("The words of the hub, explained.")),
        template="glossary/page.html", view=view, crumbs=(hub.home(),), facets={"kind": (hub._(mark("Overviews")),)},
    )  # fmt: skip


def _front(hub: Compiler) -> PageSpec:
    newest = sorted(hub.catalog.items.values(), key=lambda item: (item.model.updated, item.kind, item.id), reverse=True)
    plans = hub.catalog.of_kind("plan")
    counts = tuple(
        SimpleNamespace(
            kind=kind.name, label=hub._(kind.plural), count=len(hub.catalog.of_kind(kind.name)), url=f"{kind.folder}/"
        )
        for kind in hub.kinds.values()
    )
    view = SimpleNamespace(
        roles=tuple(_ways_in(hub)), news=tuple(map(hub.card, newest[:6])), counts=counts,
        examples=tuple(hub._(text) for text in (mark("fractions"), mark("copy a course"), mark("feedback"))),
        plan=SimpleNamespace(card=hub.card(plans[-1]), item=plans[-1].model) if plans else None,
    )  # fmt: skip
    return PageSpec(
        url="", title=hub._(mark("Front page")),
        description=hub._(mark("Courses, guides, videos and plans: find, follow, copy and plan.")),
        template="front/page.html", view=view, searchable=False,
    )  # fmt: skip


def _ways_in(hub: Compiler) -> Iterator[SimpleNamespace]:
    """A card with a verb for each role; only ways that exist in this hub."""
    ways = (
        ("course", mark("I want to copy a course"), mark("Teachers: courses that colleagues have tried, ready to fit to your class."), mark("Find a course")),
        ("guide", mark("I am to follow a guide"), mark("At the café meeting or at your desk: one step after another."), mark("Choose a guide")),
        ("video", mark("I train colleagues"), mark("Superusers: short films and guides to show and hand out."), mark("See the videos")),
        ("plan", mark("I plan at my school"), mark("Leaders: phases, dates and success criteria in one place."), mark("See the plans")),
    )  # fmt: skip
    for kind, title, text, action in ways:
        url = f"{hub.kinds[kind].folder}/"
        yield SimpleNamespace(title=hub._(title), text=hub._(text), url=url, action=hub._(action))
    yield SimpleNamespace(
        title=hub._(mark("I publish")), text=hub._(mark("Consultants: see all that is published, and what each word means.")),
        url="a-z/", action=hub._(mark("See everything")),
    )  # fmt: skip


def _redirects(catalog: Catalog) -> Iterator[Export]:
    for item in catalog.items.values():
        for old in item.model.redirect_from:
            folder = old.strip("/")
            yield Export(f"{folder}/index.html", redirect_page("../" * (folder.count("/") + 1) + item.url))


def redirect_page(target: str) -> bytes:
    """A page that leads to another at once, without a script."""
    address = json.dumps(target)[1:-1].replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>→ {address}</title>'
        f'<meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url={address}">'
        f'<p><a href="{address}">{address}</a></p></html>\n'
    ).encode()
