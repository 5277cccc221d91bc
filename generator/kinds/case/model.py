"""What a case file says: the problem, whom and what it touches, what was decided, and what has happened since."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import (
    AnyItem,
    Expected,
    Function,
    PastDay,
    Published,
    RichText,
    Role,
    School,
    Strict,
    Text,
    Url,
    Without,
)  # fmt: skip
from generator.model.local_time import LocalTime
from generator.model.outage_notice import Weight

Track = Literal["organisational", "technical"]
State = Literal["open", "workaround", "decided", "solved", "closed"]
Device = Literal["ipad", "chromebook", "pc", "phone"]


class Affects(Strict):
    """What a case touches. Sorts narrow each other: a function and a device are that function on that device."""

    functions: tuple[Function, ...] = ()
    """Platform functions. Pages that use one of them get a line."""
    items: tuple[AnyItem, ...] = ()
    """Pages of the hub, or places on them, as `guide:hand-in#step-3`. They say it where it happens."""
    schools: tuple[School, ...] = ()
    """[The places] that it is limited to; left out for all."""
    devices: tuple[Device, ...] = ()
    """The devices that it is limited to; left out for all."""


class Decision(Strict):
    """What was decided."""

    date: PastDay
    """The day on which it was decided."""
    text: RichText
    """What was decided, in words that people can act on."""
    by: Role
    """The role that decided; never a person."""


class Solved(Strict):
    """When the problem went away."""

    date: PastDay
    """The day."""
    version: Text | None = None
    """The version of the product without it."""


class Planned(Strict):
    """When something is planned to be out of use, in the hub's zone."""

    start: Annotated[LocalTime, Without(year="nearest")]
    """From when, for instance `2026-12-03 14:30`."""
    end: Annotated[LocalTime, Without(year="nearest")]
    """Until when."""


class Update(Strict):
    """Something that has happened since."""

    date: PastDay
    """The day."""
    text: RichText
    """What happened."""


class Case(Published):
    """A case of the reference group: a problem, what to do meanwhile, and what was decided."""

    track: Track
    """`organisational`: about how people work. `technical`: about the platform."""
    state: State
    """`open`; with a `workaround`; `decided`; `solved`; or `closed` without being solved."""
    weight: Weight
    """`stop`: the work cannot be done. `nuisance`: it can, with trouble. `note`: good to know."""
    opened: PastDay
    """The day on which it was first told."""
    owner: Role
    """The role that takes it on."""
    affects: Affects
    """What it touches."""
    problem: RichText
    """What is wrong, as people meet it."""
    workaround: Annotated[RichText | None, Expected(when=("state", "workaround"), rule="workaround-missing")] = None
    """What people can do meanwhile. It is shown wherever the case is."""
    decision: Annotated[Decision | None, Expected(when=("state", "decided"), rule="decision-missing")] = None
    """What was decided."""
    solved: Annotated[Solved | None, Expected(when=("state", "solved"), rule="solved-undated")] = None
    """When it was solved."""
    planned: Planned | None = None
    """When something is planned to be out of use."""
    updates: Annotated[tuple[Update, ...], Field(max_length=200)] = ()
    """What has happened since, in order."""
    supplier_case: Url | None = None
    """The case at the supplier's."""
