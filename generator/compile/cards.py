"""What every page of the compiler is made from: cards, groups of them, and the catalog seen through language."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.i18n.language import Language, mark
from generator.model.catalog import Catalog, Item
from generator.model.glossary import Glossary
from generator.model.kind import Kind
from generator.model.page import Crumb

ItemKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Card:
    """An item as lists show it."""

    kind: str
    kind_name: str
    url: str
    title: str
    summary: str
    facts: tuple[str, ...]
    adaptations: int = 0
    """How many adapted copies it stands for in this list."""
    why: str = ""
    """Why it is shown here."""


@dataclass(frozen=True, slots=True)
class Group:
    """Cards under a heading."""

    id: str
    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Hub:
    """The catalog seen through kinds and language, with each item's card made once."""

    catalog: Catalog
    kinds: Mapping[str, Kind]
    language: Language
    glossary: Glossary
    cards: Mapping[ItemKey, Card]
    places: Mapping[ItemKey, int]
    """Of each item its place among all of them, by title as a reader of the language expects."""

    @staticmethod
    def of(catalog: Catalog, kinds: Sequence[Kind], language: Language) -> Hub:
        by_name = {kind.name: kind for kind in kinds}
        singular = {kind.name: language.gettext(kind.singular) for kind in kinds}
        cards = {
            key: Card(
                item.kind, singular[item.kind], item.url, item.brief.title, item.brief.summary, item.brief.facts
            )
            for key, item in catalog.items.items()
        }  # fmt: skip
        glossary = Glossary.of(catalog.vocabularies["glossary"].values())
        titles = {key: (language.sort_key(item.brief.title), *key) for key, item in catalog.items.items()}
        places = {key: place for place, key in enumerate(sorted(titles, key=titles.__getitem__))}
        return Hub(catalog, by_name, language, glossary, cards, places)

    def _(self, msgid: str) -> str:
        return self.language.gettext(msgid)

    def card(self, item: Item) -> Card:
        return self.cards[item.kind, item.id]

    def sorted(self, items: Iterable[Item]) -> list[Item]:
        """By title, as a reader of the language expects."""
        return sorted(items, key=lambda item: self.places[item.kind, item.id])

    def home(self) -> Crumb:
        return Crumb(self._(mark("Front page")), "")

    def overview(self) -> Mapping[str, tuple[str, ...]]:
        """The search filter of pages that are no item."""
        return {"kind": (self._(mark("Overviews")),)}

    def grouped(self, items: Iterable[Item], vocabulary: str) -> tuple[Group, ...]:
        """Groups by each item's first word, in the vocabulary's own order; empty ones are left out."""
        found: dict[str, list[Item]] = defaultdict(list)
        for item in items:
            for id_ in item.brief.words.get(vocabulary, ())[:1]:
                found[id_].append(item)
        return tuple(
            Group(id_, self.catalog.name(vocabulary, id_), self.folded(found[id_]))
            for id_ in self.catalog.vocabularies[vocabulary]
            if id_ in found
        )

    def folded(self, items: Sequence[Item]) -> tuple[Card, ...]:
        """Cards in the same order; adapted copies are counted at their source when it is in the list too."""
        there = {(item.kind, item.id) for item in items}
        sources = {
            (item.kind, item.id): self._source_among(item, there) if item.brief.source else None for item in items
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
        while (above := item.brief.source) and above not in seen:
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
