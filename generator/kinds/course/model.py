"""The fields of a course file."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import (
    LANGUAGE,
    Expected,
    Former,
    FrameworkPart,
    Function,
    Grade,
    HandedOut,
    Key,
    Level,
    Licence,
    Minutes,
    PastDay,
    Picture,
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
    Usual,
    Whole,
    YesNo,
)  # fmt: skip

Language = Annotated[Text, Field(pattern=LANGUAGE)]


class Maker(Strict):
    """Somebody outside the hub: an organisation or a project, never a named person."""

    name: Text
    """What they are called."""
    url: Url | None = None
    """Where they are on the web."""


class Author(Strict):
    """Who stands behind the course: a school and a role, never a named person."""

    school: School
    """[The place], from `vocabulary/schools.yml`."""
    role: Role
    """The role, from `vocabulary/roles.yml`."""
    made_by: Maker | None = None
    """Who made it, when that is somebody outside the hub; then [the place] is the one that brought it in."""


class Concept(Strict):
    """A word the pupils are to learn, with its explanation."""

    word: Text
    """The word or phrase."""
    explanation: Text
    """What it means, in words that [the learners] understand."""
    language: Language | None = None
    """The language of the word, when that is not the course's: `en`."""


class Misconception(Strict):
    """What pupils often get wrong, and what to answer."""

    misconception: Text
    """What [a learner] may believe."""
    response: RichText
    """What to say or do."""


class Material(Strict):
    """Something the course needs or brings."""

    title: Text
    """What it is."""
    url: Url | None = None
    """Where it is on the web."""
    file: HandedOut | None = None
    """A file beside this one."""
    licence: Annotated[Licence | None, Expected(with_any=("file", "url"), rule="material-licence")] = None
    """The terms on which it may be used. What is only brought along, such as paper and pencils, has none."""
    note: Text | None = None
    """How many, where to find it, what to prepare."""


class Figure(Strict):
    """A picture in a course."""

    file: Annotated[Text, Picture()]
    """The picture, beside this file."""
    alt: Text
    """What it shows, for those who do not see it."""
    caption: Text | None = None
    """A line under the picture, for instance who made it."""


class Sheet(Strict):
    """A sheet to hand out: it has a page of its own on paper."""

    title: Title
    """What it is called."""
    lesson: Annotated[Whole, Field(ge=1, le=500)] | None = None
    """The number of [the lesson] in which it is used."""
    text: RichText
    """What stands on it, for [the learners] to read and write on."""
    answers: RichText | None = None
    """What is right, on a page of its own, for the one who teaches."""


class FrameworkGoal(Strict):
    """A goal in a versioned curriculum framework."""

    id: Key
    """The framework, from `vocabulary/frameworks.yml`."""
    version: Text
    """The version of the framework that was used."""
    goal: Key
    """Which goal of that framework."""


class Goal(Strict):
    """A learning goal with the signs that show it is being reached."""

    id: Key
    """Short name used by [the lessons], for instance `reading`."""
    kind: Literal["subject", "all-round"]
    """`subject`, or `all-round` for what goes across."""
    text: Text
    """The goal, seen from [the learner]."""
    framework: Annotated[
        FrameworkGoal | None,
        FrameworkPart(),
        Expected(among="frameworks", when=("kind", "subject"), instead="own_wording", rule="goal-source"),
    ] = None
    """Where [a subject] goal comes from."""
    own_wording: YesNo = False
    """True for [a subject] goal in [the place's] own words, without a framework."""
    signs: Annotated[tuple[Text, ...], Field(min_length=1), Expected(unless="course_signs", rule="signs-missing")] = ()
    """Signs of learning: what can be seen or heard."""


class Activity(Strict):
    """A part of a lesson."""

    title: Title
    """What it is called."""
    minutes: Annotated[Minutes | None, Usual()] = None
    """How long it takes, where somebody has said."""
    language: Language | None = None
    """The language of the title, when that is not the course's: `en`."""
    grouping: Annotated[Literal["whole", "group", "pair", "alone"] | None, Usual()] = None
    """Who works with whom: `whole` [group], `group`, `pair` or `alone`."""
    text: RichText
    """What happens, so that a colleague can do it."""
    materials: tuple[Text, ...] = ()
    """What must be at hand."""
    function: Function | None = None
    """The platform function that is used."""
    pictures: tuple[Figure, ...] = ()
    """What is shown, or what it may look like."""
    picture: Annotated[Figure | None, Former()] = None
    """One picture, as earlier files have it; now it stands under `pictures`."""
    alternative: RichText | None = None
    """What to do instead, for instance without the platform or the equipment."""
    optional: YesNo = False
    """True when it can be left out where time is short."""

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All its pictures, in order."""
        return (self.picture, *self.pictures) if self.picture else self.pictures


class Lesson(Strict):
    """One sitting with the class."""

    title: Title
    """What it is called."""
    minutes: Minutes
    """How long it lasts; its activities add up to this."""
    language: Language | None = None
    """The language of the title, when that is not the course's: `en`."""
    goals: Annotated[tuple[Key, ...], Field(min_length=1)]
    """The goals that it serves."""
    preparation: RichText | None = None
    """What to do beforehand."""
    activities: Annotated[tuple[Activity, ...], Field(min_length=1)]
    """What happens, in order."""
    homework: RichText | None = None
    """What [the learners] do until next time."""
    optional: YesNo = False
    """True when the course holds together without it."""

    @property
    def is_timed(self) -> bool:
        """Whether each of its activities says how long it takes."""
        return all(activity.minutes for activity in self.activities)


class Evaluation(Strict):
    """How teacher and pupils find out what was learnt."""

    text: RichText
    """What is evaluated, when and how."""
    self_evaluation: Annotated[RichText | None, Expected(unless="course_signs", rule="self-evaluation-missing")] = None
    """How [the learners] judge their own learning."""


class BasedOn(Strict):
    """Where an adapted copy comes from, pinned so that it survives the source."""

    course: Annotated[
        Annotated[Text, Reference("course", gone="source-gone", reads=True, is_read=True)] | None,
        Expected(instead="url", rule="source-one"),
    ] = None
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
    """[The place]."""
    date: PastDay
    """When it was used."""
    text: RichText
    """What worked, and what one would do differently."""


class Course(Published):
    """An exemplary course to browse, trust, copy and adapt."""

    subjects: Annotated[tuple[Subject, ...], Field(min_length=1), Expected(rule="subjects-missing")] = ()
    """[Subjects], the leading one first."""
    grades: Annotated[tuple[Grade, ...], Field(min_length=1), Expected(rule="grades-missing")] = ()
    """[Grades], from `vocabulary/grades.yml`."""
    weeks: Annotated[Whole, Field(ge=1, le=60)] | None = None
    """How many weeks it stretches over, when that matters."""
    author: Author
    """Who made it."""
    licence: Licence
    """The terms of copying."""
    version: Text
    """Rises when the course changes, for instance `1.0`."""
    level: Level | None = None
    """The usage level at which it lets [the group] use the platform."""
    functions: tuple[Function, ...] = ()
    """Platform functions that it uses."""
    picture: Figure | None = None
    """A picture that shows what it is about."""
    concepts: tuple[Concept, ...] = ()
    """Words to learn (fagbegreber)."""
    prior_knowledge: RichText | None = None
    """What [learners] should know beforehand."""
    misconceptions: tuple[Misconception, ...] = ()
    """Common misunderstandings with a response."""
    materials: tuple[Material, ...] = ()
    """What it needs, with licences."""
    goals: Annotated[tuple[Goal, ...], Field(min_length=1)]
    """Learning goals with signs."""
    lessons: Annotated[tuple[Lesson, ...], Field(min_length=1, max_length=500)]
    """[The lessons], in order."""
    sheets: tuple[Sheet, ...] = ()
    """Sheets to hand out."""
    feedback: RichText | None = None
    """How [learners] get feedback on the way."""
    evaluation: Annotated[Evaluation | None, Expected(unless="course_signs", rule="evaluation-missing")] = None
    """How learning is evaluated, [the learners'] own evaluation included."""
    differentiation: RichText | None = None
    """How it reaches every [learner]."""
    based_on: BasedOn | None = None
    """The course that this one adapts."""
    experiences: tuple[Experience, ...] = ()
    """How it went, by [place]."""
