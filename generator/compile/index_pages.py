"""The index of each kind."""

from __future__ import annotations

from collections.abc import Sequence

from generator.compile.catalog_view import Hub
from generator.compile.overviews.write import writing_url
from generator.model.catalog import Item
from generator.model.kind import Kind
from generator.model.page import PageSpec
from generator.model.view import Group, Index

_LONG = 300
"""An index with more items than this shows the first of each group; a page of thousands of cards helps nobody."""


def index(hub: Hub, kind: Kind, items: Sequence[Item]) -> PageSpec:
    """All items of a kind, in groups that its readers think in."""
    groups, is_cut, lead = hub.grouped(items, kind), len(items) > _LONG, hub._(kind.lead)
    if is_cut:
        most = max(1, _LONG // max(1, len(groups)))
        groups = tuple(Group(group.id, group.title, group.cards[:most]) for group in groups)
    writing = tuple((writing_url(one), hub._(one.title)) for one in kind.writings if not one.list)
    view = kind.index(Index(kind.name, lead, len(items), groups, is_cut, writing), items, hub.context)
    return PageSpec(
        url=f"{kind.section}/", title=hub._(kind.plural), description=lead, view=view, section=kind.section, menu=kind.menu,
        crumbs=(hub.home(),), facets=hub.overview(), is_list=True,
        searchable=bool(items),  # a list of nothing answers nobody
    )  # fmt: skip
