"""The pages of each item, with what points to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256

from generator.compile.catalog_view import Hub
from generator.compile.next_meetings import agenda, asks, next_meetings
from generator.compile.page_dependencies import LinkDigests, Visible, in_reach, seen_through, visible
from generator.compile.related import Sharers, most_like
from generator.i18n.language import mark
from generator.model.browse import browses_of
from generator.model.catalog import Catalog, Item
from generator.model.context import Context
from generator.model.kind import Kind
from generator.model.outage_notice import Told, notice_of, stops, tells, told_on
from generator.model.page import Crumb, Export, Outline, PageSpec
from generator.model.site import Related, RelatedCache
from generator.model.view import Card, Group
from generator.store.fingerprint import plain


@dataclass(frozen=True, slots=True)
class OrderedItems:
    """All items of a hub as their pages need them: in order, and with who is like whom."""

    hub: Hub
    order: Mapping[str, Sequence[Item]]
    """The items of each kind, in the order of previous and next."""
    sharers: Mapping[str, Sharers]
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
            cached[item.url] = most_like(
                self.hub.catalog, item, self.sharers[item.kind], self.hub.kinds[item.kind].likeness
            )
        return cached[item.url]


def order_items(hub: Hub) -> OrderedItems:
    """All items of the hub; which are related is found when it is asked for."""
    order = {name: hub.in_order(kind) for name, kind in hub.kinds.items()}
    sharers = {name: Sharers.of(items) for name, items in order.items()}
    traits = [
        (item.kind, item.id, item.common.source, item.common.traits) for items in order.values() for item in items
    ]
    return OrderedItems(hub, order, sharers, RelatedCache(_fingerprint(traits)), LinkDigests(hub.catalog))


def reorder_items(before: OrderedItems, hub: Hub) -> OrderedItems:
    """The items when a few of them have become others; the likeness of a kind is kept where no traits have changed."""
    order = {name: hub.in_order(kind) for name, kind in hub.kinds.items()}
    sharers = {
        name: known if (known := before.sharers[name]).is_of(items) else Sharers.of(items)
        for name, items in order.items()
    }
    return OrderedItems(hub, order, sharers, RelatedCache(), LinkDigests(hub.catalog))


def _fingerprint(value: object) -> bytes:
    """Of plain texts in tuples and lists."""
    return sha256(plain(value)).digest()


@dataclass(frozen=True)
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
        return seen_through(self.among.hub.catalog, self._visible)

    @cached_property
    def _visible(self) -> Visible:
        item, catalog = self.item, self.among.hub.catalog
        return visible(item, catalog, (*self.among.hub.kinds[self.kind].asks(item), *asks(item, self.among.hub)))

    def outlines(self) -> Iterator[Outline]:
        item, kind = self.item, self.among.hub.kinds[self.kind]
        yield Outline(item.url, kind.section, item.common.updated)
        yield from (Outline(url, kind.section) for url in kind.subpage_urls(item, self.among.hub.context))

    def specs(self) -> Iterator[PageSpec]:
        """The page of the item, and those below it."""
        kind, item = self.among.hub.kinds[self.kind], self.item
        context = self._context()
        before, after = self._neighbours()
        notices = self._notices()
        yield PageSpec(
            url=item.url, title=item.common.title, description=item.common.summary,
            view=kind.view(item, context), section=kind.section, kind=kind.name,
            crumbs=context.crumbs(item)[:2],
            previous=_link(before), next=_link(after),
            updated=item.common.updated, owner=kind.owner(item, context), licence=kind.licence(item.model),
            source=item.path,
            facets=_facets(context, kind, item), label=_label(context._(kind.singular), notices, context),
            language=item.model.language or "", tags=_tags(context, item), facts=item.common.facts,
            keywords=item.model.keywords,
            words=tuple(self.among.hub.glossary.words[id_] for id_ in item.common.explained),
            structured_data={"@context": "https://schema.org", **kind.structured_data(item, context)},
            backlinks=_backlinks(self.among.hub, item), seen=_seen(self.among.hub, item), related=self._related_cards(),
            meetings=next_meetings(item, self.among.hub), agenda=agenda(item, self.among.hub),
            notices=notices,
        )  # fmt: skip
        yield from (replace(spec, notices=notices, beside=self.kind) for spec in kind.subpages(item, context))

    def files(self) -> Iterable[Export]:
        """What stands beside the page of the item."""
        return self.among.hub.kinds[self.kind].files(self.item, self._context())

    def key(self) -> bytes:
        """Fingerprint of all that the pages, and the files beside them, are made from."""
        links = self.among.links
        around = [(one.url, one.common.title) for one in self._neighbours() if one]
        related = [(id_, why, links.of((self.kind, id_))) for id_, why in self.related()]
        over = [(told.is_over, told.is_ahead) for told in self._notices()]
        return _fingerprint((around, in_reach(self.item, self._visible, links), related, over))

    def _notices(self) -> tuple[Told, ...]:
        """What is known to be wrong with what the item is about."""
        catalog = self.among.hub.catalog
        return told_on(self.item, catalog, catalog.day)

    def related(self) -> Related:
        return self.among.related_to(self.item)

    def _neighbours(self) -> tuple[Item | None, Item | None]:
        """The items before and after it in the order of its kind."""
        items, at = self.among.order[self.kind], self.place
        return (items[at - 1] if at else None), (items[at + 1] if at + 1 < len(items) else None)

    def _context(self) -> Context:
        return self.among.hub.context.seeing(self.catalog)

    def _related_cards(self) -> tuple[Card, ...]:
        hub = self.among.hub
        return tuple(replace(hub.cards[self.kind, id_], why=hub._(why)) for id_, why in self.related())


def _link(item: Item | None) -> Crumb | None:
    return Crumb(item.common.title, item.url) if item else None


def _backlinks(hub: Hub, item: Item) -> tuple[Card, ...]:
    """In the order of the navigation, so that what one follows stands first; a problem with it is no use of it."""
    uses = hub.catalog.uses.get((item.kind, item.id), ())
    sources = dict.fromkeys(use.source for use in uses if not tells(use, hub.catalog))
    places = {kind: place for place, kind in enumerate(hub.kinds)}
    return tuple(hub.cards[source] for source in sorted(sources, key=lambda one: places[one[0]]) if source in hub.cards)


def _label(name: str, notices: Iterable[Told], context: Context) -> str:
    """What a search result is labelled with."""
    return f"{name} · {context._(mark('Stops the work'))}" if any(map(stops, notices)) else name


def _seen(hub: Hub, item: Item) -> tuple[Group, ...]:
    """Of those that name the item too, `_backlinks` tells."""
    named = {use.source for use in hub.catalog.uses.get((item.kind, item.id), ())}
    seen = hub.sorted(
        one for one in hub.catalog.seen_from(item) if (one.kind, one.id) not in named and not notice_of(one)
    )
    groups = {name: tuple(hub.card(one) for one in seen if one.kind == name) for name in hub.kinds}
    return tuple(Group(name, hub._(hub.kinds[name].plural), cards) for name, cards in groups.items() if cards)


def _facets(context: Context, kind: Kind, item: Item) -> dict[str, tuple[str, ...]]:
    terms = item.common.terms
    facets = {
        one.facet: context.catalog.names(one.vocabulary, terms.get(one.vocabulary, ()))
        for one in browses_of(context.catalog, context.language)
    }
    return {"kind": (context._(kind.plural),), **{name: values for name, values in facets.items() if values}}


def _tags(context: Context, item: Item) -> tuple[tuple[str, tuple[Crumb, ...]], ...]:
    """The words of the hub's own vocabularies that it bears, under what people choose by."""
    own = [one for one in browses_of(context.catalog, context.language) if one.vocabulary in context.catalog.own]
    return tuple(
        (one.label, tuple(Crumb(context.catalog.name(one.vocabulary, id_), f"{one.vocabulary}/{id_}/") for id_ in ids))
        for one in own
        if (ids := item.common.terms.get(one.vocabulary))
    )
