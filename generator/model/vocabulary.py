"""Vocabularies: the words that content chooses between, as data in `content/vocabulary/`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.model.fields import Day, District, Grade, Key, RichText, Strict, Text, Url, Whole, YesNo


class Entry(Strict):
    """One word to choose."""

    id: Key
    """What content files write."""
    name: Text
    """What people read."""
    description: RichText | None = None
    """A sentence or more about it, shown on its page."""


class SubjectEntry(Entry):
    """A school subject and where the law places it."""

    group: Literal["humanities", "practical", "science", "elective", "topic", "cross-cutting", "other"] = "other"
    """The block it belongs to."""
    grades: tuple[Grade, ...] = ()
    """The grades in which it is taught; empty means any."""
    source: Text | None = None
    """The paragraph that says so, for instance `folkeskoleloven § 5`."""
    valid_from: Day | None = None
    """The day from which that is so."""


class GradeEntry(Entry):
    """A grade, with the stage it belongs to."""

    stage: Key | None = None
    """The stage that it belongs to, from `vocabulary/stages.yml`."""


class LicenceEntry(Entry):
    """A licence, by its SPDX id where it has one."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+([.+-][A-Za-z0-9]+)*$", max_length=80)]
    """What content files write, as SPDX does."""
    url: Url | None = None
    """The licence text."""
    adaptations: YesNo = True
    """Whether adapted copies are allowed."""
    share_alike: YesNo = False
    """Whether adapted copies must carry the same licence."""
    commercial: YesNo = True
    """Whether commercial use is allowed."""


class FunctionEntry(Entry):
    """A function of the platform, and what its button is called today."""

    label: Text
    """The text of the button or menu entry."""
    former_labels: tuple[Text, ...] = ()
    """What it was called before. Texts that still say so are found."""
    label_since: Day | None = None
    """When it got the name it has. Pictures of before then are found."""


class LevelEntry(Entry):
    """A usage level."""

    number: Annotated[Whole, Field(ge=1, le=9)]
    """Its place, 1 first."""
    next_step: RichText | None = None
    """What takes a school from here to the next level."""


class RoleEntry(Entry):
    """What somebody does here. Its description says what to do first; it stands at the top of the role's page."""

    way_in: Text | None = None
    """What people come for, in their words: a card on the front page that leads to the role's page."""
    task: Text | None = None
    """A sentence on that card about what they find."""


class SchoolEntry(Entry):
    """A school."""

    district: District | None = None
    """The id of its district."""


class FrameworkGoalEntry(Strict):
    """A goal of a framework."""

    id: Key
    """What courses write."""
    text: Text
    """The goal in a sentence."""
    subject: Annotated[Key, Field()] | None = None
    """The subject it belongs to."""
    grades: tuple[Grade, ...] = ()
    """The grades that it is for; empty means any."""


class FrameworkEntry(Entry):
    """A version of a curriculum framework."""

    version: Text
    """Its version."""
    url: Url | None = None
    """Where it is published."""
    goals: tuple[FrameworkGoalEntry, ...] = ()
    """The goals that courses may refer to."""


class HolidayEntry(Entry):
    """Days without school."""

    first: Day
    """The first day."""
    last: Day
    """The last day."""


class GlossaryEntry(Entry):
    """A word explained. `description` is the explanation; `name` is the word."""

    forms: tuple[Text, ...] = ()
    """Other forms of the word that should be recognised in a text."""
    see: tuple[Text, ...] = ()
    """Related words of the glossary, by id."""


class SynonymEntry(Strict):
    """Words that mean the same to those who search."""

    words: Annotated[tuple[Text, ...], Field(min_length=2)]
    """The words."""


class Vocabulary(Strict):
    """A vocabulary file: a title and its words."""

    title: Text
    """What the vocabulary is called."""
    source: Text | None = None
    """Where it comes from."""
    entries: tuple[Entry, ...]
    """The words, in the order in which people expect them."""


class OwnVocabulary(Vocabulary):
    """A vocabulary of the hub's own, by whose words items are found: they name them under `tags`."""

    by: Text
    """What people choose by, one of it in the hub's language: `profession` gives “By profession”."""


class SubjectVocabulary(Vocabulary):
    """A vocabulary of subject entries."""

    entries: tuple[SubjectEntry, ...]
    """The words, in the order in which people expect them."""


class GradeVocabulary(Vocabulary):
    """A vocabulary of grade entries."""

    entries: tuple[GradeEntry, ...]
    """The words, in the order in which people expect them."""


class LicenceVocabulary(Vocabulary):
    """A vocabulary of licence entries."""

    entries: tuple[LicenceEntry, ...]
    """The words, in the order in which people expect them."""


class LevelVocabulary(Vocabulary):
    """A vocabulary of level entries."""

    entries: tuple[LevelEntry, ...]
    """The words, in the order in which people expect them."""


class FunctionVocabulary(Vocabulary):
    """A vocabulary of function entries."""

    entries: tuple[FunctionEntry, ...]
    """The words, in the order in which people expect them."""


class RoleVocabulary(Vocabulary):
    """A vocabulary of roles."""

    entries: tuple[RoleEntry, ...]
    """The words, in the order in which people expect them."""


class SchoolVocabulary(Vocabulary):
    """A vocabulary of school entries."""

    entries: tuple[SchoolEntry, ...]
    """The words, in the order in which people expect them."""


class FrameworkVocabulary(Vocabulary):
    """A vocabulary of framework entries."""

    entries: tuple[FrameworkEntry, ...]
    """The words, in the order in which people expect them."""


class GlossaryVocabulary(Vocabulary):
    """A vocabulary of glossary entries."""

    entries: tuple[GlossaryEntry, ...]
    """The words, in the order in which people expect them."""


class HolidayVocabulary(Vocabulary):
    """A vocabulary of days without school."""

    entries: tuple[HolidayEntry, ...]
    """The holidays, by date."""


class SynonymVocabulary(Strict):
    """The groups of words that search treats as one."""

    title: Text
    """What the file is called."""
    source: Text | None = None
    """Where it comes from."""
    entries: tuple[SynonymEntry, ...]
    """The groups."""


VOCABULARIES: dict[str, type[Vocabulary] | type[SynonymVocabulary]] = {
    "subjects": SubjectVocabulary,
    "grades": GradeVocabulary,
    "stages": Vocabulary,
    "licences": LicenceVocabulary,
    "levels": LevelVocabulary,
    "functions": FunctionVocabulary,
    "roles": RoleVocabulary,
    "schools": SchoolVocabulary,
    "districts": Vocabulary,
    "frameworks": FrameworkVocabulary,
    "glossary": GlossaryVocabulary,
    "synonyms": SynonymVocabulary,
    "holidays": HolidayVocabulary,
    "event-types": Vocabulary,
}
"""Every vocabulary by the name of its file, with its model."""

VOCABULARY_OF: dict[type[Strict], str] = {
    SubjectEntry: "subjects", GradeEntry: "grades", LicenceEntry: "licences", LevelEntry: "levels",
    FunctionEntry: "functions", RoleEntry: "roles", SchoolEntry: "schools", FrameworkEntry: "frameworks",
    GlossaryEntry: "glossary", SynonymEntry: "synonyms", HolidayEntry: "holidays",
}  # fmt: skip
"""The vocabulary of the entries that have a class of their own."""
