"""What exists for which subject and grade, and where the gaps are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import SimpleNamespace

from generator.i18n.language import Language, mark
from generator.model.catalog import Catalog, Item
from generator.model.page import Crumb, PageSpec

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


Covered = Mapping[tuple[str, str], Sequence[Item]]
"""Courses by subject and grade."""

GoalUsers = Mapping[tuple[str, str, str], Sequence[Crumb]]
"""Links to courses' goals by framework, version and goal."""


def coverage_pages(items: Sequence[Item], catalog: Catalog, language: Language) -> Iterator[PageSpec]:
    """The matrix of subjects and grades, and a page a subject with its grades and goals."""
    covered = _covered(items)
    rows = tuple(_rows(items, covered, catalog))
    title = language.gettext(mark("What there is, and what is missing"))
    lead = language.gettext(mark("Courses by subject and grade. An empty cell is an invitation to share the first."))
    home = Crumb(language.gettext(mark("Front page")), "")
    crumbs = (home, Crumb(language.gettext(mark("Courses")), "courses/"))
    grades = tuple(catalog.vocabularies["grades"].values())
    users = _goal_users(items)
    yield PageSpec(
        url=FOLDER, title=title, description=lead, template="course/coverage.html", section="courses",
        view=SimpleNamespace(rows=rows, grades=grades, folder=FOLDER), crumbs=crumbs, searchable=False,
    )  # fmt: skip
    for row in rows:
        yield PageSpec(
            url=f"{FOLDER}{row.id}/", title=language.gettext(mark("{subject}: what there is")).format(subject=row.name),
            description=lead, template="course/coverage-subject.html", section="courses",
            view=SimpleNamespace(
                row=row, courses={cell.grade: _links(covered, row.id, cell.grade) for cell in row.cells},
                frameworks=tuple(_frameworks(row.id, users, catalog)),
            ),
            crumbs=(*crumbs, Crumb(title, FOLDER)), searchable=False,
        )  # fmt: skip


def _covered(items: Sequence[Item]) -> Covered:
    covered: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for item in items:
        for subject in item.brief.words["subjects"]:
            for grade in item.brief.words["grades"]:
                covered[subject, grade].append(item)
    return covered


def _rows(items: Sequence[Item], covered: Covered, catalog: Catalog) -> Iterator[Row]:
    """Subjects that the law places in grades, and others that have courses."""
    totals: dict[str, int] = defaultdict(int)
    for item in items:
        for subject in item.brief.words["subjects"]:
            totals[subject] += 1
    for id_, subject in catalog.vocabularies["subjects"].items():
        if subject.grades or totals[id_]:
            cells = tuple(
                Cell(grade, len(covered.get((id_, grade), ())), not subject.grades or grade in subject.grades)
                for grade in catalog.vocabularies["grades"]
            )
            yield Row(id_, subject.name, cells, totals[id_])


def _links(covered: Covered, subject: str, grade: str) -> tuple[Crumb, ...]:
    return tuple(Crumb(item.brief.title, item.url) for item in covered.get((subject, grade), ()))


def _once(links: Sequence[Crumb]) -> tuple[Crumb, ...]:
    """The first link to each course: one may work towards a goal in two places."""
    found: dict[str, Crumb] = {}
    for link in links:
        found.setdefault(link.url.partition("#")[0], link)
    return tuple(found.values())


def _goal_users(items: Sequence[Item]) -> GoalUsers:
    users: dict[tuple[str, str, str], list[Crumb]] = defaultdict(list)
    for item in items:
        for goal, key in item.brief.own.goals:
            users[key].append(Crumb(item.brief.title, f"{item.url}#goal-{goal}"))
    return users


def _frameworks(subject: str, users: GoalUsers, catalog: Catalog) -> Iterator[SimpleNamespace]:
    """The goals of each framework for a subject, with the courses that work towards them."""
    for framework in catalog.vocabularies["frameworks"].values():
        goals = tuple(
            SimpleNamespace(text=goal.text, courses=_once(users.get((framework.id, framework.version, goal.id), ())))
            for goal in framework.goals
            if goal.subject == subject
        )
        if goals:
            yield SimpleNamespace(name=framework.name, version=framework.version, goals=goals)
