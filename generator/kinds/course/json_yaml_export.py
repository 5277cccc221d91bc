"""A course as JSON and as YAML, field by field."""

from __future__ import annotations

import re

import yaml

from generator.kinds.course.model import Course
from generator.kinds.course.summary import CourseItem
from generator.model.catalog import Catalog
from generator.model.settings import Settings
from generator.model.vocabulary import GradeEntry, LicenceEntry
from generator.model.vocabulary_ranges import grades_in_short, span_of_ids

FORMAT = "training-hub course 1"
"""Changes when a field changes its meaning or goes; new fields may come at any time."""
_COMMENT = re.compile(rb"(?:^|[ \t\r]|\xef\xbb\xbf)#", re.MULTILINE)
"""What may begin a comment; in a long text it does not, which costs no more than to write the file anew."""


def api_url(id_: str) -> str:
    """Where the JSON of a course stands on the site."""
    return f"api/v1/courses/{id_}.json"


def as_data(course: Course) -> dict[str, object]:
    """Every field that was given, as JSON values: dates as `2026-11-24`, minutes as numbers."""
    return course.model_dump(mode="json", exclude_defaults=True)


def as_json(item: CourseItem, catalog: Catalog, settings: Settings) -> dict[str, object]:
    """The file of one course in the interface for machines, described in the README."""
    course = item.model
    licence = catalog.entries(LicenceEntry).get(course.licence)
    return {
        "format": FORMAT,
        "id": item.id,
        "url": item.url,
        "hash": item.summary.fingerprint,
        "course": as_data(course),
        "names": {
            "subjects": catalog.names("subjects", course.subjects),
            "grades": span_of_ids(course.grades, catalog.entries(GradeEntry)),
            "grades_in_words": grades_in_short(course.grades, catalog.entries(GradeEntry)),
            "licence": catalog.name("licences", course.licence),
            "licence_url": str(licence.url) if licence and licence.url else "",
            "school": catalog.name("schools", course.author.school),
            "creator": creator(course, catalog),
            "level": catalog.name("levels", course.level) if course.level else "",
        },
        "counts": counts(item, catalog),
        "source": {
            "site": settings.site_name,
            "organisation": settings.organisation,
            "address": f"{settings.site_url}{item.url}" if settings.site_url else "",
        },
        "share": settings.shares_to,
    }


def creator(course: Course, catalog: Catalog) -> str:
    """Who made it: somebody outside the hub, or the school."""
    return course.author.made_by.name if course.author.made_by else catalog.name("schools", course.author.school)


def counts(item: CourseItem, catalog: Catalog) -> dict[str, int]:
    """How many have adapted the course, and how many tell of it."""
    copies = [use for use in catalog.uses.get(("course", item.id), ()) if use.field == ("based_on", "course")]
    return {"copies": len(copies), "experiences": len(item.summary.experienced)}


def as_published(written: bytes, item: CourseItem) -> bytes:
    """The file of a course to download, without comments: they are for those who work on it, and may name people."""
    return written if _COMMENT.search(written) is None else as_yaml(as_data(item.model)).encode()


def as_yaml(data: dict[str, object]) -> str:
    """The YAML of a content file, as the strict dialect reads it: no anchors, long texts as blocks."""
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002  # PyYAML's own name
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)
