"""A known problem or a planned outage as it is told on the pages that it touches.

A kind gives it as what is `shown` of its items; the pages of what they name tell it, where they name a place there too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from generator.model.catalog import Catalog, Item, ItemKey, Use

Weight = Literal["stop", "nuisance", "note"]
WEIGHTS: tuple[Weight, ...] = ("stop", "nuisance", "note")
"""The heaviest first."""
_FIELD = ("affects",)
"""Under which an item names what is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What pages may say of a problem beside its title; of one that is over, no more than when it was solved."""

    weight: Weight
    opened: date
    solved: date | None = None
    is_current: bool = True
    """Whether it still is one: what is solved or closed is told nowhere."""
    advice: str = ""
    """What people can do until it is solved, as rich text."""
    decision: str = ""
    """What was decided, as rich text."""
    planned: tuple[datetime, datetime] | None = None
    """Local times from which and to which something is planned."""
    devices: tuple[str, ...] = ()
    """The devices that it is limited to; () for any."""
    schools: tuple[str, ...] = ()
    """Ids of the schools that it is limited to; () for all."""
    functions: tuple[str, ...] = ()
    """Ids of the platform functions through which it is seen."""
    links: tuple[ItemKey, ...] = ()
    """What `advice` and `decision` link to."""

    @property
    def eve(self) -> date:
        """The last day on which what is planned has not begun."""
        return eve_of(self.planned[0]) if self.planned else date.min


@dataclass(frozen=True, slots=True)
class Told:
    """A notice on a page."""

    notice: Notice
    title: str
    url: str
    """The problem's own page, relative to the site's root."""
    anchor: str
    """The place on the page that it is about; "" for the whole."""
    function: str
    """The id of the function through which the page is touched; "" when the page itself is named."""
    is_over: bool = False
    """Whether what was planned lies before the hub's day."""
    is_ahead: bool = False
    """Whether it lies after it."""


def notice_of(item: Item) -> Notice | None:
    """What an item of any kind wants told on other pages; None for nearly all."""
    return item.common.shown if isinstance(item.common.shown, Notice) else None


def tells(use: Use, catalog: Catalog) -> bool:
    """Whether one item points to another to say that something is wrong with it."""
    source = catalog.items.get(use.source)
    return use.field[:1] == _FIELD and source is not None and notice_of(source) is not None


def stops(told: Told) -> bool:
    """Whether the page cannot be followed: what is planned can be until then, and what only shares a word may be."""
    return told.notice.weight == "stop" and not told.notice.planned and not told.function


def is_stopped(item: Item, catalog: Catalog) -> bool:
    """Whether lists warn of it."""
    return any(map(stops, _named(item, catalog, date.min)))


def told_on(item: Item, catalog: Catalog, day: date) -> tuple[Told, ...]:
    """What is told on the pages of an item: the heaviest first, what is named before what is only touched."""
    found = dict.fromkeys((*_named(item, catalog, day), *_touched(item, catalog, day)))
    return tuple(sorted(found, key=_rank))


def _named(item: Item, catalog: Catalog, day: date) -> Iterator[Told]:
    for use in catalog.uses.get((item.kind, item.id), ()):
        source = catalog.items.get(use.source)
        notice = notice_of(source) if source and use.field[:1] == _FIELD else None
        if source and notice and notice.is_current:
            yield Told(notice, source.common.title, source.url, use.anchor, "", *_when(notice, day))


def _touched(item: Item, catalog: Catalog, day: date) -> Iterator[Told]:
    """Those that name the item as well are told already."""
    named = {use.source for use in catalog.uses.get((item.kind, item.id), ())}
    words = {id_ for vocabulary, id_ in item.common.mentioned if vocabulary == "functions"}
    for source in catalog.seen_from(item):
        notice = notice_of(source)
        if notice and (source.kind, source.id) not in named:
            function = next((id_ for id_ in notice.functions if id_ in words), "")
            yield Told(notice, source.common.title, source.url, "", function, *_when(notice, day))


def eve_of(start: datetime) -> date:
    """The last day on which what begins then has not begun."""
    return start.date() - timedelta(days=1)


def _when(notice: Notice, day: date) -> tuple[bool, bool]:
    """Whether what is planned is over, and whether it is still to come."""
    if notice.planned is None:
        return False, False
    start, end = notice.planned
    return end.date() < day, day < start.date()


def _rank(told: Told) -> tuple[bool, int, int, str, str]:
    notice = told.notice
    return bool(told.function), WEIGHTS.index(notice.weight), -notice.opened.toordinal(), told.title, told.anchor
