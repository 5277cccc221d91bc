"""A page for each role: what to do first, when it meets next, what is new for it, and all that is for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from generator.compile.catalog_view import Hub
from generator.i18n.language import mark
from generator.model.catalog import Item
from generator.model.markdown import content_of
from generator.model.meeting import Meetings, NextMeeting
from generator.model.page import Crumb, PageSpec
from generator.model.rollup import NEWEST, of_word
from generator.model.view import Card, Group, View
from generator.model.vocabulary import RoleEntry

FOLDER = "roles"
_NEXT, _NEW, _OF_A_KIND = 3, 3, 12
_REFERENCE = re.compile(r"([a-z]+):")


@dataclass(frozen=True, slots=True)
class Way:
    """A card with a verb: what people of a role come for."""

    kind: str
    """The kind whose colour and drawing it has: of what they do first; "" for none."""
    url: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class More:
    """The items of a kind that are for a role; of many only the newest."""

    group: Group
    url: str
    """Where all of the kind are, when not all are shown; "" otherwise."""


@dataclass(frozen=True, slots=True)
class RoleView(View):
    """All that is for a role."""

    template: ClassVar[str] = "role/page.html"
    first: str
    """What to do first, as rich text."""
    meetings: tuple[NextMeeting, ...]
    day: date
    """The hub's day: what is coming is so as of it."""
    news: tuple[Card, ...]
    kinds: tuple[More, ...]


def ways_in(hub: Hub) -> Iterator[Way]:
    """The cards of the front page, in the order of the roles."""
    for role in _told(hub):
        if role.way_in:
            yield Way(_first_kind(role, hub), url_of(role), role.way_in, role.task or "")


def url_of(role: RoleEntry) -> str:
    return f"{FOLDER}/{role.id}/"


def role_pages(hub: Hub) -> Iterator[PageSpec]:
    """A page for each role that anything is for, or that is told what to do first."""
    for role in _told(hub):
        yield PageSpec(
            url=url_of(role), title=role.name,
            description=role.task or hub._(mark("Everything about {name}.")).format(name=role.name),
            view=_view(role, hub), crumbs=(hub.home(), Crumb(hub._(mark("A–Z")), "a-z/")), facets=hub.overview(),
        )  # fmt: skip


def _told(hub: Hub) -> Iterator[RoleEntry]:
    for role in hub.catalog.entries(RoleEntry).values():
        if role.description or role.way_in or _members(role, hub):
            yield role


def _members(role: RoleEntry, hub: Hub) -> tuple[Item, ...]:
    return tuple(hub.catalog.items[key] for key in hub.catalog.rollup(NEWEST, of_word("roles", role.id)))


def _first_kind(role: RoleEntry, hub: Hub) -> str:
    links = content_of(role.description or "").links
    kinds = (found[1] for found in map(_REFERENCE.match, links) if found)
    return next((kind for kind in kinds if kind in hub.kinds), "")


def _view(role: RoleEntry, hub: Hub) -> RoleView:
    members = _members(role, hub)
    news = [item for item in members if hub.kinds[item.kind].tells_of_others]
    return RoleView(
        first=role.description or "", meetings=tuple(_meetings(members, hub)[:_NEXT]), day=hub.catalog.day,
        news=tuple(map(hub.card, news[:_NEW])), kinds=tuple(_kinds(members, hub)),
    )  # fmt: skip


def _meetings(members: tuple[Item, ...], hub: Hub) -> list[NextMeeting]:
    """The days to come, the earliest first."""
    found = [
        NextMeeting(day, item.common.title, item.url)
        for item in members
        if isinstance(item.common.shown, Meetings)
        for day in item.common.shown.days
        if day >= hub.catalog.day
    ]
    return sorted(found, key=lambda one: (one.day, one.url))


def _kinds(members: tuple[Item, ...], hub: Hub) -> Iterator[More]:
    for group in hub.by_kind(item for item in members if not hub.kinds[item.kind].tells_of_others):
        is_cut = len(group.cards) > _OF_A_KIND
        shown = Group(group.id, group.title, group.cards[:_OF_A_KIND])
        yield More(shown, f"{hub.kinds[group.id].section}/" if is_cut else "")
