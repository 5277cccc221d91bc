"""What an adapted copy changed, part by part, for readers who have never seen a diff."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Literal, TypeVar

from generator.formats.html_to_text import plain_text
from generator.i18n.language import Language, mark
from generator.kinds.course.model import Activity, Concept, Course, Goal, Lesson, Material, Misconception, Sheet
from generator.kinds.course.word_difference import Effort, likeness, steps
from generator.model.catalog import Catalog
from generator.model.markdown import to_html
from generator.model.vocabulary import GradeEntry
from generator.model.vocabulary_ranges import grades_in_short

State = Literal["same", "changed", "added", "dropped"]
Value = TypeVar("Value")
_ALIKE = 0.55
"""Two parts that share this much of their words are taken for the same part, changed."""
_COMPARED = 20_000
"""Pairs of parts that are looked at."""
_READ = 300
"""Words of a part that say which one it is."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stay, came or went."""

    text: str
    state: Literal["same", "added", "dropped"]


@dataclass(frozen=True, slots=True)
class Change:
    """One field that says something else, with its words before and after."""

    field: str
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A goal, a lesson, a material …: in the source, in the copy, or in both."""

    state: State
    title: str
    moved: bool
    """It stands in another place among those that both have."""
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Parts of one sort."""

    id: str
    title: str
    parts: tuple[Part, ...]

    def count(self, state: State) -> int:
        return sum(part.state == state for part in self.parts)

    @property
    def pairs(self) -> tuple[tuple[Part | None, Part | None], ...]:
        """The source beside the copy: first what both have, then, row by row, what only one has."""
        both = ((part, part) for part in self.parts if part.state in {"same", "changed"})
        dropped = (part for part in self.parts if part.state == "dropped")
        return (*both, *zip_longest(dropped, (part for part in self.parts if part.state == "added")))


def compare(source: Course, copy: Course, catalog: Catalog, language: Language) -> tuple[Section, ...]:
    """Every section, also those without a change; empty ones are left out."""
    _ = language.gettext
    words = Words(_)
    about = Part(
        "same", _(mark("About the course")), False, _changes(_about(source, catalog), _about(copy, catalog), words)
    )
    if about.changes:
        about = Part("changed", about.title, False, about.changes)
    sections = (
        Section("about", _(mark("About the course")), (about,)),
        Section("goals", _(mark("Goals and signs of learning")), _parts(source.goals, copy.goals, _goal, words)),
        Section("lessons", _(mark("[Lessons]")), _parts(source.lessons, copy.lessons, _lesson, words)),
        Section("concepts", _(mark("Words to learn")), _parts(source.concepts, copy.concepts, _concept, words)),
        Section(
            "misconceptions", _(mark("Common misunderstandings")),
            _parts(source.misconceptions, copy.misconceptions, _misconception, words),
        ),
        Section("materials", _(mark("Materials")), _parts(source.materials, copy.materials, _material, words)),
        Section("sheets", _(mark("Sheets to hand out")), _parts(source.sheets, copy.sheets, _sheet, words)),
    )  # fmt: skip
    return tuple(section for section in sections if section.parts)


@dataclass(frozen=True, slots=True)
class Words:
    """How fields are called, and how much the comparison of their words may still cost."""

    say: Callable[[str], str]
    effort: Effort = field(default_factory=Effort)


_RICH = frozenset((
    "Before you start", "Feedback on the way", "Evaluation", "[The learners'] own evaluation", "Differentiation",
    "Prepare", "Activities", "Until next time", "Response", "Text", "Answers",
))  # fmt: skip
"""Fields that people write with the signs of Markdown."""
Fields = dict[str, str]
"""What a part says, by the English message id of the field."""
Described = tuple[str, Fields]
"""A part's title and what it says."""


def _about(course: Course, catalog: Catalog) -> Fields:
    evaluation = course.evaluation
    return {
        mark("Title"): course.title,
        mark("Summary"): course.summary,
        mark("[Subject]"): ", ".join(catalog.names("subjects", course.subjects)),
        mark("[Grade]"): grades_in_short(course.grades, catalog.entries(GradeEntry)),
        mark("Level"): catalog.name("levels", course.level) if course.level else "",
        mark("Licence"): catalog.name("licences", course.licence),
        mark("Before you start"): course.prior_knowledge or "",
        mark("Feedback on the way"): course.feedback or "",
        mark("Evaluation"): evaluation.text if evaluation else "",
        mark("[The learners'] own evaluation"): (evaluation and evaluation.self_evaluation) or "",
        mark("Differentiation"): course.differentiation or "",
    }


def _goal(goal: Goal) -> Described:
    return goal.text, {mark("Goal"): goal.text, mark("Signs of learning"): "\n".join(goal.signs)}


def _lesson(lesson: Lesson) -> Described:
    fields = {
        mark("Title"): lesson.title,
        mark("Minutes"): str(lesson.minutes),
        mark("Prepare"): lesson.preparation or "",
        mark("Activities"): "\n".join(map(_activity, lesson.activities)),
        mark("Until next time"): lesson.homework or "",
        mark("Can be left out"): "✓" if lesson.optional else "",
    }
    return lesson.title, fields


def _activity(activity: Activity) -> str:
    length = f" ({activity.minutes})" if activity.minutes else ""
    said = f"{activity.title}{length}: {activity.text}"
    shown = (f"[{figure.alt}]" for figure in activity.figures)
    return "\n".join((said, *shown, *([activity.alternative] if activity.alternative else [])))


def _concept(concept: Concept) -> Described:
    return concept.word, {mark("Explanation"): concept.explanation}


def _misconception(one: Misconception) -> Described:
    return one.misconception, {mark("Response"): one.response}


def _material(material: Material) -> Described:
    return material.title, {mark("Note"): material.note or "", mark("Licence"): material.licence or ""}


def _sheet(sheet: Sheet) -> Described:
    return sheet.title, {mark("Text"): sheet.text, mark("Answers"): sheet.answers or ""}


def _parts(
    before: Sequence[Value], after: Sequence[Value], describe: Callable[[Value], Described], words: Words
) -> tuple[Part, ...]:
    """The copy's parts in their order, each with the one it was made from, then those that were dropped."""
    old, new = [describe(one) for one in before], [describe(one) for one in after]
    pairs = _pairs(old, new)
    kept = {at: number for number, at in enumerate(sorted(pairs.values()))}
    number = 0
    found = []
    for place, (title, fields) in enumerate(new):
        if place not in pairs:
            found.append(Part("added", title, False, ()))
            continue
        changes = _changes(old[pairs[place]][1], fields, words)
        found.append(Part("changed" if changes else "same", title, kept[pairs[place]] != number, changes))
        number += 1
    dropped = (title for place, (title, _fields) in enumerate(old) if place not in kept)
    return (*found, *(Part("dropped", title, False, ()) for title in dropped))


def _pairs(old: Sequence[Described], new: Sequence[Described]) -> dict[int, int]:
    """Which part of the copy was made from which part of the source: the most alike first, each once."""
    titles: dict[str, deque[int]] = {}
    for at, (title, _) in enumerate(old):
        titles.setdefault(title, deque()).append(at)
    pairs = {place: titles[title].popleft() for place, (title, _) in enumerate(new) if titles.get(title)}
    taken = set(pairs.values())
    for score, place, at in _scores(
        [at for at in range(len(old)) if at not in taken], [place for place in range(len(new)) if place not in pairs],
        [_words_of(one) for one in old], [_words_of(one) for one in new],
    ):  # fmt: skip
        if score >= _ALIKE and -place not in pairs and -at not in taken:
            pairs[-place] = -at
            taken.add(-at)
    return pairs


def _scores(
    left: Sequence[int], right: Sequence[int], old: Sequence[Sequence[str]], new: Sequence[Sequence[str]]
) -> list[tuple[float, int, int]]:
    """How alike the parts are, those that stand far apart left out when there are very many."""
    reach = max(1, _COMPARED // max(1, len(right)) // 2)
    return sorted(
        (
            (likeness(old[at], new[place]), -place, -at)
            for number, place in enumerate(right)
            for at in left[max(0, number - reach) : number + reach]
        ),
        reverse=True,
    )


def _words_of(part: Described) -> list[str]:
    return " ".join(part[1].values()).split()[:_READ]


def _changes(before: Fields, after: Fields, words: Words) -> tuple[Change, ...]:
    return tuple(
        Change(words.say(name), *_pieces(*_readable(name, before.get(name, ""), text), words.effort))
        for name, text in after.items()
        if " ".join(text.split()) != " ".join(before.get(name, "").split())
    )


def _readable(name: str, before: str, after: str) -> tuple[str, str]:
    """Both texts without the signs of Markdown, unless those are what differs."""
    if name not in _RICH:
        return before, after
    old, new = (plain_text(to_html(text, lambda _: "")) for text in (before, after))
    return (before, after) if old == new else (old, new)


def _pieces(before: str, after: str, effort: Effort) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both texts cut where words came or went."""
    old, new = before.split(), after.split()
    matched = steps(old, new, effort)
    left = [Piece(" ".join(old[a:b]), "same" if tag == "equal" else "dropped") for tag, a, b, _, _ in matched if b > a]
    right = [Piece(" ".join(new[c:d]), "same" if tag == "equal" else "added") for tag, _, _, c, d in matched if d > c]
    return tuple(left), tuple(right)


def totals(sections: Sequence[Section]) -> Iterator[tuple[str, State, int]]:
    """How many parts of each section are new, changed and dropped, where there are any."""
    states: tuple[State, ...] = ("same", "changed", "added", "dropped")
    for section in sections:
        for state in states:
            if number := section.count(state):
                yield section.title, state, number
