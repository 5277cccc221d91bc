"""Where a course comes from and who adapted it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from generator.kinds.course.json_yaml_export import creator
from generator.kinds.course.model import BasedOn
from generator.kinds.course.summary import CourseItem
from generator.model.catalog import Catalog
from generator.model.lineage import MOST_RELATIVES, MOST_SOURCES


@dataclass(frozen=True, slots=True)
class Relative:
    """A course in a family tree."""

    id: str
    """"" when the course is not in this hub."""
    url: str
    title: str
    school: str
    changes: str
    """What its author says was changed."""
    is_self: bool
    compared: bool
    """Whether a page compares it with its source."""
    copies: tuple[Relative, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """The family of a course, from the first source that is known; of a large one the nearest."""

    root: Relative
    size: int
    """How many courses, sources elsewhere included."""
    is_large: bool
    """Whether there may be more than are shown here."""
    source_changed: bool
    """The source says something else now than when the copy was made."""
    source_gone: bool
    """The source was in this hub once and is not any more."""


def copies_of(id_: str, catalog: Catalog) -> tuple[CourseItem, ...]:
    """The courses that say they adapt this one."""
    uses = catalog.uses.get(("course", id_), ())
    return tuple(_course(catalog, use.source[1]) for use in uses if use.field == ("based_on", "course"))


def source_of(item: CourseItem, catalog: Catalog) -> CourseItem | None:
    """The course in this hub that it adapts."""
    source = item.common.source
    return _course(catalog, source) if source and ("course", source) in catalog.items else None


def _course(catalog: Catalog, id_: str) -> CourseItem:
    """What is found under a kind's name is of that kind."""
    return cast(CourseItem, catalog.items["course", id_])


def family(item: CourseItem, catalog: Catalog) -> Family | None:
    """None when the course has neither source nor copies."""
    source: BasedOn | None = item.model.based_on
    if source is None and not copies_of(item.id, catalog):
        return None
    top, seen = item, {item.id}
    while (above := source_of(top, catalog)) and above.id not in seen and len(seen) <= MOST_SOURCES:
        seen.add(above.id)
        top = above
    root = _relative(top, catalog, item.id, frozenset())
    if above and above.id not in seen:  # further up than pages read
        root = Relative(above.id, above.url, above.common.title, "", "", False, False, (root,))
    elif top.model.based_on:
        elsewhere = top.model.based_on
        root = Relative("", elsewhere.url or "", elsewhere.title, elsewhere.creator, "", False, False, (root,))
    known = source_of(item, catalog)
    changed = bool(known and source and source.hash and source.hash != known.summary.fingerprint)
    size = _size(root)
    is_large = size >= MOST_RELATIVES or len(seen) > MOST_SOURCES
    return Family(root, size, is_large, changed, bool(source and source.course and not known))


def _relative(item: CourseItem, catalog: Catalog, own: str, above: frozenset[str]) -> Relative:
    course = item.model
    below = above | {item.id}
    return Relative(
        item.id, item.url, course.title, creator(course, catalog),
        (course.based_on.changes or "") if course.based_on else "", item.id == own,
        source_of(item, catalog) is not None,
        tuple(_relative(copy, catalog, own, below) for copy in copies_of(item.id, catalog) if copy.id not in below),
    )  # fmt: skip


def _size(relative: Relative) -> int:
    return 1 + sum(map(_size, relative.copies))
