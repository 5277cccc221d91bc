"""What stands beside the page of a course: comparisons, overviews, data for machines and for the browser."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from pydantic_core import to_json

from generator.i18n.language import mark
from generator.kinds.course.browse import browser_files
from generator.kinds.course.copy_diff import Section, compare
from generator.kinds.course.coverage import coverage_pages
from generator.kinds.course.extent import lesson_count
from generator.kinds.course.family import source_of
from generator.kinds.course.json_yaml_export import api_url, as_json, as_published, counts
from generator.kinds.course.model import BasedOn
from generator.kinds.course.summary import CourseItem
from generator.model.context import Context
from generator.model.page import Crumb, Export, PageSpec
from generator.model.view import View
from generator.model.vocabulary import HolidayEntry

COMPARISON = "compare/"
MY_COPIES = "courses/my-copies/"


@dataclass(frozen=True, slots=True)
class ComparisonView(View):
    """What an adapted copy changed."""

    template: ClassVar[str] = "course/comparison.html"
    source: Crumb
    copy: Crumb
    sections: tuple[Section, ...]
    based_on: BasedOn


@dataclass(frozen=True, slots=True)
class MyCopiesView(View):
    """The visitor's own copies, which a script fills in."""

    template: ClassVar[str] = "course/my-copies.html"
    lead: str


def subpage_urls(item: CourseItem, context: Context) -> tuple[str, ...]:
    return (f"{item.url}{COMPARISON}",) if source_of(item, context.catalog) else ()


def subpages(item: CourseItem, context: Context) -> Iterator[PageSpec]:
    """The comparison of an adapted copy with its source."""
    of, based_on = source_of(item, context.catalog), item.model.based_on
    if of is None or based_on is None:
        return
    yield PageSpec(
        url=f"{item.url}{COMPARISON}",
        title=context._(mark("What was changed")).format(title=item.common.title),
        description=context._(mark("“{copy}” compared with “{source}”.")).format(
            copy=item.common.title, source=of.common.title
        ),
        section="courses",
        view=ComparisonView(
            source=Crumb(of.common.title, of.url), copy=Crumb(item.common.title, item.url),
            sections=compare(of.model, item.model, context.catalog, context.language), based_on=based_on,
        ),
        crumbs=context.crumbs(item), searchable=False,
    )  # fmt: skip


def overviews(items: Sequence[CourseItem], context: Context) -> Iterator[PageSpec]:
    """What there is by subject and grade, and the visitor's own copies."""
    yield from coverage_pages(items, context)
    lead = context._(mark("The courses that you have fitted to your own [groups]. They are kept in this browser only."))
    yield PageSpec(
        url=MY_COPIES, title=context._(mark("My copies")), description=lead, section="courses",
        view=MyCopiesView(lead), crumbs=(context.home(), Crumb(context._("Courses"), "courses/")), is_list=True,
    )  # fmt: skip


def files(item: CourseItem, context: Context) -> Iterator[Export]:
    """The course for machines, version 1, and as the file to copy."""
    yield Export(api_url(item.id), _json(as_json(item, context.catalog, context.settings)))
    yield Export(f"{item.url}{item.id}.yml", as_published(context.catalog.read(item, f"{item.id}.yml"), item))


def exports(items: Sequence[CourseItem], context: Context) -> Iterator[Export]:
    """The interface for machines, version 1, and the files of the course browser."""
    catalog = context.catalog
    yield Export("api/v1/courses.json", partial(_courses_json, items, context))
    yield Export("api/v1/holidays.json", _json([
        {"name": entry.name, "first": entry.first.isoformat(), "last": entry.last.isoformat()}
        for entry in catalog.entries(HolidayEntry).values()
    ]))  # fmt: skip
    yield from browser_files(items, context)


def _courses_json(items: Sequence[CourseItem], context: Context) -> bytes:
    return _json({"format": "training-hub courses 1", "courses": [_short(item, context) for item in items]})


def _short(item: CourseItem, context: Context) -> dict[str, object]:
    """What the list of all courses says of one."""
    common, summary = item.common, item.summary
    return {
        "id": item.id, "url": item.url, "json": api_url(item.id), "hash": summary.fingerprint, "title": common.title,
        "summary": common.summary, "subjects": common.terms.get("subjects", ()),
        "grades": common.terms.get("grades", ()), "tags": _tags(item, context),
        "school": summary.school, "licence": summary.licence, "version": summary.version,
        "updated": common.updated.isoformat(),
        "lessons": lesson_count(summary.minutes, context.settings.lesson_minutes), "minutes": summary.minutes,
        "based_on": common.source, "counts": counts(item, context.catalog),
    }  # fmt: skip


def _tags(item: CourseItem, context: Context) -> list[str]:
    """As the file names them: `professions:nurse`."""
    return [f"{name}:{id_}" for name in context.catalog.own for id_ in item.common.terms.get(name, ())]


def _json(value: object) -> bytes:
    # Without indentation the file is a third smaller.
    return to_json(value) + b"\n"
