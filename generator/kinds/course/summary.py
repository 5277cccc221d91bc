"""What is known of a course without opening it: what its lists say, what it is browsed by, what makes two alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from generator.i18n.language import mark
from generator.kinds.course.extent import lesson_count, total_minutes
from generator.kinds.course.fingerprint import fingerprint
from generator.kinds.course.model import Course
from generator.model.catalog import Item
from generator.model.context import DocumentContext
from generator.model.digest_entry import SchoolsWord
from generator.model.kind import Likeness
from generator.model.vocabulary import GradeEntry
from generator.model.vocabulary_ranges import grades_in_short


@dataclass(frozen=True, slots=True)
class CourseSummary:
    """A course in the lists of courses."""

    minutes: int
    school: str
    licence: str
    level: str | None
    version: str
    fingerprint: str
    experienced: tuple[str, ...]
    """The schools that tell how it went, once for each time."""
    goals: tuple[tuple[str, tuple[str, str, str]], ...]
    """The id of each goal that comes from a framework, and the framework, its version and its goal."""


CourseItem: TypeAlias = Item[Course, CourseSummary]


def summary(course: Course) -> CourseSummary:
    return CourseSummary(
        minutes=total_minutes(course), school=course.author.school,
        licence=course.licence, level=course.level, version=course.version, fingerprint=fingerprint(course),
        experienced=tuple(one.school for one in course.experiences),
        goals=tuple(
            (goal.id, (goal.framework.id, goal.framework.version, goal.framework.goal))
            for goal in course.goals
            if goal.framework
        ),
    )  # fmt: skip


def facts(item: CourseItem, context: DocumentContext) -> tuple[str, ...]:
    """Subject, grade, length and level; "" for what the course does not name."""
    course, language = item.model, context.language
    lessons = lesson_count(item.summary.minutes, context.settings.lesson_minutes)
    facts = (
        ", ".join(context.names("subjects", course.subjects)),
        grades_in_short(course.grades, context.entries(GradeEntry)),
        language.ngettext("{number} [lesson]", "{number} [lessons]", lessons).format(number=lessons)
        if lessons
        else language.minutes(item.summary.minutes),
    )
    return (*facts, context.name("levels", course.level)) if course.level else facts


def picture(course: Course) -> str:
    return course.picture.file if course.picture else ""


def terms(course: Course) -> Mapping[str, tuple[str, ...]]:
    """A function that only an activity uses counts as well: it leads to the function's page, which must be there."""
    activities = (activity for lesson in course.lessons for activity in lesson.activities)
    used = (activity.function for activity in activities if activity.function)
    return {
        "subjects": course.subjects, "grades": course.grades, "levels": (course.level,) if course.level else (),
        "functions": tuple(dict.fromkeys((*course.functions, *used))),
    }  # fmt: skip


def offers(course: Course) -> Iterator[SchoolsWord]:
    """How it went, and, of a copy, who has adapted it."""
    for one in course.experiences:
        yield SchoolsWord(school=one.school, day=one.date, text=one.text)
    if course.based_on:
        yield SchoolsWord(school=course.author.school, day=course.published)


def source(course: Course) -> str | None:
    return course.based_on.course if course.based_on else None


LIKENESS = {
    "goal": Likeness(6, 20, mark("works towards the same goal")),
    "subject-grade": Likeness(3, 20, mark("same [subject] and [grade]")),
    "subject": Likeness(2, 10, mark("same [subject]")),
    "function": Likeness(1, 5, mark("uses the same function")),
}


def traits(course: Course) -> Iterator[tuple[str, str]]:
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
