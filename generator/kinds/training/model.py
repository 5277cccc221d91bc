"""The fields of a programme's file."""

from __future__ import annotations

from datetime import time
from typing import Annotated, Literal

from pydantic import Field

from generator.kinds.training.timetable import minutes_of, timetable
from generator.model.fields import (
    AnyItem,
    Expected,
    Function,
    HandedOut,
    Key,
    Level,
    Minutes,
    Published,
    RichText,
    Role,
    Strict,
    Text,
    Title,
    Url,
)  # fmt: skip
from generator.model.local_time import Clock

_MORNING = time(9)


class ProgrammeGoal(Strict):
    """Something that the participants can do afterwards."""

    id: Key
    """Short name used by the modules, for instance `copy`."""
    text: Text
    """What they can do."""


class Handout(Strict):
    """Something that is handed out or shown."""

    title: Text
    """What it is."""
    file: Annotated[HandedOut | None, Expected(instead="url", rule="handout-missing")] = None
    """A file beside this one; or `url`."""
    url: Url | None = None
    """Where it is on the web; or `file`."""


class Module(Strict):
    """A part of a session."""

    id: Key
    """Short name, for instance `lunch`; with the session's it is the anchor: `day-1-lunch`."""
    title: Title
    """What it is called."""
    minutes: Minutes
    """How long it takes."""
    kind: Literal["teach", "exercise", "break", "lunch"]
    """`teach`: somebody shows or tells. `exercise`: the participants work. `break` and `lunch` are what they are."""
    at: Clock | None = None
    """When it begins, whatever stands before it. Left out, it begins when the one before ends."""
    shrink_to: Minutes | None = None
    """How short it can be when time is scarce."""
    goals: tuple[Key, ...] = ()
    """The goals that it serves."""
    refs: tuple[AnyItem, ...] = ()
    """Guides, videos and courses that are used."""
    text: RichText | None = None
    """What happens, for everybody."""
    notes: RichText | None = None
    """What only the trainer needs."""
    materials: tuple[Handout, ...] = ()
    """What is handed out or shown."""


class Session(Strict):
    """One sitting."""

    id: Key
    """Short name, for instance `day-1`; others name it as `training:superusers#day-1`."""
    title: Title
    """What it is called."""
    start: Clock = _MORNING
    """When it begins, 09:00 unless it is given."""
    modules: Annotated[tuple[Module, ...], Field(min_length=1, max_length=100)]
    """What happens, in order."""

    @property
    def begins(self) -> int:
        """Minutes since midnight."""
        return minutes_of(self.start)

    @property
    def ends(self) -> int:
        """Minutes since midnight."""
        return timetable(self.begins, self.modules)[-1].end


class Pack(Strict):
    """What a colleague needs who holds it at the own school, beside what the programme says already."""

    invitation: RichText | None = None
    """A paragraph of the invitation: what one gets out of coming."""
    checklist: tuple[RichText, ...] = ()
    """What to see to beforehand, a line each."""


class Training(Published):
    """A programme for training people, in one sitting or several."""

    owner: Role
    """The role that answers for it."""
    audience: Annotated[tuple[Role, ...], Field(min_length=1)]
    """Whom it is for."""
    level: Level | None = None
    """The usage level that it helps to reach."""
    functions: tuple[Function, ...] = ()
    """Platform functions that it is about."""
    goals: tuple[ProgrammeGoal, ...] = ()
    """What the participants can do afterwards."""
    sessions: Annotated[tuple[Session, ...], Field(min_length=1, max_length=50)]
    """The sittings, in order."""
    pack: Pack | None = None
    """For those who hold it at their own [place]."""


def anchor(session: Session, module: Module) -> str:
    """Of a module on the page."""
    return f"{session.id}-{module.id}"
