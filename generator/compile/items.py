"""The page of each item, with what points to it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from types import SimpleNamespace
from typing import Any

from generator.catalog import Item
from generator.compile.hub import Card, Hub
from generator.compile.related import Likeness, related
from generator.kind import Kind
from generator.page import Crumb, PageSpec


def item_pages(hub: Hub, kind: Kind, items: list[Item], only: Collection[str] | None = None) -> Iterator[PageSpec]:
    """One page an item, in the order of `items`, which is also the order of previous and next.

    With `only`, the pages of items with these ids alone.
    """
    crumbs = (hub.home(), Crumb(hub._(kind.plural), f"{kind.folder}/"))
    links = [Crumb(item.model.title, item.url) for item in items]
    likeness = Likeness.of(kind, items)
    for number, item in enumerate(items):
        if only is not None and item.id not in only:
            continue
        extra = {name: _as_cards(hub, value) for name, value in kind.view(item, hub.catalog, hub.language).items()}
        view = SimpleNamespace(
            item=item.model,
            id=item.id,
            kind=item.kind,
            path=item.path,
            backlinks=_backlinks(hub, item),
            related=related(hub, kind, item, likeness),
            **extra,
        )
        yield PageSpec(
            url=item.url, title=item.model.title, description=item.model.summary, template=f"{kind.name}/page.html",
            view=view, section=kind.folder, kind=kind.name, crumbs=crumbs,
            previous=links[number - 1] if number else None,
            next=links[number + 1] if number + 1 < len(links) else None,
            updated=item.model.updated, owner=kind.owner(item, hub.catalog), source=item.path,
            facets=_facets(hub, kind, item), keywords=item.model.keywords, words=hub.glossary.words_of(item.model),
            structured_data={"@context": "https://schema.org", **kind.structured_data(item, hub.catalog, hub.language)},
        )  # fmt: skip
        yield from kind.subpages(item, hub.catalog, hub.language)


def _as_cards(hub: Hub, value: Any) -> Any:
    """Kinds speak of items; templates show cards."""
    if isinstance(value, tuple) and value and isinstance(value[0], Item):
        return tuple(hub.card(item) for item in value)
    return value


def _backlinks(hub: Hub, item: Item) -> tuple[Card, ...]:
    sources = dict.fromkeys(use.source for use in hub.catalog.uses.get((item.kind, item.id), ()))
    return tuple(hub.cards[source] for source in sources if source in hub.cards)


def _facets(hub: Hub, kind: Kind, item: Item) -> dict[str, tuple[str, ...]]:
    model, names = item.model, hub.catalog.names
    level = getattr(model, "level", None)
    facets = {
        "kind": (hub._(kind.plural),),
        "subject": names("subjects", getattr(model, "subjects", ())),
        "grade": names("grades", getattr(model, "grades", ())),
        "level": names("levels", (level,) if level else getattr(model, "levels", ())),
    }
    return {name: values for name, values in facets.items() if values}
