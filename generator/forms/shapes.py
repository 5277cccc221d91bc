"""The shapes of what a form asks: a line, words to choose from, a file, fields that belong together, rows of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

from generator.model.date_parsing import Near
from generator.model.fields import Expected

_FORMS = {"2026-12-03 14:30": "moment", "2026-12-03": "day", "14:30": "time", "1:05": "film", "0.25": "share"}
"""Of texts that are written in one way only, by their example."""

Options: TypeAlias = "tuple[tuple[str, str], ...]"
"""What may be chosen: as the file says it, and as people read it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A text on one line."""

    sort: ClassVar[str] = "line"
    longest: int | None = None
    example: str = ""
    """How it is written, for what is written in one way only."""
    keys: Literal["text", "numeric", "email", "url"] = "text"
    """What a phone's keyboard offers."""
    near: Near = "next"
    """Which day is meant without a year."""

    @property
    def form(self) -> str:
        """In which form it is written, as scripts know it; "" for any."""
        return _FORMS.get(self.example, "") or ("" if self.keys == "text" else self.keys)


@dataclass(frozen=True, slots=True)
class Words:
    """A text of one or more lines."""

    sort: ClassVar[str] = "words"
    longest: int | None
    is_rich: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """One of some words."""

    sort: ClassVar[str] = "choice"
    options: Options


@dataclass(frozen=True, slots=True)
class FrameworkGoal:
    """One that may be chosen, of a version of a framework."""

    framework: str
    """What people call it, with its version."""
    subject: tuple[str, str]
    """Its id and its name; empty for one of no subject."""
    grades: tuple[str, ...]
    """Ids; empty for any."""
    id: str
    """As `goal_id` joins it."""
    text: str


@dataclass(frozen=True, slots=True)
class Goals:
    """A goal of a framework: a mapping in the file, and one choice for people."""

    sort: ClassVar[str] = "goal"
    goals: tuple[FrameworkGoal, ...]

    @property
    def options(self) -> Options:
        return tuple((one.id, one.text) for one in self.goals)

    @property
    def frameworks(self) -> tuple[str, ...]:
        """What they are called, each once."""
        return tuple(dict.fromkeys(one.framework for one in self.goals))

    @property
    def groups(self) -> tuple[tuple[str, tuple[str, str], tuple[FrameworkGoal, ...]], ...]:
        """The goals of each framework and subject: what the framework is called, the subject, the goals."""
        found: dict[tuple[str, tuple[str, str]], list[FrameworkGoal]] = {}
        for one in self.goals:
            found.setdefault((one.framework, one.subject), []).append(one)
        return tuple((framework, subject, tuple(own)) for (framework, subject), own in found.items())


@dataclass(frozen=True, slots=True)
class Ticks:
    """Several of a few words."""

    sort: ClassVar[str] = "ticks"
    options: Options


@dataclass(frozen=True, slots=True)
class Named:
    """Another document, found by its title. `kind` "*" is any."""

    sort: ClassVar[str] = "named"
    kind: str


@dataclass(frozen=True, slots=True)
class Own:
    """The id of an entry of another list in the same document."""

    sort: ClassVar[str] = "own"
    list: str
    is_many: bool


@dataclass(frozen=True, slots=True)
class File:
    """A file beside the document."""

    sort: ClassVar[str] = "file"
    suffixes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class YesNo:
    """Yes or no; a tick where no goes without saying."""

    sort: ClassVar[str] = "yes-no"


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that belong together."""

    sort: ClassVar[str] = "group"
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """The same again and again."""

    sort: ClassVar[str] = "rows"
    each: Shape
    has_ids: bool = False
    """Each has an id that nobody is asked for."""


Shape: TypeAlias = Line | Words | Choice | Goals | Ticks | Named | Own | File | YesNo | Group | Rows


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a form asks."""

    name: str
    label: str
    help: str
    """A sentence; "" where the label and what can be chosen say it."""
    is_required: bool
    shape: Shape
    one: str = ""
    """What one entry of a list is called; "" for what is no list."""
    expected: Expected | None = None
    """Why it must be filled in though a file may lack it; None where nothing asks for it, or always something does."""
    is_made: bool = False
    """An id that is made of what its entry says, when nobody writes one."""
    example: str = ""
    """How people may write it in this language, where a file has it otherwise."""
    other: str = ""
    """The label of the field that may be filled in instead."""
    is_usual: bool = False
    """Whether it may be left out, and is asked all the same."""
    is_former: bool = False
    """Whether only files from before have it: it is shown where it says something."""

    @property
    def is_asked(self) -> bool:
        """Whether a form shows it at once: something must or mostly does stand there, or in another field."""
        return (self.is_required and not self.is_made) or self.is_usual or self.other != ""
