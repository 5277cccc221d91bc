"""What every page of the compiler is made from: cards, groups of them, and the catalog seen through language."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.i18n.language import Language, mark
from generator.model.catalog import Catalog, Item
from generator.model.context import Context
from generator.model.glossary import Glossary
from generator.model.kind import Kind
from generator.model.listing import Heading, by_title, ungrouped
from generator.model.outage_notice import is_stopped
from generator.model.page import Crumb
from generator.model.view import Card, Group
from generator.model.vocabulary import GlossaryEntry

ItemKey = tuple[str, str]


@dataclass(frozen=True)
class Hub:
    """The catalog seen through kinds and language, with each item's card made once."""

    context: Context
    glossary: Glossary
    cards: Mapping[ItemKey, Card]
    places: Mapping[ItemKey, int]
    """Of each item its place among all of them, by title as a reader of the language expects."""

    @staticmethod
    def of(context: Context) -> Hub:
        items = context.catalog.items
        singular = {name: context._(kind.singular) for name, kind in context.kinds.items()}
        cards = {
            key: Card(
                item.kind, singular[item.kind], item.url, item.common.title, item.common.summary, item.common.facts,
                is_stopped=key in context.catalog.uses and is_stopped(item, context.catalog),
                language=item.common.language, picture=item.common.picture,
            )
            for key, item in items.items()
        }  # fmt: skip
        glossary = Glossary.of(context.catalog.entries(GlossaryEntry).values())
        titles = {key: (context.language.sort_key(item.common.title), *key) for key, item in items.items()}
        places = {key: place for place, key in enumerate(sorted(titles, key=titles.__getitem__))}
        return Hub(context, glossary, cards, places)

    @property
    def catalog(self) -> Catalog:
        return self.context.catalog

    @property
    def kinds(self) -> Mapping[str, Kind]:
        return self.context.kinds

    @property
    def language(self) -> Language:
        return self.context.language

    def _(self, msgid: str) -> str:
        return self.language.gettext(msgid)

    def card(self, item: Item) -> Card:
        return self.cards[item.kind, item.id]

    def sorted(self, items: Iterable[Item]) -> list[Item]:
        """By title, as a reader of the language expects."""
        return sorted(items, key=lambda item: self.places[item.kind, item.id])

    def in_order(self, kind: Kind) -> list[Item]:
        """All items of a kind, as they follow each other."""
        items = self.sorted(self.catalog.of_kind(kind.name))
        return items if kind.order is by_title else sorted(items, key=lambda item: kind.order(item, self.context))

    def every(self) -> Iterator[Item]:
        """All items, kind by kind, as they follow each other."""
        for kind in self.kinds.values():
            yield from self.in_order(kind)

    def home(self) -> Crumb:
        return self.context.home()

    def overview(self) -> Mapping[str, tuple[str, ...]]:
        """The search filter of pages that are no item."""
        return {"kind": (self._(mark("Overviews")),)}

    def grouped(self, items: Sequence[Item], kind: Kind) -> tuple[Group, ...]:
        """Groups under the headings of the kind; items without one come last."""
        if kind.grouping is ungrouped:
            return (Group("all", self._(kind.plural), self.folded(items)),) if items else ()
        headed: dict[Heading | None, list[Item]] = defaultdict(list)
        for item in items:
            found = kind.grouping(item, self.context)
            for head in (found or (None,)) if isinstance(found, tuple) else (found,):
                headed[head].append(item)
        rest = headed.pop(None, [])
        groups = [Group(head.id, head.title, self.folded(headed[head])) for head in sorted(filter(None, headed))]
        return (*groups, Group("other", self._(mark("Other")), self.folded(rest))) if rest else tuple(groups)

    def folded(self, items: Sequence[Item]) -> tuple[Card, ...]:
        """Cards in the same order; adapted copies are counted at their source when it is in the list too."""
        there = {(item.kind, item.id) for item in items}
        sources = {
            (item.kind, item.id): self._source_among(item, there) if item.common.source else None for item in items
        }
        counts = Counter(source for source in sources.values() if source)
        return tuple(
            replace(self.cards[key], adaptations=counts[key]) if counts[key] else self.cards[key]
            for key, source in sources.items()
            if source is None
        )

    def _source_among(self, item: Item, there: set[ItemKey]) -> ItemKey | None:
        """The first source up the line that is among `there`; None for one that stands for itself."""
        found: ItemKey | None = None
        seen = {item.id}
        while (above := item.common.source) and above not in seen:
            seen.add(above)
            key = (item.kind, above)
            if key not in self.catalog.items:
                break
            item = self.catalog.items[key]
            found = key if key in there else found
        return found

    def by_kind(self, items: Iterable[Item]) -> tuple[Group, ...]:
        """A group for each kind that is there, in the order of the navigation."""
        found: dict[str, list[Item]] = defaultdict(list)
        for item in items:
            found[item.kind].append(item)
        return tuple(
            Group(kind.name, self._(kind.plural), self.folded(self.sorted(found[name])))
            for name, kind in self.kinds.items()
            if name in found
        )
