"""The desk's page on what search does not find: titles and headings that nobody reaches by their own words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.authoring.findability import Findable, findable, index_of
from generator.desk.desk import Desk


@dataclass(frozen=True, slots=True)
class Lost:
    """A title or a heading that no likely query reaches."""

    path: str
    """Of the form that it stands in, seen from the desk's own address."""
    said: str
    title: str
    """Of the document, where it is a heading of it."""
    kind_name: str


@dataclass(frozen=True, slots=True)
class FindableView:
    """What search does not find of all that is published."""

    count: int
    """Documents that were looked for."""
    titles: tuple[Lost, ...]
    headings: tuple[Lost, ...]


def lost(desk: Desk, site: Path) -> FindableView:
    """As the site built last is searched. HubError when there is none."""
    index = index_of(site, desk.settings.language)
    found = tuple(findable(desk.checked().hub, index))
    return FindableView(
        count=len(found),
        titles=tuple(_lost(desk, one, one.title, "") for one in found if not one.is_found),
        headings=tuple(_lost(desk, one, heading, one.title) for one in found for heading in one.lost),
    )


def _lost(desk: Desk, one: Findable, said: str, title: str) -> Lost:
    return Lost(f"{one.kind}/{one.id}", said, title, desk.spoken.gettext(desk.kinds[one.kind].singular))
