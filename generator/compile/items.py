"""The pages of each item, with what points to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from types import SimpleNamespace
from typing import Any

from generator.compile.cards import Card, Hub
from generator.compile.related import Likeness, most_like
from generator.compile.visibility import LinkDigests, Visible, in_reach, seen_through, visible
from generator.model.catalog import Catalog, Item
from generator.model.kind import Kind
from generator.model.page import Crumb, Export, Outline, PageSpec
from generator.model.settings import Settings
from generator.model.site import Related, RelatedCache
from generator.store.fingerprint import plain


@dataclass(frozen=True, slots=True)
class OrderedItems:
    """All items of a hub as their pages need them: in order, and with who is like whom."""

    hub: Hub
    settings: Settings
    order: Mapping[str, Sequence[Item]]
    """The items of each kind, in the order of previous and next."""
    likeness: Mapping[str, Likeness]
    related: RelatedCache
    links: LinkDigests

    def items(self) -> Iterator[Item]:
        for items in self.order.values():
            yield from items

    def groups(self) -> list[ItemPages]:
        """The pages of each item."""
        return [ItemPages(self, kind, place) for kind, items in self.order.items() for place in range(len(items))]

    def group(self, item: Item) -> ItemPages:
        """The pages of one item. LookupError when it is none of these."""
        places = (place for place, one in enumerate(self.order[item.kind]) if one.id == item.id)
        if (place := next(places, None)) is None:
            raise LookupError(item.url)
        return ItemPages(self, item.kind, place)

    def related_to(self, item: Item) -> Related:
        cached = self.related.items
        if item.url not in cached:
            cached[item.url] = most_like(self.hub.catalog, item, self.likeness[item.kind])
        return cached[item.url]


def order_items(hub: Hub, settings: Settings) -> OrderedItems:
    """All items of the hub; which are related is found when it is asked for."""
    order = {name: hub.sorted(hub.catalog.of_kind(name)) for name in hub.kinds}
    likeness = {name: Likeness.of(items) for name, items in order.items()}
    traits = [
        (item.kind, item.id, item.brief.source, item.brief.traits) for items in order.values() for item in items
    ]  # fmt: skip
    return OrderedItems(hub, settings, order, likeness, RelatedCache(_fingerprint(traits)), LinkDigests(hub.catalog))


def reorder_items(before: OrderedItems, hub: Hub) -> OrderedItems:
    """The items when a few of them have become others; the likeness of a kind is kept where no traits have changed."""
    order = {name: hub.sorted(hub.catalog.of_kind(name)) for name in hub.kinds}
    likeness = {
        name: known if (known := before.likeness[name]).is_of(items) else Likeness.of(items)
        for name, items in order.items()
    }
    return OrderedItems(hub, before.settings, order, likeness, RelatedCache(), LinkDigests(hub.catalog))


def _fingerprint(value: object) -> bytes:
    """Of plain texts in tuples and lists."""
    return sha256(plain(value)).digest()


@dataclass(frozen=True, slots=True)
class ItemPages:
    """The pages of one item. What they say is made when it is asked for: all at once would fill gigabytes."""

    among: OrderedItems
    kind: str
    place: int
    """In the order of its kind."""

    @property
    def item(self) -> Item:
        return self.among.order[self.kind][self.place]

    @property
    def url(self) -> str:
        return self.item.url

    @property
    def catalog(self) -> Catalog:
        """All that the pages may read."""
        return seen_through(self.among.hub.catalog, self._visible())

    def _visible(self) -> Visible:
        asks = self.among.hub.kinds[self.kind].asks(self.item)
        return visible(self.item, self.among.hub.catalog, asks)

    def outlines(self) -> Iterator[Outline]:
        item, kind = self.item, self.among.hub.kinds[self.kind]
        yield Outline(item.url, kind.folder, item.brief.updated)
        yield from (Outline(url, kind.folder) for url in kind.below(item, self.among.hub.catalog))

    def specs(self) -> Iterator[PageSpec]:
        """The page of the item, and those below it."""
        kind, item = self.among.hub.kinds[self.kind], self.item
        hub = replace(self.among.hub, catalog=self.catalog)
        before, after = self._neighbours()
        yield PageSpec(
            url=item.url, title=item.brief.title, description=item.brief.summary, template=f"{kind.name}/page.html",
            view=self._view(kind, hub), section=kind.folder, kind=kind.name,
            crumbs=(hub.home(), Crumb(hub._(kind.plural), f"{kind.folder}/")),
            previous=_link(before), next=_link(after),
            updated=item.brief.updated, owner=kind.owner(item, hub.catalog), source=item.path,
            facets=_facets(hub, kind, item), keywords=item.model.keywords,
            words=tuple(hub.glossary.words[id_] for id_ in item.brief.explained),
            structured_data={"@context": "https://schema.org", **kind.structured_data(item, hub.catalog, hub.language)},
        )  # fmt: skip
        yield from kind.subpages(item, hub.catalog, hub.language)

    def files(self) -> Iterable[Export]:
        """What stands beside the page of the item."""
        return self.among.hub.kinds[self.kind].files(self.item, self.catalog, self.among.settings)

    def key(self) -> bytes:
        """Fingerprint of all that the pages, and the files beside them, are made from."""
        links = self.among.links
        around = [(one.url, one.brief.title) for one in self._neighbours() if one]
        related = [(id_, why, links.of((self.kind, id_))) for id_, why in self.related()]
        return _fingerprint((around, in_reach(self.item, self._visible(), links), related))

    def related(self) -> Related:
        return self.among.related_to(self.item)

    def _neighbours(self) -> tuple[Item | None, Item | None]:
        """The items before and after it in the order of its kind."""
        items, at = self.among.order[self.kind], self.place
        return (items[at - 1] if at else None), (items[at + 1] if at + 1 < len(items) else None)

    def _view(self, kind: Kind, hub: Hub) -> SimpleNamespace:
        item = self.item
        extra = {name: _as_cards(hub, value) for name, value in kind.view(item, hub.catalog, hub.language).items()}
        return SimpleNamespace(
            item=item.model, id=item.id, kind=item.kind, path=item.path, backlinks=_backlinks(hub, item),
            related=tuple(replace(hub.cards[item.kind, id_], why=hub._(why)) for id_, why in self.related()),
            **extra,
        )  # fmt: skip


def _link(item: Item | None) -> Crumb | None:
    return Crumb(item.brief.title, item.url) if item else None


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
