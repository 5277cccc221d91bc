"""What a school file says: contact, own plan, levels, observations, focus and agreements."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.model.fields import (
    AnyItem,
    Count,
    Day,
    Expected,
    Key,
    Level,
    Mailbox,
    PastDay,
    Published,
    Reference,
    Role,
    Strict,
    Subject,
    Text,
    YesNo,
)  # fmt: skip
from generator.model.plan_contract import Overlay, State

How = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Fingerprint = Annotated[str, StringConstraints(pattern=r"^[a-p]{12}$")]
FOCUS = 5
"""Points for a conversation at most."""
PlanReference = Annotated[Text, Reference("plan", gone="plan-gone", reads=True)]


class Superusers(Strict):
    """How many superusers there are. Never who they are."""

    count: Count
    """How many."""
    leader: YesNo
    """Whether one of them is a pedagogical leader."""
    as_of: PastDay
    """The day on which they were counted."""


class OwnPlan(Overlay):
    """The school's own plan: what differs from the common one."""

    of: PlanReference
    """The plan that it is made over."""
    base: Fingerprint | None = None
    """Fingerprint of the plan that was adapted; the editor writes it."""


class LevelReached(Strict):
    """The level of a subject on a day. Earlier lines are kept: they are the history."""

    subject: Subject
    """[The subject]."""
    level: Level
    """The level on which most in [the subject] work."""
    as_of: PastDay
    """The day on which it was so."""
    by: Role
    """The role that assessed it."""
    note: How | None = None
    """A remark."""


class Observation(Strict):
    """Evidence for a criterion: numbers, or a verdict where the target is only words."""

    criterion: Key
    """Which criterion it is."""
    as_of: PastDay
    """The day that it is true of."""
    reached: Annotated[Count | None, Expected(instead="verdict", rule="observation-form")] = None
    """How many reach it."""
    of: Count | None = None
    """Of how many. Left out where the target is a count."""
    verdict: Literal["met", "partly", "not"] | None = None
    """Where the target is only words."""
    how: How
    """How it was found out."""
    by: Role
    """The role that found it out; never a person."""
    refs: tuple[AnyItem, ...] = ()
    """What shows it."""


class Agreement(Strict):
    """Something that was agreed at a conversation."""

    made: PastDay
    """The day on which it was agreed."""
    text: Text
    """What was agreed."""
    role: Role
    """Who does it."""
    due: Day
    """When it is to be done."""
    state: State = "planned"
    """How far it has come."""


class Reported(Strict):
    """What a school says of itself. It may hand it in as a file."""

    superusers: Superusers | None = None
    """How many superusers it has."""
    plans: tuple[OwnPlan, ...] = ()
    """[The place's] own plans, one for each common plan that it follows."""
    levels: tuple[LevelReached, ...] = ()
    """Its level by [subject], as it assesses itself."""
    observations: tuple[Observation, ...] = ()
    """Evidence for the criteria."""
    focus: Annotated[tuple[Text, ...], Field(max_length=FOCUS)] = ()
    """The leader's own points for the conversation."""
    agreements: tuple[Agreement, ...] = ()
    """What was agreed."""


class School(Reported, Published):
    """A school: whom to ask, where it is in the plan, and how far it has come. Its id is in vocabulary/schools.yml."""

    contact: Role
    """The role that [the place] can ask."""
    mailbox: Mailbox | None = None
    """A shared mailbox of the contact, never a person's."""
    test_school: YesNo = False
    """Whether it went first."""
