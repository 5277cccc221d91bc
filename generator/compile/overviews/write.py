"""The pages on which visitors write: a form for each thing that a kind lets people hand in, made of its model."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from generator.compile.catalog_view import Hub
from generator.forms.asked_fields import asked
from generator.forms.field_view import Shown, blank
from generator.forms.fields import form_of
from generator.forms.labels import label
from generator.forms.shapes import Field, Group, Named, Rows
from generator.i18n.language import mark
from generator.model.fields import is_mailbox
from generator.model.kind import Kind
from generator.model.page import Crumb, Export, PageSpec
from generator.model.view import View
from generator.model.writing import Writing

FOLDER = "write/"
ITEMS = f"{FOLDER}items.json"
"""What fields can name: titles by id, by kind. Fetched when somebody first types in such a field."""


@dataclass(frozen=True, slots=True)
class Way:
    """Something that can be written."""

    url: str
    title: str
    lead: str


@dataclass(frozen=True, slots=True)
class WriteIndexView(View):
    """All that can be written."""

    template: ClassVar[str] = "write/index.html"
    ways: tuple[Way, ...]
    places: str
    """The page from which each place comes to the form for its own plan; "" where there is none."""


@dataclass(frozen=True, slots=True)
class WriteView(View):
    """A form."""

    template: ClassVar[str] = "write/form.html"
    name: str
    lead: str
    fields: tuple[Shown, ...]
    of: str
    """The field that names the item which gets an entry; "" for an item of its own."""
    list: str
    items_url: str
    mailbox: str
    """Where what is written is sent; "" when the hub does not say."""
    focus: str = ""
    """No button has been pressed yet."""


def write_pages(hub: Hub) -> Iterator[PageSpec]:
    """The forms of all kinds, and a page that leads to them."""
    ways = [(kind, writing) for kind in hub.kinds.values() for writing in kind.writings]
    if not ways:
        return
    title, lead = hub._(mark("Write to the hub")), hub._(mark("Tell, suggest and report, without an account."))
    shown = tuple(Way(writing_url(one), hub._(one.title), hub._(one.lead)) for _, one in ways)
    places = next((f"{kind.section}/" for kind in hub.kinds.values() if kind.form and kind.vocabulary), "")
    yield PageSpec(
        url=FOLDER, title=title, description=lead, view=WriteIndexView(shown, places), crumbs=(hub.home(),),
        facets=hub.overview(), menu="more", is_list=True,
    )  # fmt: skip
    for kind, writing in ways:
        yield PageSpec(
            url=writing_url(writing), title=hub._(writing.title), description=hub._(writing.lead),
            view=_view(hub, kind, writing), crumbs=(hub.home(), Crumb(title, FOLDER)), facets=hub.overview(),
            is_list=True,
        )  # fmt: skip


def write_files(hub: Hub) -> Iterator[Export]:
    """`write/items.json`."""
    if any(kind.writings for kind in hub.kinds.values()):
        yield Export(ITEMS, partial(_items, hub))


def _items(hub: Hub) -> bytes:
    found = {
        kind.name: {
            "word": hub._(kind.singular),
            "items": [[item.id, item.common.title] for item in hub.sorted(hub.catalog.of_kind(kind.name))],
        }
        for kind in hub.kinds.values()
    }
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()


def writing_url(writing: Writing) -> str:
    return f"{FOLDER}{writing.name}/"


def _view(hub: Hub, kind: Kind, writing: Writing) -> WriteView:
    target = hub.context.settings.shares_to
    return WriteView(
        name=writing.name, lead=hub._(writing.lead), fields=blank(_fields(hub, kind, writing)),
        of=kind.name if writing.list else "", list=writing.list, items_url=ITEMS,
        mailbox=target if is_mailbox(target) else "",
    )  # fmt: skip


def _fields(hub: Hub, kind: Kind, writing: Writing) -> tuple[Field, ...]:
    fields = form_of(kind.model, hub.catalog.words, hub.language, hub.context.settings)
    if not writing.list:
        return asked(fields, writing.asks)
    rows = next(one.shape for one in fields if one.name == writing.list)
    assert isinstance(rows, Rows)
    assert isinstance(rows.each, Group)
    own = Field(kind.name, label(hub.language, kind.name), "", True, Named(kind.name))
    return (own, *asked(rows.each.fields, writing.asks))
