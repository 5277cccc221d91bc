"""What must hold within a course and between courses, beyond the types."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.kinds.course.extent import known_minutes
from generator.kinds.course.model import Course, FrameworkGoal
from generator.kinds.course.summary import CourseItem
from generator.model.catalog import Finding, begun, nearest
from generator.model.context import DocumentContext
from generator.model.vocabulary import FrameworkEntry, LicenceEntry, SubjectEntry

_VERSIONED = re.compile(r"(CC-BY(?:-[A-Z]{2})*)-([1-9])\.\d(?:-[A-Z]{2,3})?")
"""A licence of Creative Commons: which, its version, and the country it was written for."""


def rules(item: CourseItem, context: DocumentContext) -> Iterator[Finding]:
    """What must hold within a course, and between a copy and its source."""
    yield from _goal_rules(item.model, context)
    yield from _lesson_rules(item.model)
    yield from _subject_rules(item.model, context)
    yield from _place_rules(item.model, context)
    if context.settings.course_signs == "required":
        yield from _sign_rules(item.model)
    yield from _source_rules(item, context)
    yield from _material_rules(item.model)
    for number, sheet in enumerate(item.model.sheets):
        if sheet.lesson and sheet.lesson > len(item.model.lessons):
            values = {"number": str(sheet.lesson), "count": str(len(item.model.lessons))}
            yield Finding("sheet-lesson", ("sheets", number, "lesson"), values)


def _goal_rules(course: Course, context: DocumentContext) -> Iterator[Finding]:
    has_frameworks = bool(context.vocabularies["frameworks"])
    served = {goal for lesson in course.lessons for goal in lesson.goals}
    seen: set[str] = set()
    for number, goal in enumerate(course.goals):
        place = ("goals", number)
        if goal.id in seen:
            yield Finding("goal-twice", (*place, "id"), {"id": goal.id})
        seen.add(goal.id)
        if goal.id not in served:
            yield Finding("goal-unused", (*place, "id"), {"goal": begun(goal.text)})
        if has_frameworks and goal.kind == "subject" and not goal.framework and not goal.own_wording:
            yield Finding("goal-source", place, {"goal": begun(goal.text)})
        if goal.framework:
            yield from _framework_rules(goal.framework, context, place)


def _framework_rules(goal: FrameworkGoal, context: DocumentContext, place: tuple[str | int, ...]) -> Iterator[Finding]:
    if "frameworks" in context.unread:
        return  # its own faults are told
    versions = {entry.version: entry for entry in context.entries(FrameworkEntry).values() if entry.id == goal.id}
    if goal.version not in versions:
        known = ", ".join(sorted(versions)) or "–"
        values = {"id": goal.id, "version": goal.version, "known": known}
        yield Finding("framework-unknown", (*place, "framework"), values)
        return
    goals = [known.id for known in versions[goal.version].goals]
    if goal.goal not in goals:
        near = nearest(goal.goal, goals)
        yield Finding("framework-goal-unknown", (*place, "framework", "goal"), {"goal": goal.goal, "nearest": near})


def _lesson_rules(course: Course) -> Iterator[Finding]:
    goals = [goal.id for goal in course.goals]
    for number, lesson in enumerate(course.lessons):
        for index, goal in enumerate(lesson.goals):
            if goal not in goals:
                values = {"id": goal, "nearest": nearest(goal, goals)}
                yield Finding("goal-unknown", ("lessons", number, "goals", index), values)
        planned = known_minutes(lesson)
        if planned != lesson.minutes if lesson.is_timed else planned >= lesson.minutes:
            values = {"title": lesson.title, "minutes": str(lesson.minutes), "planned": str(planned)}
            yield Finding("lesson-minutes", ("lessons", number, "minutes"), values)


def _subject_rules(course: Course, context: DocumentContext) -> Iterator[Finding]:
    for number, id_ in enumerate(course.subjects):
        subject = context.entries(SubjectEntry).get(id_)
        known = [grade for grade in course.grades if grade in context.vocabularies["grades"]]
        outside = [grade for grade in known if subject and subject.grades and grade not in subject.grades]
        if subject and outside:
            values = {"subject": subject.name, "grades": ", ".join(outside), "source": subject.source or "–"}
            yield Finding("subject-grade", ("subjects", number), values)


def _material_rules(course: Course) -> Iterator[Finding]:
    for number, material in enumerate(course.materials):
        place = ("materials", number)
        if material.url and material.file:
            yield Finding("material-two-places", (*place, "file"), {"title": material.title})
        if (material.url or material.file) and not material.licence:
            yield Finding("material-licence", (*place, "licence"), {"title": material.title})


def _place_rules(course: Course, context: DocumentContext) -> Iterator[Finding]:
    """A hub that has subjects and grades lets people find courses by them."""
    for name, chosen in (("subjects", course.subjects), ("grades", course.grades)):
        if context.vocabularies[name] and not chosen:
            yield Finding(f"{name}-missing", ())


def _sign_rules(course: Course) -> Iterator[Finding]:
    for number, goal in enumerate(course.goals):
        if not goal.signs:
            yield Finding("signs-missing", ("goals", number), {"goal": begun(goal.text)})
    if not course.evaluation:
        yield Finding("evaluation-missing", ())
    elif not course.evaluation.self_evaluation:
        yield Finding("self-evaluation-missing", ("evaluation",))


def _source_rules(item: CourseItem, context: DocumentContext) -> Iterator[Finding]:
    source = item.model.based_on
    if source is None:
        return
    if (source.course is None) == (source.url is None):
        yield Finding("source-one", ("based_on",))
    if source.course == item.id:
        yield Finding("source-self", ("based_on", "course"))
    yield from _licence_rules(item.model.licence, source.licence, context)


def _is_later(own: str, of_source: str) -> bool:
    """Whether it is the same licence, or a later version of it: from 2.0 on, Creative Commons allows a copy that."""
    new, old = _VERSIONED.fullmatch(own), _VERSIONED.fullmatch(of_source)
    return own == of_source or bool(new and old and new[1] == old[1] and 2 <= int(old[2]) <= int(new[2]))


def _licence_rules(own: str, of_source: str, context: DocumentContext) -> Iterator[Finding]:
    """A copy's licence may not give more than its source's does."""
    licences = context.entries(LicenceEntry)
    terms, given = licences.get(of_source), licences.get(own)
    if not terms or not given:
        return  # the unknown word is told where it stands
    if not terms.adaptations:
        yield Finding("licence-forbids", ("based_on", "licence"), {"licence": terms.name})
    elif terms.share_alike and not _is_later(own, of_source):
        yield Finding("licence-share-alike", ("licence",), {"licence": terms.name})
    elif not terms.commercial and given.commercial:
        yield Finding("licence-non-commercial", ("licence",), {"licence": terms.name})
