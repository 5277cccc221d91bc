"""What kinds offer to a weekly mail, without knowing it: values that `Kind.offers` of a kind may hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from generator.model.plan_contract import Overlay


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One time that something is held."""

    id: str
    """Permanent within its item."""
    start: datetime
    """In the hub's zone."""
    state: Literal["planned", "full", "cancelled", "held"] = "planned"
    changed: date | None = None
    """The day on which it was last moved or otherwise changed."""
    why: str = ""
    """Why it was changed, in words."""
    place: str = ""
    note: str = ""
    """What else there is to know of it, as rich text."""
    districts: tuple[str, ...] = ()
    """The districts that it is for; () when it is for all."""
    schools: tuple[str, ...] = ()
    """The schools that it is for; () when it is for all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownProblem:
    """Something that does not work, or did not."""

    opened: date
    solved: date | None = None
    stops: bool = False
    """Whether it keeps people from going on."""
    way_out: str = ""
    """What to do meanwhile, as rich text; "" when there is nothing."""
    decision: str = ""
    """What was decided, as rich text; "" before anything was."""
    schools: tuple[str, ...] = ()
    """The schools that it hits; () when it may hit all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolsWord:
    """What a school has told, shared or adapted."""

    school: str
    day: date
    text: str = ""
    """How it went, as rich text; "" for something that was shared or adapted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolsContact:
    """Whom a school asks."""

    role: str
    mailbox: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAgreement:
    """Something that was agreed with a school and is not done yet."""

    text: str
    role: str
    due: date


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalPlan:
    """How a school's own plan differs from a common one."""

    of: str
    """The id of the common plan."""
    overlay: Overlay
