"""What there is to edit: drafts, what has mistakes, what nobody has tried for long, by kind and by words of a title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from generator.authoring.stale import overdue_in
from generator.content.loader import load_one
from generator.desk.desk import Desk
from generator.desk.item_titles import ANY, Titles, titles_of
from generator.i18n.language import mark
from generator.problems.problem import Severity

_MONTHS = 12
"""After so many, something that is tried by hand is overdue, as `hub check --stale` says it."""
_MOST = 300
"""Lines on one page."""
_OFFERED = 3000
"""Titles that are sent with a form; others can be written in full."""
TABS = {
    "": mark("Everything"),
    "drafts": mark("Drafts"),
    "mistakes": mark("With mistakes"),
    "overdue": mark("Not tried for long"),
}
_NOTHING = {
    "": mark("Nothing fits. Search for something else, or write something new."),
    "drafts": mark("There are no drafts."),
    "mistakes": mark("Nothing has mistakes."),
    "overdue": mark("Everything has been tried of late."),
}
_WRITTEN_ELSEWHERE = frozenset({"digest"})


@dataclass(frozen=True, slots=True)
class Line:
    """A document, readable or not."""

    kind: str
    kind_name: str
    id: str
    title: str
    updated: str
    is_draft: bool
    errors: int
    is_overdue: bool

    def is_in(self, show: str) -> bool:
        return {"drafts": self.is_draft, "mistakes": self.errors > 0, "overdue": self.is_overdue}.get(show, True)


@dataclass(frozen=True, slots=True)
class Tab:
    label: str
    count: int
    query: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class KindName:
    name: str
    singular: str
    plural: str
    is_new: bool
    """Whether one can be begun here."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One view of what there is."""

    kinds: tuple[KindName, ...]
    query: str
    kind: str
    show: str
    tabs: tuple[Tab, ...]
    lines: tuple[Line, ...]
    total: int
    nothing: str


def listing(desk: Desk, query: str, kind: str, show: str) -> Listing:
    """What fits words of a title, a kind ("" is any) and a tab."""
    _ = desk.spoken.gettext
    show = show if show in TABS else ""
    every = sorted(lines(desk), key=lambda line: desk.spoken.sort_key(line.title))
    wanted = query.casefold().split()
    fitting = [
        line for line in every
        if kind in ("", line.kind) and all(word in line.title.casefold() or word in line.id for word in wanted)
    ]  # fmt: skip
    tabs = tuple(
        Tab(_(label), sum(line.is_in(name) for line in fitting), _query(query, kind, name), name == show)
        for name, label in TABS.items()
    )
    chosen = tuple(line for line in fitting if line.is_in(show))[:_MOST]
    return Listing(kinds(desk), query, kind, show, tabs, chosen, len(every), _(_NOTHING[show]))


def kinds(desk: Desk) -> tuple[KindName, ...]:
    _ = desk.spoken.gettext
    return tuple(
        KindName(one.name, _(one.singular), _(one.plural), one.name not in _WRITTEN_ELSEWHERE)
        for one in desk.kinds.values()
    )


def _query(query: str, kind: str, show: str) -> str:
    return urlencode({name: value for name, value in (("q", query), ("kind", kind), ("show", show)) if value})


def lines(desk: Desk) -> Iterator[Line]:
    """Every content file."""
    checked = desk.checked()
    errors = Counter(one.span.file for one in checked.problems if one.severity is Severity.ERROR)
    overdue = {one.path for one in overdue_in(checked.hub, today=desk.today(), months=_MONTHS)}
    known = {one.path: one for one in checked.listed}
    for kind in desk.kinds.values():
        for file in sorted(desk.folder(kind).glob("*.yml")):
            path = f"{desk.settings.content}/{kind.folder}/{file.name}"
            item = checked.catalog.items.get((kind.name, file.stem))
            title = item.common.title if item else _title(desk.root, path, kind.name) or file.stem
            updated = desk.spoken.date(item.common.updated) if item else ""
            is_draft = path in known and known[path].is_draft
            name = desk.spoken.gettext(kind.singular)
            yield Line(kind.name, name, file.stem, title, updated, is_draft, errors[path], path in overdue)


def _title(root: Path, path: str, kind: str) -> str:
    document, _ = load_one(root, path, kind=kind)
    title = document.value.get("title") if document else None
    return title if isinstance(title, str) else ""


def titles(desk: Desk) -> Titles:
    """Of all that fields can name, by kind, and of all kinds together with the kind before each."""
    found: dict[str, list[tuple[str, str]]] = {ANY: []}
    for name, kind in desk.kinds.items():
        word = desk.spoken.gettext(kind.singular)
        found[name] = [(one.id, one.common.title) for one in desk.checked().catalog.of_kind(name)]
        found[ANY] += ((f"{name}:{id_}", f"{word}: {title}") for id_, title in found[name])
    return titles_of(found)


def offered(titles: Titles) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Titles to choose among while somebody types, by kind; no more than a browser can show."""
    return tuple(
        ("all" if kind == ANY else kind, tuple(known.values())[:_OFFERED]) for kind, known in titles.by_kind.items()
    )
