"""What a preview shows of drafts: a list of all, and a page for each that lacks too much to look as it will."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.compile.catalog_view import Hub
from generator.forms.fields import form_of
from generator.forms.framework_goals import goals_of
from generator.forms.path_labels import as_key, named
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
class Place:
    """A place in a draft."""

    name: str
    """As its form calls it."""
    key: str
    """As its file calls it."""
    text: str
    """What it is for, or what stands there."""


@dataclass(frozen=True, slots=True)
class DraftView(View):
    """A draft that is no page yet."""

    template: ClassVar[str] = "draft/page.html"
    file: str
    form: str
    """Kind and id, by which the desk opens it."""
    lacks: tuple[Place, ...]
    wrong: tuple[Place, ...]
    """Where something is written that cannot stand like that."""
    written: tuple[Place, ...]


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
    yield from (draft_page(hub, one) for one in catalog.unfinished)


def draft_page(hub: Hub, one: Unfinished) -> PageSpec:
    """What is missing in a draft and what is there, called as its form calls it."""
    kind = hub.kinds[one.kind]
    form = form_of(kind.model, hub.catalog.words, hub.language, hub.context.settings, goals_of(hub.catalog))

    def place(path: str, text: str | None = None) -> Place:
        found = named(form, path, hub.language)
        said = found.help.replace("`", "") if text is None else found.said(text, hub.language)
        return Place(found.name, as_key(path), said)

    view = DraftView(
        one.path, f"{one.kind}/{one.id}", tuple(map(place, one.lacks)), tuple(map(place, one.wrong)),
        tuple(place(path, text) for path, text in one.written),
    )  # fmt: skip
    return PageSpec(
        url=_url(hub, one), title=one.title or one.id, description="", section=kind.section, source=one.path,
        view=view, crumbs=(hub.home(), Crumb(hub._(mark("Drafts")), f"{FOLDER}/")),
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
