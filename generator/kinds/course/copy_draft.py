"""A copy of a course for another school, with its provenance filled in."""

from __future__ import annotations

from datetime import date
from typing import cast

from generator.kinds.course.fingerprint import fingerprint
from generator.kinds.course.json_yaml_export import as_data, as_yaml, creator
from generator.kinds.course.summary import CourseItem
from generator.model.catalog import Catalog, nearest
from generator.model.vocabulary import LicenceEntry, SchoolEntry
from generator.problems.problem import HubError

_LEFT_BEHIND = ("experiences", "redirect_from", "based_on")
"""Fields that belong to the source alone."""


def copy_text(item: CourseItem, catalog: Catalog, *, school: str, today: date) -> str:
    """The YAML of a draft that adapts `item`. HubError when the licence forbids it or the school is unknown."""
    course = item.model
    licence = catalog.entries(LicenceEntry).get(course.licence)
    if licence and not licence.adaptations:
        raise HubError(
            "The licence of “{course}”, {licence}, does not allow adapted copies.",
            "Ask the author for another licence, or link to the course instead of adapting it.",
            course=item.id, licence=licence.name,
        )  # fmt: skip
    schools = catalog.entries(SchoolEntry)
    if school not in schools:
        raise HubError(
            "There is no [place] called “{school}” in vocabulary/schools.yml.", "Nearest: {nearest}.",
            school=school, nearest=nearest(school, schools),
        )  # fmt: skip
    data = {name: value for name, value in as_data(course).items() if name not in _LEFT_BEHIND}
    own: dict[str, object] = {
        "status": "draft",
        "published": today.isoformat(),
        "updated": today.isoformat(),
        "version": "1.0",
        "author": {"school": school, "role": course.author.role},
    }
    return as_yaml({**data, **own, "based_on": _source(item, catalog)})


def _source(item: CourseItem, catalog: Catalog) -> dict[str, str]:
    course = item.model
    return {
        "course": item.id,
        "title": course.title,
        "version": course.version,
        "hash": fingerprint(course),
        "creator": creator(course, catalog),
        "licence": course.licence,
    }


def published_course(catalog: Catalog, id_: str) -> CourseItem:
    """HubError when there is no published course with this id."""
    if ("course", id_) not in catalog.items:
        near = nearest(id_, [item.id for item in catalog.of_kind("course")])
        raise HubError("There is no published course called “{id}”.", "Nearest: {nearest}.", id=id_, nearest=near)
    return cast(CourseItem, catalog.items["course", id_])  # what is under a kind's name is of that kind
