"""The page of each item, with what points to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from types import SimpleNamespace
from typing import Any

from generator.compile.cards import Card, Hub
from generator.compile.related import Alike, Likeness, most_like
from generator.compile.visibility import near, only
from generator.model.catalog import Catalog, Item
from generator.model.kind import Kind
from generator.model.page import Crumb, Export, Outline, PageSpec
from generator.model.settings import Settings
from generator.store.fingerprint import plain


@dataclass(frozen=True)
class ItemPages:
    """The pages of all items of a hub. What they say is found when it is asked for: all at once would fill gigabytes."""

    hub: Hub
    settings: Settings
    order: Mapping[str, Sequence[Item]]
    """The items of each kind, in the order of previous and next."""
    places: Sequence[tuple[str, int]]
    """Of each item its kind and its place in that order."""
    likeness: Mapping[str, Likeness]
    alike: dict[str, tuple[Alike, ...]] = field(default_factory=dict)
    """The items most like each, by its address, as far as they were found."""

    @staticmethod
    def of(hub: Hub, settings: Settings) -> ItemPages:
        return ItemPages(hub, settings, {}, (), {name: Likeness.of(()) for name in hub.kinds}).after(hub)

    def after(self, hub: Hub) -> ItemPages:
        """The pages of the same hub when a few items have become others; who is like whom is kept where it may be."""
        order = {name: hub.sorted(hub.catalog.of_kind(name)) for name in hub.kinds}
        places = [(name, place) for name, items in order.items() for place in range(len(items))]
        likeness = {
            name: known if (known := self.likeness[name]).is_of(items) else Likeness.of(items)
            for name, items in order.items()
        }
        return ItemPages(hub, self.settings, order, places, likeness)

    def findings(self) -> bytes:
        """Fingerprint of all that decides which items are alike."""
        return self._print([(item.kind, item.id, item.brief.source, item.brief.traits) for item in self.items()])

    def __len__(self) -> int:
        return len(self.places)

    def number(self, kind: str, id_: str) -> int:
        """Which of them the item is. LookupError when there is none."""
        return next(number for number, item in enumerate(self.items()) if (item.kind, item.id) == (kind, id_))

    def items(self) -> Iterator[Item]:
        for items in self.order.values():
            yield from items

    def outlines(self) -> Iterator[Outline]:
        """Every page that `specs` gives, in the same order."""
        for item in self.items():
            kind = self.hub.kinds[item.kind]
            yield Outline(item.url, kind.folder, item.brief.updated)
            yield from (Outline(url, kind.folder) for url in kind.below(item, self.hub.catalog))

    def specs(self, number: int) -> Iterator[PageSpec]:
        """The page of an item, and those below it."""
        name, place = self.places[number]
        kind, items = self.hub.kinds[name], self.order[name]
        item = items[place]
        hub = replace(self.hub, catalog=self.catalog(number))
        yield PageSpec(
            url=item.url, title=item.brief.title, description=item.brief.summary, template=f"{name}/page.html",
            view=self._view(item, kind, hub), section=kind.folder, kind=name,
            crumbs=(hub.home(), Crumb(hub._(kind.plural), f"{kind.folder}/")),
            previous=_link(items[place - 1]) if place else None,
            next=_link(items[place + 1]) if place + 1 < len(items) else None,
            updated=item.brief.updated, owner=kind.owner(item, hub.catalog), source=item.path,
            facets=_facets(hub, kind, item), keywords=item.model.keywords,
            words=tuple(hub.glossary.words[id_] for id_ in item.brief.explained),
            structured_data={"@context": "https://schema.org", **kind.structured_data(item, hub.catalog, hub.language)},
        )  # fmt: skip
        yield from kind.subpages(item, hub.catalog, hub.language)

    def files(self, number: int) -> Iterable[Export]:
        """What stands beside the page of an item."""
        name, place = self.places[number]
        return self.hub.kinds[name].files(self.order[name][place], self.catalog(number), self.settings)

    def catalog(self, number: int) -> Catalog:
        """All that the pages of an item may read."""
        name, place = self.places[number]
        return only(self.hub.catalog, near(self.order[name][place], self.hub.catalog))

    def url(self, number: int) -> str:
        name, place = self.places[number]
        return self.order[name][place].url

    def key(self, number: int) -> bytes:
        """Fingerprint of all that the pages of an item, and the files beside them, are made from."""
        name, place = self.places[number]
        items, known = self.order[name], self.hub.catalog.items
        around = [(items[at].url, items[at].brief.title) for at in (place - 1, place + 1) if 0 <= at < len(items)]
        there = [
            (*key, known[key].sha256 if key in known else "") for key in sorted(near(items[place], self.hub.catalog))
        ]
        alike = [(id_, why, known[name, id_].sha256) for id_, why in self.most_like(items[place])]
        return self._print((around, there, alike))

    @staticmethod
    def _print(value: object) -> bytes:
        """Of plain texts in tuples and lists."""
        return sha256(plain(value)).digest()

    def found(self, number: int) -> tuple[Alike, ...]:
        name, place = self.places[number]
        return self.most_like(self.order[name][place])

    def know(self, found: Mapping[str, tuple[Alike, ...]]) -> None:
        self.alike.update(found)

    def most_like(self, item: Item) -> tuple[Alike, ...]:
        if item.url not in self.alike:
            self.alike[item.url] = most_like(self.hub.catalog, item, self.likeness[item.kind])
        return self.alike[item.url]

    def _view(self, item: Item, kind: Kind, hub: Hub) -> SimpleNamespace:
        extra = {name: _as_cards(hub, value) for name, value in kind.view(item, hub.catalog, hub.language).items()}
        return SimpleNamespace(
            item=item.model, id=item.id, kind=item.kind, path=item.path, backlinks=_backlinks(hub, item),
            related=tuple(replace(hub.cards[item.kind, id_], why=hub._(why)) for id_, why in self.most_like(item)),
            **extra,
        )  # fmt: skip


def _link(item: Item) -> Crumb:
    return Crumb(item.brief.title, item.url)


def _as_cards(hub: Hub, value: Any) -> Any:
    """Kinds speak of items; templates show cards."""
    if isinstance(value, tuple) and value and isinstance(value[0], Item):
        return tuple(hub.card(item) for item in value)
    return value


def _backlinks(hub: Hub, item: Item) -> tuple[Card, ...]:
    sources = dict.fromkeys(use.source for use in hub.catalog.uses.get((item.kind, item.id), ()))
    return tuple(hub.cards[source] for source in sources if source in hub.cards)


def _facets(hub: Hub, kind: Kind, item: Item) -> dict[str, tuple[str, ...]]:
    names, words = hub.catalog.names, item.brief.words
    facets = {
        "kind": (hub._(kind.plural),),
        "subject": names("subjects", words.get("subjects", ())),
        "grade": names("grades", words.get("grades", ())),
        "level": names("levels", words.get("levels", ())),
    }
    return {name: values for name, values in facets.items() if values}
