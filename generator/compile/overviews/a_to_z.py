"""Everything from A to Z."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.compile.catalog_view import Hub
from generator.i18n.language import mark
from generator.model.page import PageSpec
from generator.model.view import Card, View


@dataclass(frozen=True, slots=True)
class Letter:
    """What begins with a letter."""

    letter: str
    id: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class AToZView(View):
    """Every item by its first letter."""

    template: ClassVar[str] = "browse/az.html"
    letters: tuple[Letter, ...]
    count: int


def a_to_z(hub: Hub) -> Iterator[PageSpec]:
    """Every item and ordinary page by its first letter."""
    letters: dict[str, list[Card]] = defaultdict(list)
    cards = [hub.card(item) for item in hub.sorted(hub.catalog.items.values())]
    if ordinary := hub.context.ordinary:
        kind = hub._(mark("Page"))
        cards += [Card("", kind, page.url, page.title, "", ()) for page in ordinary]
        cards.sort(key=lambda card: hub.language.sort_key(card.title))
    for card in cards:
        letters[hub.language.initial(card.title)].append(card)
    view = AToZView(
        letters=tuple(
            Letter(letter, f"letter-{number}", tuple(found))
            for number, (letter, found) in enumerate(letters.items(), 1)
        ),
        count=len(cards),
    )
    lead = hub._(mark("Everything in the hub in alphabetical order."))
    yield PageSpec(
        url="a-z/", title=hub._(mark("A–Z")), description=lead, view=view,
        crumbs=(hub.home(),), facets=hub.overview(), is_list=True,
    )  # fmt: skip
