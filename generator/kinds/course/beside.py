"""What stands beside the page of a course: comparisons, overviews, data for machines and for the browser."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial
from types import SimpleNamespace
from typing import Any

from generator.catalog import Catalog, Item
from generator.kinds.course.browse import browser_files
from generator.kinds.course.comparison import compare, totals
from generator.kinds.course.coverage import coverage_pages
from generator.kinds.course.exchange import api_url, as_json, counts, fingerprint
from generator.kinds.course.family import source_of
from generator.kinds.course.model import Course
from generator.kinds.course.page import facts
from generator.language import Language, mark
from generator.page import Crumb, Export, PageSpec
from generator.settings import Settings

COMPARISON = "compare/"
MY_COPIES = "courses/my-copies/"


def traits(course: Course) -> Iterator[tuple[str, str]]:
    """What makes two courses alike."""
    for goal in course.goals:
        if goal.framework:
            yield "goal", f"{goal.framework.id}@{goal.framework.version}#{goal.framework.goal}"
    for subject in course.subjects:
        for grade in course.grades:
            yield "subject-grade", f"{subject} {grade}"
    for subject in course.subjects:
        yield "subject", subject
    for function in course.functions:
        yield "function", function


def subpages(item: Item, catalog: Catalog, language: Language) -> Iterator[PageSpec]:
    """The comparison of an adapted copy with its source."""
    source = source_of(item, catalog)
    if source is None:
        return
    sections = compare(source.model, item.model, catalog, language)
    title = language.gettext(mark("What was changed")).format(title=item.model.title)
    yield PageSpec(
        url=f"{item.url}{COMPARISON}", title=title,
        description=language.gettext(mark("“{copy}” compared with “{source}”.")).format(
            copy=item.model.title, source=source.model.title
        ),
        template="course/comparison.html", section="courses",
        view=SimpleNamespace(
            source=Crumb(source.model.title, source.url), copy=Crumb(item.model.title, item.url),
            sections=sections, totals=tuple(totals(sections)), based_on=item.model.based_on,
        ),
        crumbs=(
            Crumb(language.gettext("Front page"), ""), Crumb(language.gettext("Courses"), "courses/"),
            Crumb(item.model.title, item.url),
        ),
        searchable=False,
    )  # fmt: skip


def overviews(items: Sequence[Item], catalog: Catalog, language: Language) -> Iterator[PageSpec]:
    """What there is by subject and grade, and the visitor's own copies."""
    yield from coverage_pages(items, catalog, language)
    lead = language.gettext(
        mark("The courses that you have fitted to your own classes. They are kept in this browser only.")
    )
    yield PageSpec(
        url=MY_COPIES, title=language.gettext(mark("My copies")), description=lead,
        template="course/my-copies.html", section="courses", view=SimpleNamespace(lead=lead),
        crumbs=(Crumb(language.gettext("Front page"), ""), Crumb(language.gettext("Courses"), "courses/")),
        searchable=False,
    )  # fmt: skip


def exports(items: Sequence[Item], catalog: Catalog, language: Language, settings: Settings) -> Iterator[Export]:
    """The interface for machines, version 1, and the files of the course browser."""
    for item in items:
        yield Export(api_url(item.id), partial(_course_json, item, catalog, settings))
    yield Export("api/v1/courses.json", partial(_courses_json, items, catalog))
    yield Export("api/v1/holidays.json", _json([
        {"name": entry.name, "first": entry.first.isoformat(), "last": entry.last.isoformat()}
        for entry in catalog.vocabularies["holidays"].values()
    ]))  # fmt: skip
    yield from browser_files(items, catalog, language, facts)


def _course_json(item: Item, catalog: Catalog, settings: Settings) -> bytes:
    return _json(as_json(item, catalog, settings))


def _courses_json(items: Sequence[Item], catalog: Catalog) -> bytes:
    return _json({"format": "training-hub courses 1", "courses": [_short(item, catalog) for item in items]})


def _short(item: Item, catalog: Catalog) -> dict[str, Any]:
    """What the list of all courses says of one."""
    course: Course = item.model
    return {
        "id": item.id, "url": item.url, "json": api_url(item.id), "hash": fingerprint(course), "title": course.title,
        "summary": course.summary, "subjects": course.subjects, "grades": course.grades,
        "school": course.author.school, "licence": course.licence, "version": course.version,
        "updated": course.updated.isoformat(), "lessons": len(course.lessons),
        "based_on": course.based_on.course if course.based_on else None, "counts": counts(item, catalog),
    }  # fmt: skip


def _json(value: Any) -> bytes:
    # Without indentation the encoder is the fast one, and the file a third smaller.
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
