"""What stands beside the page of a course: comparisons, overviews, data for machines and for the browser."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from types import SimpleNamespace
from typing import Any

from pydantic_core import to_json

from generator.i18n.language import Language, mark
from generator.kinds.course.browse import browser_files
from generator.kinds.course.comparison import compare, totals
from generator.kinds.course.coverage import coverage_pages
from generator.kinds.course.exchange import api_url, as_json, counts
from generator.kinds.course.family import source_of
from generator.kinds.course.model import Course
from generator.model.catalog import Catalog, Item
from generator.model.page import Crumb, Export, PageSpec
from generator.model.settings import Settings

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


def source(course: Course) -> str | None:
    return course.based_on.course if course.based_on else None


def below(item: Item, catalog: Catalog) -> tuple[str, ...]:
    return (f"{item.url}{COMPARISON}",) if source_of(item, catalog) else ()


def subpages(item: Item, catalog: Catalog, language: Language) -> Iterator[PageSpec]:
    """The comparison of an adapted copy with its source."""
    of = source_of(item, catalog)
    if of is None:
        return
    sections = compare(of.model, item.model, catalog, language)
    title = language.gettext(mark("What was changed")).format(title=item.brief.title)
    yield PageSpec(
        url=f"{item.url}{COMPARISON}", title=title,
        description=language.gettext(mark("“{copy}” compared with “{source}”.")).format(
            copy=item.brief.title, source=of.brief.title
        ),
        template="course/comparison.html", section="courses",
        view=SimpleNamespace(
            source=Crumb(of.brief.title, of.url), copy=Crumb(item.brief.title, item.url),
            sections=sections, totals=tuple(totals(sections)), based_on=item.model.based_on,
        ),
        crumbs=(
            Crumb(language.gettext("Front page"), ""), Crumb(language.gettext("Courses"), "courses/"),
            Crumb(item.brief.title, item.url),
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


def files(item: Item, catalog: Catalog, settings: Settings) -> Iterator[Export]:
    """The course for machines, version 1, and as the file to copy."""
    yield Export(api_url(item.id), _json(as_json(item, catalog, settings)))
    yield Export(f"{item.url}{item.id}.yml", catalog.read(item, f"{item.id}.yml"))


def exports(items: Sequence[Item], catalog: Catalog, language: Language) -> Iterator[Export]:
    """The interface for machines, version 1, and the files of the course browser."""
    yield Export("api/v1/courses.json", partial(_courses_json, items, catalog))
    yield Export("api/v1/holidays.json", _json([
        {"name": entry.name, "first": entry.first.isoformat(), "last": entry.last.isoformat()}
        for entry in catalog.vocabularies["holidays"].values()
    ]))  # fmt: skip
    yield from browser_files(items, catalog, language)


def _courses_json(items: Sequence[Item], catalog: Catalog) -> bytes:
    return _json({"format": "training-hub courses 1", "courses": [_short(item, catalog) for item in items]})


def _short(item: Item, catalog: Catalog) -> dict[str, Any]:
    """What the list of all courses says of one."""
    brief, own = item.brief, item.brief.own
    return {
        "id": item.id, "url": item.url, "json": api_url(item.id), "hash": own.fingerprint, "title": brief.title,
        "summary": brief.summary, "subjects": brief.words["subjects"], "grades": brief.words["grades"],
        "school": own.school, "licence": own.licence, "version": own.version,
        "updated": brief.updated.isoformat(), "lessons": own.lessons,
        "based_on": brief.source, "counts": counts(item, catalog),
    }  # fmt: skip


def _json(value: Any) -> bytes:
    # Without indentation the file is a third smaller.
    return to_json(value) + b"\n"
