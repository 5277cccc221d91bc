"""The fields of an event file: what is held, for whom, and each time it is held."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import (
    AnyItem,
    Day,
    District,
    Expected,
    Function,
    Key,
    Level,
    Mailbox,
    Minutes,
    PastDay,
    Published,
    Reference,
    RichText,
    Role,
    School,
    Strict,
    Term,
    Text,
    Url,
    Whole,
)  # fmt: skip
from generator.model.local_time import LocalTime


class Place(Strict):
    """Where people meet: a building, a room, or an address on the net."""

    name: Text
    """What the place is called."""
    room: Text | None = None
    """The room."""
    address: Text | None = None
    """Its address, on one line."""
    url: Url | None = None
    """Where one joins over the net."""
    how: Text | None = None
    """How one finds it, or gets in."""


class Signup(Strict):
    """How one signs up: over an address or a shared mailbox."""

    url: Annotated[Url | None, Expected(instead="mailbox", rule="signup-one")] = None
    """Where one signs up."""
    mailbox: Mailbox | None = None
    """A shared mailbox to write to."""
    by: Day | None = None
    """The last day to sign up."""
    seats: Annotated[Whole, Field(ge=1, le=10_000)] | None = None
    """How many there is room for."""


class Change(Strict):
    """Something about an occasion that is other than it was said."""

    date: PastDay
    """The day on which it was changed."""
    what: Literal["time", "place", "cancelled", "text"]
    """What was changed."""
    was: Text | None = None
    """What it was before, such as `2026-12-03 14:30`."""
    why: Text
    """Why, in words that those who had planned to come can use."""


class Occasion(Strict):
    """One time that the event is held."""

    id: Key
    """Its name for ever: calendars know the occasion by it, also when it is moved."""
    start: LocalTime
    """When it begins, as `2026-12-03 14:30`."""
    minutes: Annotated[Minutes | None, Expected(instead="end", rule="occasion-length")] = None
    """How long it lasts; or give `end`."""
    end: LocalTime | None = None
    """When it ends; or give `minutes`."""
    place: Place | None = None
    """Where, when it is elsewhere than the others."""
    state: Literal["planned", "full", "cancelled", "held"] = "planned"
    """`full`: no seats are left. `cancelled`: it stays in calendars for a while, marked as such."""
    note: Text | None = None
    """What is special about this time."""
    programme: AnyItem | None = None
    """What happens this time, as `training:superusers#day-1`."""
    changes: Annotated[tuple[Change, ...], Expected(when=("state", "cancelled"), rule="cancelled-unsaid")] = ()
    """What was changed since it was first published, in order."""


class Event(Published):
    """Something that people come to, once or many times."""

    uid: Key | None = None
    """What calendars know it by, once the file has another name than when it was first published."""

    type: Annotated[Key, Term("event-types")]
    """What sort of event it is."""
    audience: Annotated[tuple[Role, ...], Field(min_length=1)]
    """Whom it is for."""
    owner: Role
    """The role that holds it."""
    districts: tuple[District, ...] = ()
    """[The districts] that it is for; none means all."""
    school: School | None = None
    """[The place] that it is for."""
    level: Level | None = None
    """The usage level that it helps to reach."""
    functions: tuple[Function, ...] = ()
    """Platform functions that it is about."""
    description: RichText | None = None
    """What happens, and what to bring."""
    programme: AnyItem | None = None
    """What happens, as `training:cafe#meeting`; each occasion may have its own."""
    teaches: tuple[AnyItem, ...] = ()
    """The guides, courses and videos that are taught; their pages say when next."""
    place: Annotated[Place | None, Expected(instead="occasions.place", rule="place-missing")] = None
    """Where it is held."""
    signup: Signup | None = None
    """How one signs up; left out when one just comes."""
    recording: Annotated[Text, Reference("video")] | None = None
    """The video that was made of it."""
    occasions: Annotated[tuple[Occasion, ...], Field(min_length=1)]
    """Each time that it is held."""
