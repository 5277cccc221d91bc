"""What exists for which subject and grade, and where the gaps are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from generator.i18n.language import mark
from generator.kinds.course.summary import CourseItem
from generator.model.catalog import Catalog
from generator.model.context import Context
from generator.model.page import Crumb, PageSpec
from generator.model.view import View
from generator.model.vocabulary import FrameworkEntry, GradeEntry, SubjectEntry

FOLDER = "courses/coverage/"


@dataclass(frozen=True, slots=True)
class Cell:
    """A subject in a grade."""

    grade: str
    count: int
    taught: bool
    """Whether the subject is taught in that grade at all."""


@dataclass(frozen=True, slots=True)
class Row:
    """A subject through all grades."""

    id: str
    name: str
    cells: tuple[Cell, ...]
    total: int


@dataclass(frozen=True, slots=True)
class GoalCourses:
    """A goal of a framework, and the courses that work towards it."""

    text: str
    courses: tuple[Crumb, ...]


@dataclass(frozen=True, slots=True)
class Framework:
    """The goals of a framework for one subject."""

    name: str
    version: str
    goals: tuple[GoalCourses, ...]


@dataclass(frozen=True, slots=True)
class CoverageView(View):
    """The matrix of subjects and grades."""

    template: ClassVar[str] = "course/coverage.html"
    rows: tuple[Row, ...]
    grades: tuple[GradeEntry, ...]
    folder: str


@dataclass(frozen=True, slots=True)
class SubjectCoverageView(View):
    """What there is for a subject."""

    template: ClassVar[str] = "course/coverage-subject.html"
    row: Row
    courses: Mapping[str, tuple[Crumb, ...]]
    """By grade."""
    frameworks: tuple[Framework, ...]


Covered = Mapping[tuple[str, str], Sequence[CourseItem]]
"""Courses by subject and grade."""

GoalUsers = Mapping[tuple[str, str, str], Sequence[Crumb]]
"""Links to courses' goals by framework, version and goal."""


def coverage_pages(items: Sequence[CourseItem], context: Context) -> Iterator[PageSpec]:
    """The matrix of subjects and grades, and a page a subject with its grades and goals, where the hub has both."""
    catalog = context.catalog
    if not catalog.vocabularies["subjects"] or not catalog.vocabularies["grades"]:
        return
    covered = _covered(items)
    rows = tuple(_rows(items, covered, catalog))
    title = context._(mark("What there is, and what is missing"))
    lead = context._(mark("Courses by [subject] and [grade]. An empty cell is an invitation to share the first."))
    crumbs = (context.home(), Crumb(context._(mark("Courses")), "courses/"))
    grades = tuple(catalog.entries(GradeEntry).values())
    users = _goal_users(items)
    yield PageSpec(
        url=FOLDER, title=title, description=lead, section="courses",
        view=CoverageView(rows, grades, FOLDER), crumbs=crumbs, is_list=True,
    )  # fmt: skip
    for row in rows:
        yield PageSpec(
            url=f"{FOLDER}{row.id}/", title=context._(mark("{subject}: what there is")).format(subject=row.name),
            description=lead, section="courses",
            view=SubjectCoverageView(
                row=row, courses={cell.grade: _links(covered, row.id, cell.grade) for cell in row.cells},
                frameworks=tuple(_frameworks(row.id, users, catalog)),
            ),
            crumbs=(*crumbs, Crumb(title, FOLDER)), searchable=False,
        )  # fmt: skip


def _covered(items: Sequence[CourseItem]) -> Covered:
    covered: dict[tuple[str, str], list[CourseItem]] = defaultdict(list)
    for item in items:
        for subject in item.common.terms.get("subjects", ()):
            for grade in item.common.terms.get("grades", ()):
                covered[subject, grade].append(item)
    return covered


def _rows(items: Sequence[CourseItem], covered: Covered, catalog: Catalog) -> Iterator[Row]:
    """Subjects that the law places in grades, and others that have courses."""
    totals: dict[str, int] = defaultdict(int)
    for item in items:
        for subject in item.common.terms.get("subjects", ()):
            totals[subject] += 1
    for id_, entry in catalog.entries(SubjectEntry).items():
        if entry.grades or totals[id_]:
            cells = tuple(
                Cell(grade, len(covered.get((id_, grade), ())), not entry.grades or grade in entry.grades)
                for grade in catalog.entries(GradeEntry)
            )
            yield Row(id_, entry.name, cells, totals[id_])


def _links(covered: Covered, subject: str, grade: str) -> tuple[Crumb, ...]:
    return tuple(Crumb(item.common.title, item.url) for item in covered.get((subject, grade), ()))


def _once(links: Sequence[Crumb]) -> tuple[Crumb, ...]:
    """The first link to each course: one may work towards a goal in two places."""
    found: dict[str, Crumb] = {}
    for link in links:
        found.setdefault(link.url.partition("#")[0], link)
    return tuple(found.values())


def _goal_users(items: Sequence[CourseItem]) -> GoalUsers:
    users: dict[tuple[str, str, str], list[Crumb]] = defaultdict(list)
    for item in items:
        for goal, key in item.summary.goals:
            users[key].append(Crumb(item.common.title, f"{item.url}#goal-{goal}"))
    return users


def _frameworks(subject: str, users: GoalUsers, catalog: Catalog) -> Iterator[Framework]:
    """The goals of each framework for a subject, with the courses that work towards them."""
    for framework in catalog.entries(FrameworkEntry).values():
        goals = tuple(
            GoalCourses(goal.text, _once(users.get((framework.id, framework.version, goal.id), ())))
            for goal in framework.goals
            if goal.subject == subject
        )
        if goals:
            yield Framework(framework.name, framework.version, goals)
