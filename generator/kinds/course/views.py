"""What the pages of a course show, and its machine-readable description."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from generator.kinds.course.extent import lesson_count, total_minutes
from generator.kinds.course.family import Family, family
from generator.kinds.course.json_yaml_export import api_url, creator
from generator.kinds.course.model import BasedOn, Course, Goal, Lesson, Sheet
from generator.kinds.course.summary import CourseItem
from generator.kinds.course.timebar import Stretch, timebar
from generator.model.browse import browses_of
from generator.model.catalog import Catalog
from generator.model.context import Context
from generator.model.page import Crumb
from generator.model.rollup import FUNCTION_GUIDES, SHARES, Leads, SchoolShare
from generator.model.view import Index, View
from generator.model.vocabulary import FrameworkEntry, LicenceEntry


@dataclass(frozen=True, slots=True)
class Meeting:
    """One of the times that a course meets."""

    title: str
    minutes: int
    groupings: tuple[str, ...]
    """Who works with whom, each once, in order; empty where an activity does not say."""
    language: str | None
    """Of the title, when that is not the course's."""


@dataclass(frozen=True, slots=True)
class CourseView(View):
    """The page of a course."""

    template: ClassVar[str] = "course/page.html"
    item: Course
    id: str
    lesson_count: int
    """As many lessons as the hub counts its minutes for; 0 where it counts none."""
    lesson_minutes: int
    minutes: int
    """In all."""
    has_signs: bool
    """Whether any goal has signs."""
    optional: int
    """Sessions that can be left out."""
    strip: tuple[Meeting, ...]
    """All that it meets for, at a glance."""
    timebars: tuple[tuple[Stretch, ...], ...]
    """How each lesson's time is shared; empty where that is not known."""
    groupings: tuple[str, ...]
    """Whose colours the bars have; pairs have that of groups."""
    sheets: tuple[tuple[tuple[int, Sheet], ...], ...]
    """The sheets of each lesson, with their numbers in the course."""
    family: Family | None
    yaml_url: str
    api_url: str
    fingerprint: str
    may_adapt: bool
    share: SchoolShare
    """What its school has shared."""
    function_guides: tuple[Leads, ...]
    """The guides to the functions that it uses."""


@dataclass(frozen=True, slots=True)
class CourseIndexView(View):
    """All courses, with the ways to browse them."""

    template: ClassVar[str] = "course/index.html"
    index: Index
    browses: tuple[Crumb, ...]


def view(item: CourseItem, context: Context) -> CourseView:
    course, catalog = item.model, context.catalog
    licence, lesson = catalog.entries(LicenceEntry).get(course.licence), context.settings.lesson_minutes
    return CourseView(
        item=course, id=item.id, lesson_count=lesson_count(item.summary.minutes, lesson), lesson_minutes=lesson,
        minutes=item.summary.minutes, has_signs=any(goal.signs for goal in course.goals),
        optional=sum(lesson.optional for lesson in course.lessons),
        strip=tuple(map(_meeting, course.lessons)), timebars=tuple(timebar(lesson) for lesson in course.lessons),
        groupings=tuple(_colours(map(timebar, course.lessons))),
        sheets=tuple(_sheets(course, number) for number, _ in enumerate(course.lessons, 1)),
        family=family(item, catalog), yaml_url=f"{item.url}{item.id}.yml", api_url=api_url(item.id),
        fingerprint=item.summary.fingerprint, may_adapt=licence is None or licence.adaptations,
        share=catalog.rollup(SHARES, item.summary.school), function_guides=tuple(_guides(course, catalog)),
    )  # fmt: skip


def _meeting(lesson: Lesson) -> Meeting:
    groupings = [activity.grouping for activity in lesson.activities if activity.grouping]
    known = dict.fromkeys(groupings) if len(groupings) == len(lesson.activities) else ()
    return Meeting(lesson.title, lesson.minutes, tuple(known), lesson.language)


def _colours(bars: Iterable[Iterable[Stretch]]) -> Iterator[str]:
    used = {"group" if one.grouping == "pair" else one.grouping for bar in bars for one in bar}
    return (grouping for grouping in ("whole", "group", "alone", "unsaid") if grouping in used)


def _sheets(course: Course, lesson: int) -> tuple[tuple[int, Sheet], ...]:
    return tuple((number, sheet) for number, sheet in enumerate(course.sheets, 1) if sheet.lesson == lesson)


def _guides(course: Course, catalog: Catalog) -> Iterator[Leads]:
    """The guides to the functions that it uses, each once."""
    found = (lead for id_ in course.functions for lead in catalog.rollup(FUNCTION_GUIDES, id_))
    return iter(dict.fromkeys(found))


def index(index: Index, items: Sequence[CourseItem], context: Context) -> CourseIndexView:
    return CourseIndexView(index, tuple(one.way for one in browses_of(context.catalog, context.language)))


def anchors(course: Course) -> dict[str, str]:
    """Places that others may point to."""
    anchors = {f"goal-{goal.id}": goal.text for goal in course.goals}
    anchors |= {f"lesson-{number}": lesson.title for number, lesson in enumerate(course.lessons, 1)}
    anchors |= {f"sheet-{number}": sheet.title for number, sheet in enumerate(course.sheets, 1)}
    return anchors | {"goals": "", "lessons": ""} | ({"evaluation": ""} if course.evaluation else {})


def owner(item: CourseItem, context: Context) -> str:
    """The school that stands behind it."""
    return context.catalog.name("schools", item.summary.school)


def licence(course: Course) -> str:
    return course.licence


def structured_data(item: CourseItem, context: Context) -> dict[str, object]:
    """A schema.org LearningResource (schema.org/LearningResource, with LRMI's alignments)."""
    course, catalog = item.model, context.catalog
    licence = catalog.entries(LicenceEntry).get(course.licence)
    data: dict[str, object] = {
        "@type": "LearningResource",
        "name": course.title,
        "description": course.summary,
        "inLanguage": course.language or context.language.code,
        "educationalLevel": list(catalog.names("grades", course.grades)),
        "about": list(catalog.names("subjects", course.subjects)),
        "teaches": [goal.text for goal in course.goals],
        "educationalAlignment": list(_alignments(course, catalog)),
        "timeRequired": f"PT{total_minutes(course)}M",
        "license": str(licence.url) if licence and licence.url else course.licence,
        "version": course.version,
        "datePublished": course.published.isoformat(),
        "dateModified": course.updated.isoformat(),
        "creator": _creator(course, catalog),
    }
    return data | ({"isBasedOn": _source(course.based_on, catalog)} if course.based_on else {})


def _creator(course: Course, catalog: Catalog) -> dict[str, object]:
    maker = course.author.made_by
    address: dict[str, object] = {"url": maker.url} if maker and maker.url else {}
    return {"@type": "Organization", "name": creator(course, catalog)} | address


def _source(source: BasedOn, catalog: Catalog) -> dict[str, object]:
    licence = catalog.entries(LicenceEntry).get(source.licence)
    known = catalog.items.get(("course", source.course)) if source.course else None
    address = source.url or (known.url if known else "")
    data: dict[str, object] = {
        "@type": "LearningResource",
        "name": source.title,
        "version": source.version,
        "creator": {"@type": "Organization", "name": source.creator},
        "license": str(licence.url) if licence and licence.url else source.licence,
    }
    return data | ({"url": address} if address else {})


def _alignments(course: Course, catalog: Catalog) -> Iterator[dict[str, object]]:
    for goal in course.goals:
        framework = _framework(goal, catalog)
        if goal.framework and framework:
            address: dict[str, object] = {"targetUrl": str(framework.url)} if framework.url else {}
            known = next((one for one in framework.goals if one.id == goal.framework.goal), None)
            yield {
                "@type": "AlignmentObject",
                "alignmentType": "teaches",
                "educationalFramework": f"{framework.name} {framework.version}",
                "targetName": known.text if known else goal.framework.goal,
            } | address


def _framework(goal: Goal, catalog: Catalog) -> FrameworkEntry | None:
    if goal.framework is None:
        return None
    return catalog.entries(FrameworkEntry).get(f"{goal.framework.id}@{goal.framework.version}")
