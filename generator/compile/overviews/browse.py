"""Pages by which items are browsed: one for each vocabulary that the hub has words for, and one for each word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from generator.compile.catalog_view import Hub
from generator.i18n.language import mark
from generator.model.browse import Browse, browses_of
from generator.model.catalog import Catalog, Item
from generator.model.due import RoleDeadlines, by_role, deadlines
from generator.model.page import Crumb, PageSpec
from generator.model.plan_contract import Phase
from generator.model.rollup import PLANS, plan_of
from generator.model.view import Group, View
from generator.model.vocabulary import Entry, FunctionEntry, LevelEntry, SubjectEntry


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a vocabulary."""

    url: str
    name: str
    count: int
    """How many items use it."""
    description: str


@dataclass(frozen=True, slots=True)
class TermsView(View):
    """The words of a vocabulary."""

    template: ClassVar[str] = "browse/terms.html"
    lead: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class DueNext:
    """The deadlines of the plan that people meet, by role."""

    title: str
    url: str
    """Of the plan, relative to the site's root."""
    due: tuple[RoleDeadlines, ...]
    day: date
    """The hub's day."""


@dataclass(frozen=True, slots=True)
class TermView(View):
    """A word, and all items that use it."""

    template: ClassVar[str] = "browse/term.html"
    name: str
    description: str
    label: str
    """What a function's button is called; "" for other words."""
    former_labels: tuple[str, ...]
    source: str
    """The paragraph that places a subject in grades."""
    next_step: str
    """What takes a school from this level to the next."""
    groups: tuple[Group, ...]
    plan: DueNext | None
    """On the page of a level: what the plan that runs wants done next."""


Members = Mapping[str, tuple[Item, ...]]
"""Items by word of one vocabulary."""


def browse_pages(hub: Hub) -> Iterator[PageSpec]:
    """For each vocabulary that the hub has a page that lists its words, and a page a word."""
    browses = browses_of(hub.catalog, hub.language)
    members = _members(hub.catalog, browses)
    for browse in browses:
        yield from _pages(hub, browse, members[browse.vocabulary])


def _members(catalog: Catalog, browses: Iterable[Browse]) -> Mapping[str, Members]:
    """In one pass over the items: which items use which word."""
    members: dict[str, dict[str, list[Item]]] = {browse.vocabulary: defaultdict(list) for browse in browses}
    for item in catalog.items.values():
        for name, found in members.items():
            for word in dict.fromkeys(item.common.terms.get(name, ())):
                found[word].append(item)
    return {name: {word: tuple(items) for word, items in words.items()} for name, words in members.items()}


def _pages(hub: Hub, browse: Browse, members: Members) -> Iterator[PageSpec]:
    entries = hub.catalog.vocabularies[browse.vocabulary]
    shown = [entry for id_, entry in entries.items() if members.get(id_) or browse.vocabulary == "levels"]
    terms = tuple(
        Term(f"{browse.vocabulary}/{entry.id}/", entry.name, len(members.get(entry.id, ())), entry.description or "")
        for entry in shown
    )
    view = TermsView(browse.lead, terms)
    yield PageSpec(
        url=f"{browse.vocabulary}/", title=browse.title, description=browse.lead, view=view,
        crumbs=(hub.home(),), facets=hub.overview(), is_list=True,
    )  # fmt: skip
    plan = _due_next(hub) if browse.vocabulary == "levels" else None
    links = [Crumb(entry.name, f"{browse.vocabulary}/{entry.id}/") for entry in shown]
    for number, entry in enumerate(shown):
        groups = hub.by_kind(members.get(entry.id, ()))
        yield PageSpec(
            url=links[number].url, title=entry.name,
            description=hub._(mark("Everything about {name}.")).format(name=entry.name),
            view=_term(entry, groups, plan),
            crumbs=(hub.home(), Crumb(browse.title, f"{browse.vocabulary}/")),
            previous=links[number - 1] if number else None,
            next=links[number + 1] if number + 1 < len(links) else None,
            facets=hub.overview(),
        )  # fmt: skip


def _due_next(hub: Hub) -> DueNext | None:
    """None without a plan, or when nothing of it is due any more."""
    context, day = hub.context, hub.catalog.day
    spans = hub.catalog.rollup(PLANS, "")
    plan = plan_of(spans, day)
    item = next((item for item in hub.catalog.items.values() if plan and item.url == plan.url), None)
    if item is None:
        return None
    found = [one for one in deadlines(context.offered(item, Phase)) if one.activity.due >= day]
    names = {id_: entry.name for id_, entry in hub.catalog.vocabularies["roles"].items()}
    return DueNext(item.common.title, item.url, tuple(by_role(found, names)), day) if found else None


def _term(entry: Entry, groups: tuple[Group, ...], plan: DueNext | None) -> TermView:
    function = entry if isinstance(entry, FunctionEntry) else None
    return TermView(
        name=entry.name, description=entry.description or "",
        label=function.label if function else "", former_labels=function.former_labels if function else (),
        source=(entry.source or "") if isinstance(entry, SubjectEntry) else "",
        next_step=(entry.next_step or "") if isinstance(entry, LevelEntry) else "", groups=groups,
        plan=plan,
    )  # fmt: skip
