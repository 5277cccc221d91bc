"""What a preview shows of drafts: a list of all, and a page for each that lacks too much to look as it will."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.compile.cards import Hub
from generator.i18n.language import mark
from generator.model.catalog import Unfinished
from generator.model.page import Crumb, PageSpec
from generator.model.view import Card, Group, View

FOLDER = "drafts"


@dataclass(frozen=True, slots=True)
class DraftsView(View):
    """All drafts of the hub, by kind."""

    template: ClassVar[str] = "draft/list.html"
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class DraftView(View):
    """A draft that is no page yet."""

    template: ClassVar[str] = "draft/page.html"
    file: str
    lacks: tuple[tuple[str, str], ...]
    """Field and what it is for."""
    written: tuple[tuple[str, str], ...]
    """Field and text."""


def draft_pages(hub: Hub) -> Iterator[PageSpec]:
    """Nothing where there are no drafts, as in every site that is published."""
    catalog = hub.catalog
    if not (catalog.unfinished or catalog.drafts):
        return
    title = hub._(mark("Drafts"))
    yield PageSpec(
        url=f"{FOLDER}/", title=title, description=hub._(mark("Only this preview shows them.")), menu="more",
        view=DraftsView(tuple(_groups(hub))), crumbs=(hub.home(),), searchable=False, noindex=True,
    )  # fmt: skip
    for one in catalog.unfinished:
        kind = hub.kinds[one.kind]
        lacks = tuple((field, hub._(purpose).replace("`", "") if purpose else "") for field, purpose in one.lacks)
        yield PageSpec(
            url=_url(hub, one), title=one.title or one.id, description="", section=kind.section, source=one.path,
            view=DraftView(one.path, lacks, one.written), crumbs=(hub.home(), Crumb(title, f"{FOLDER}/")),
            searchable=False, noindex=True,
        )  # fmt: skip


def _url(hub: Hub, one: Unfinished) -> str:
    return f"{hub.kinds[one.kind].section}/{one.id}/"


def _groups(hub: Hub) -> Iterator[Group]:
    """The drafts of each kind, those that lack most first."""
    for name, kind in hub.kinds.items():
        singular = hub._(kind.singular)
        half = [one for one in hub.catalog.unfinished if one.kind == name]
        cards = [
            Card(name, singular, _url(hub, one), one.title or one.id, "", (_lacking(hub, len(one.lacks)),))
            for one in sorted(half, key=lambda one: -len(one.lacks))
        ]
        cards += [hub.card(item) for item in hub.in_order(kind) if (name, item.id) in hub.catalog.drafts]
        if cards:
            yield Group(name, hub._(kind.plural), tuple(cards))


def _lacking(hub: Hub, count: int) -> str:
    return hub.language.ngettext("{number} field is missing", "{number} fields are missing", count).format(number=count)
