"""What is planned, and how a local plan differs from the common one: activities, phases, criteria, overlays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import (
    AnyItem,
    Count,
    Day,
    Expected,
    Key,
    RichText,
    Role,
    Share,
    Strict,
    Text,
    Title,
    YesNo,
)  # fmt: skip

State = Literal["planned", "started", "done", "dropped"]


class Activity(Strict):
    """Something that somebody does by a day."""

    id: Key | None = None
    """Short name by which a local plan speaks of it. It must stay when the activity is moved or renamed."""
    title: Title
    """What is done."""
    role: Role
    """Who is responsible."""
    due: Day
    """When it must be done."""
    text: RichText | None = None
    """More about it."""
    milestone: YesNo = False
    """True when the whole organisation looks at this day."""
    refs: tuple[AnyItem, ...] = ()
    """Guides, videos and courses that help."""


class Phase(Strict):
    """A period with aims."""

    id: Key
    """Short name, for instance `preparation`."""
    title: Title
    """What it is called."""
    start: Day
    """Its first day."""
    end: Day
    """Its last day."""
    aims: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What is to be reached."""
    activities: tuple[Activity, ...] = ()
    """What is done."""


class PlanTerm(Strict):
    """A period in which criteria are to be met."""

    id: Key
    """Short name, for instance `autumn-2016`."""
    title: Title
    """What it is called."""
    start: Day
    """Its first day."""
    end: Day
    """Its last day."""


class Target(Strict):
    """How much is enough: a share of the population, a count, or only a direction."""

    share: Share | None = None
    """A share between 0 and 1; 1 is all, 0.5 at least half."""
    count: Annotated[Count, Field(ge=1)] | None = None
    """A number."""
    words: Text
    """The target in words, as it is said: "mindst halvdelen"."""

    @property
    def per_cent(self) -> int | None:
        """The share as people read it."""
        return None if self.share is None else round(self.share * 100)


class Criterion(Strict):
    """Something that can be seen to be reached."""

    id: Key
    """Short name."""
    text: Text
    """The criterion in one sentence."""
    population: Literal["staff", "parents", "pupils", "courses", "schools"]
    """Of whom or what the share is taken."""
    measure: Text
    """How it is measured."""
    target: Target
    """How much is enough."""
    term: Key
    """The term in which it is to be met."""


class ActivityChange(Strict):
    """What a local plan does otherwise with an activity of the common plan. Only what differs is written."""

    activity: Key
    """Which activity it is."""
    due: Day | None = None
    """When it must be done here."""
    state: State | None = None
    """How far it has come here; `dropped` when it is not done here."""
    note: Text | None = None
    """A remark, for instance how it is done here."""
    reason: Annotated[Text | None, Expected(when=("state", "dropped"), rule="dropped-without-reason")] = None
    """Why it is not done here."""


class AddedActivity(Activity):
    """An activity that only the local plan has."""

    id: Key
    """Short name, other than those of the common plan."""
    phase: Key
    """The phase of the common plan that it belongs to."""
    state: State = "planned"
    """How far it has come."""


class Overlay(Strict):
    """A local plan as what it changes in a common one."""

    changes: tuple[ActivityChange, ...] = ()
    """Activities that are otherwise here."""
    adds: tuple[AddedActivity, ...] = ()
    """Activities that are only here."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The activity is due on another day."""

    activity: Activity
    days: int
    """Positive when it is later than in the common plan."""
    note: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """The activity is not done here."""

    activity: Activity
    reason: str
    """"" when none is given."""


@dataclass(frozen=True, slots=True)
class Progressed:
    """How far the activity has come here."""

    activity: Activity
    state: State
    note: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A remark is all that differs."""

    activity: Activity
    note: str


@dataclass(frozen=True, slots=True)
class Added:
    """The activity is only here."""

    activity: AddedActivity


Difference = Moved | Dropped | Progressed | Noted | Added


def difference(phases: Sequence[Phase], overlay: Overlay) -> tuple[Difference, ...]:
    """How the overlaid plan differs, in the order of the common plan, each phase's own activities last.

    A change to an activity that the common plan has not, and an addition to such a phase, is left out: they are
    `unknown_activities` and `unknown_phases`. Of two changes to one activity the last one counts.
    """
    changes = {change.activity: change for change in overlay.changes}
    found: list[Difference] = []
    for phase in phases:
        for activity in phase.activities:
            if activity.id in changes:
                found += _differences(activity, changes[activity.id])
        found += (Added(added) for added in overlay.adds if added.phase == phase.id)
    return tuple(found)


def _differences(activity: Activity, change: ActivityChange) -> Iterator[Difference]:
    """A remark stands with the first of them."""
    note = change.note or ""
    if change.state == "dropped":
        yield Dropped(activity, change.reason or note)
        return
    days = (change.due - activity.due).days if change.due else 0
    if days:
        yield Moved(activity, days, note)
    if change.state and change.state != "planned":
        yield Progressed(activity, change.state, "" if days else note)
    elif note and not days:
        yield Noted(activity, note)


def activities(phases: Sequence[Phase]) -> dict[str, Activity]:
    """The activities of a plan that have an id, by it."""
    return {activity.id: activity for phase in phases for activity in phase.activities if activity.id}


def unknown_activities(phases: Sequence[Phase], overlay: Overlay) -> tuple[tuple[int, str], ...]:
    """Changes of activities that the plan does not have: place in `changes`, and id."""
    known = activities(phases)
    return tuple((at, one.activity) for at, one in enumerate(overlay.changes) if one.activity not in known)


def unknown_phases(phases: Sequence[Phase], overlay: Overlay) -> tuple[tuple[int, str], ...]:
    """Additions to phases that the plan does not have: place in `adds`, and id of the phase."""
    known = {phase.id for phase in phases}
    return tuple((at, one.phase) for at, one in enumerate(overlay.adds) if one.phase not in known)


def without_id(phases: Sequence[Phase]) -> tuple[tuple[int, int], ...]:
    """Activities that no overlay can speak of: place of the phase, and of the activity in it."""
    return tuple(
        (number, index)
        for number, phase in enumerate(phases)
        for index, activity in enumerate(phase.activities)
        if activity.id is None
    )
