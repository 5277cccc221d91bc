"""The words of the hub, and the pages that use them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from generator.compile.catalog_view import Hub
from generator.i18n.language import mark
from generator.model.page import PageSpec, SearchEntry
from generator.model.view import Card, View
from generator.model.vocabulary import GlossaryEntry


@dataclass(frozen=True, slots=True)
class GlossaryView(View):
    """Every word with its explanation."""

    template: ClassVar[str] = "glossary/page.html"
    entries: tuple[GlossaryEntry, ...]
    used: Mapping[str, tuple[Card, ...]]
    """The pages that use a word, by its id; none for a word that no page uses."""


def glossary(hub: Hub) -> Iterator[PageSpec]:
    """Every word with its explanation and the pages that use it."""
    used: dict[str, list[Card]] = defaultdict(list)
    for item in hub.every():
        for word in item.common.explained:
            used[word].append(hub.card(item))
    entries = sorted(hub.catalog.entries(GlossaryEntry).values(), key=lambda entry: hub.language.sort_key(entry.name))
    view = GlossaryView(entries=tuple(entries), used={id_: tuple(cards) for id_, cards in used.items()})
    yield PageSpec(
        url="glossary/", title=hub._(mark("Glossary")), description=hub._(mark("The words of the hub, explained.")),
        view=view, crumbs=(hub.home(),), facets=hub.overview(), is_list=True, searchable=bool(entries),
        entries=tuple(SearchEntry(entry.id, entry.name, entry.description or "") for entry in entries),
    )  # fmt: skip
