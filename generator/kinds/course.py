"""A course (forløb): a sequence of lessons that a colleague can trust and copy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from generator.catalog import Catalog, Finding, Item, nearest, span_of_ids
from generator.kind import Kind
from generator.language import Language, mark
from generator.model import (
    Asset,
    Day,
    Function,
    Grade,
    Key,
    Level,
    Licence,
    Minutes,
    Published,
    Reference,
    RichText,
    Role,
    School,
    Strict,
    Subject,
    Text,
    Title,
    Url,
    Whole,
    YesNo,
)  # fmt: skip


class Author(Strict):
    """Who stands behind the course: a school and a role, never a named person."""

    school: School
    """The school, from `vocabulary/schools.yml`."""
    role: Role
    """The role, from `vocabulary/roles.yml`."""


class Concept(Strict):
    """A word the pupils are to learn, with its explanation."""

    word: Text
    """The word or phrase."""
    explanation: Text
    """What it means, in words that the pupils understand."""


class Misconception(Strict):
    """What pupils often get wrong, and what to answer."""

    misconception: Text
    """What a pupil may believe."""
    response: RichText
    """What the teacher can say or do."""


class Material(Strict):
    """Something the course needs or brings."""

    title: Text
    """What it is."""
    url: Url | None = None
    """Where it is on the web."""
    file: (
        Annotated[
            Text,
            Asset((".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".png", ".jpg", ".svg", ".csv", ".txt")),
        ]
        | None
    ) = None
    """A file beside this one."""
    licence: Licence
    """The terms on which it may be used."""
    note: Text | None = None
    """How many, where to find it, what to prepare."""


class FrameworkGoal(Strict):
    """A goal in a versioned curriculum framework."""

    id: Key
    """The framework, from `vocabulary/frameworks.yml`."""
    version: Text
    """The version of the framework that was used."""
    goal: Key
    """The goal's id in that framework."""


class Goal(Strict):
    """A learning goal with the signs that show it is being reached."""

    id: Key
    """Short name used by the lessons, for instance `reading`."""
    kind: Literal["subject", "all-round"]
    """`subject` (fagligt) or `all-round` (alsidigt)."""
    text: Text
    """The goal, seen from the pupil."""
    framework: FrameworkGoal | None = None
    """Where a subject goal comes from."""
    own_wording: YesNo = False
    """True for a subject goal in the school's own words, without a framework."""
    signs: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Signs of learning: what the teacher can see or hear."""


class Activity(Strict):
    """A part of a lesson."""

    title: Title
    """What it is called."""
    minutes: Minutes
    """How long it takes."""
    grouping: Literal["whole", "group", "pair", "alone"]
    """Who works with whom: `whole` class, `group`, `pair` or `alone`."""
    text: RichText
    """What happens, so that a colleague can do it."""
    materials: tuple[Text, ...] = ()
    """What must be at hand."""
    function: Function | None = None
    """The platform function that is used."""


class Lesson(Strict):
    """One sitting with the class."""

    title: Title
    """What it is called."""
    minutes: Minutes
    """How long it lasts; its activities add up to this."""
    goals: Annotated[tuple[Key, ...], Field(min_length=1)]
    """The ids of the goals that it serves."""
    preparation: RichText | None = None
    """What the teacher does beforehand."""
    activities: Annotated[tuple[Activity, ...], Field(min_length=1)]
    """What happens, in order."""


class Evaluation(Strict):
    """How teacher and pupils find out what was learnt."""

    text: RichText
    """What is evaluated, when and how."""
    self_evaluation: RichText
    """How the pupils judge their own learning."""


class BasedOn(Strict):
    """Where an adapted copy comes from, pinned so that it survives the source."""

    course: Annotated[Text, Reference("course")] | None = None
    """The course in this hub."""
    url: Url | None = None
    """The course elsewhere."""
    title: Title
    """Its title when the copy was made."""
    version: Text
    """Its version when the copy was made."""
    hash: Annotated[Text, Field(pattern=r"^sha256:[0-9a-f]{64}$")] | None = None
    """The fingerprint of its content when the copy was made."""
    creator: Text
    """Who made it."""
    licence: Licence
    """Its licence when the copy was made."""
    changes: Text | None = None
    """What was changed, in a sentence."""


class Experience(Strict):
    """How it went at a school."""

    school: School
    """The school."""
    date: Day
    """When it was used."""
    text: RichText
    """What worked, and what one would do differently."""


class Course(Published):
    """An exemplary course to browse, trust, copy and adapt."""

    subjects: Annotated[tuple[Subject, ...], Field(min_length=1)]
    """Subjects, the leading one first."""
    grades: Annotated[tuple[Grade, ...], Field(min_length=1)]
    """Grades: 0 is børnehaveklasse."""
    weeks: Annotated[Whole, Field(ge=1, le=60)] | None = None
    """How many weeks it stretches over, when that matters."""
    author: Author
    """Who made it."""
    licence: Licence
    """The terms of copying."""
    version: Text
    """Rises when the course changes, for instance `1.0`."""
    level: Level | None = None
    """The usage level at which it lets the class use the platform."""
    functions: tuple[Function, ...] = ()
    """Platform functions that it uses."""
    concepts: tuple[Concept, ...] = ()
    """Words to learn (fagbegreber)."""
    prior_knowledge: RichText | None = None
    """What pupils should know beforehand."""
    misconceptions: tuple[Misconception, ...] = ()
    """Common misunderstandings with a response."""
    materials: tuple[Material, ...] = ()
    """What it needs, with licences."""
    goals: Annotated[tuple[Goal, ...], Field(min_length=1)]
    """Learning goals with signs."""
    lessons: Annotated[tuple[Lesson, ...], Field(min_length=1, max_length=500)]
    """The lesson plan."""
    feedback: RichText | None = None
    """How pupils get feedback on the way."""
    evaluation: Evaluation
    """How learning is evaluated, the pupils' own evaluation included."""
    differentiation: RichText | None = None
    """How it reaches every pupil."""
    based_on: BasedOn | None = None
    """The course that this one adapts."""
    experiences: tuple[Experience, ...] = ()
    """How it went, by school."""


def _anchors(course: Course) -> dict[str, str]:
    anchors = {f"goal-{goal.id}": goal.text for goal in course.goals}
    anchors |= {f"lesson-{number}": lesson.title for number, lesson in enumerate(course.lessons, 1)}
    return anchors | {"goals": "", "lessons": "", "evaluation": ""}


def total_minutes(course: Course) -> int:
    return sum(lesson.minutes for lesson in course.lessons)


def _facts(item: Item, catalog: Catalog, language: Language) -> tuple[str, ...]:
    course: Course = item.model
    lessons = len(course.lessons)
    facts = (
        ", ".join(catalog.names("subjects", course.subjects)),
        language.gettext("grade {grades}").format(grades=span_of_ids(course.grades, catalog.vocabularies["grades"])),
        language.ngettext("{number} lesson", "{number} lessons", lessons).format(number=lessons),
    )
    return (*facts, catalog.name("levels", course.level)) if course.level else facts


def _copies(item: Item, catalog: Catalog) -> tuple[Item, ...]:
    """The courses that say they adapt this one."""
    uses = catalog.uses.get(("course", item.id), ())
    return tuple(catalog.items[use.source] for use in uses if use.path == ("based_on", "course"))


def _view(item: Item, catalog: Catalog, language: Language) -> dict[str, object]:
    return {
        "total_minutes": total_minutes(item.model),
        "lesson_count": len(item.model.lessons),
        "grades": span_of_ids(item.model.grades, catalog.vocabularies["grades"]),
        "copies": _copies(item, catalog),
        "yaml_url": f"{item.url}{item.id}.yml",
    }


def _rules(item: Item, catalog: Catalog) -> Iterator[Finding]:
    yield from _goal_rules(item.model, catalog)
    yield from _lesson_rules(item.model)
    yield from _subject_rules(item.model, catalog)
    yield from _source_rules(item, catalog)
    for number, material in enumerate(item.model.materials):
        if material.url and material.file:
            yield Finding("material-two-places", ("materials", number, "file"), {"title": material.title})


def _goal_rules(course: Course, catalog: Catalog) -> Iterator[Finding]:
    served = {goal for lesson in course.lessons for goal in lesson.goals}
    seen: set[str] = set()
    for number, goal in enumerate(course.goals):
        place = ("goals", number)
        if goal.id in seen:
            yield Finding("goal-twice", (*place, "id"), {"id": goal.id})
        seen.add(goal.id)
        if goal.id not in served:
            yield Finding("goal-unused", (*place, "id"), {"id": goal.id})
        if goal.kind == "subject" and not goal.framework and not goal.own_wording:
            yield Finding("goal-source", place, {"id": goal.id})
        if goal.framework:
            yield from _framework_rules(goal.framework, catalog, place)


def _framework_rules(goal: FrameworkGoal, catalog: Catalog, place: tuple[str | int, ...]) -> Iterator[Finding]:
    versions = {entry.version: entry for entry in catalog.vocabularies["frameworks"].values() if entry.id == goal.id}
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
        planned = sum(activity.minutes for activity in lesson.activities)
        if planned != lesson.minutes:
            values = {"title": lesson.title, "minutes": str(lesson.minutes), "planned": str(planned)}
            yield Finding("lesson-minutes", ("lessons", number, "minutes"), values)


def _subject_rules(course: Course, catalog: Catalog) -> Iterator[Finding]:
    for number, id_ in enumerate(course.subjects):
        subject = catalog.vocabularies["subjects"].get(id_)
        outside = [grade for grade in course.grades if subject and subject.grades and grade not in subject.grades]
        if subject and outside:
            values = {"subject": subject.name, "grades": ", ".join(outside), "source": subject.source or "–"}
            yield Finding("subject-grade", ("subjects", number), values)


def _source_rules(item: Item, catalog: Catalog) -> Iterator[Finding]:
    source = item.model.based_on
    if source is None:
        return
    if (source.course is None) == (source.url is None):
        yield Finding("source-one", ("based_on",))
    if source.course == item.id:
        yield Finding("source-self", ("based_on", "course"))
    terms = catalog.vocabularies["licences"].get(source.licence)
    if terms and not terms.adaptations:
        yield Finding("licence-forbids", ("based_on", "licence"), {"licence": terms.name})
    elif terms and terms.share_alike and item.model.licence != source.licence:
        yield Finding("licence-share-alike", ("licence",), {"licence": terms.name})
    elif terms and not terms.commercial and catalog.vocabularies["licences"][item.model.licence].commercial:
        yield Finding("licence-non-commercial", ("licence",), {"licence": terms.name})


def _structured_data(item: Item, catalog: Catalog, language: Language) -> dict[str, object]:
    course: Course = item.model
    licence = catalog.vocabularies["licences"].get(course.licence)
    return {
        "@type": "LearningResource",
        "name": course.title,
        "description": course.summary,
        "inLanguage": language.code,
        "educationalLevel": list(catalog.names("grades", course.grades)),
        "about": list(catalog.names("subjects", course.subjects)),
        "teaches": [goal.text for goal in course.goals],
        "timeRequired": f"PT{total_minutes(course)}M",
        "license": str(licence.url) if licence and licence.url else course.licence,
        "version": course.version,
        "datePublished": course.published.isoformat(),
        "dateModified": course.updated.isoformat(),
        "creator": {"@type": "Organization", "name": catalog.name("schools", course.author.school)},
    }


def _owner(item: Item, catalog: Catalog) -> str:
    return catalog.name("schools", item.model.author.school)


COURSE = Kind(
    name="course",
    folder="courses",
    model=Course,
    singular=mark("Course"),
    plural=mark("Courses"),
    lead=mark("Courses that colleagues have taught and want to share. Read, copy and fit them to your own class."),
    anchors=_anchors,
    facts=_facts,
    view=_view,
    rules=_rules,
    structured_data=_structured_data,
    grouping=("subjects", "subjects"),
    owner=_owner,
)
