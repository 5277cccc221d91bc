"""What pages may say of an item that is held on certain days: when it meets, as a contract between kinds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from generator.model.feed import FOLDER
from generator.model.rollup import RollupName
from generator.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Meetings:
    """The days on which it meets, cancelled ones left out; what `Kind.shown` of such a kind returns."""

    days: tuple[date, ...]
    """In order."""


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """A day on which an item is taught, and where that is said."""

    day: date
    title: str
    url: str
    """Relative to the site's root."""


TEACHES = (("teaches",), ("programme",), ("occasions", "programme"))
"""The fields by which an item names what it teaches."""


@dataclass(frozen=True, slots=True, order=True)
class MeetingTime:
    """One time that something is held."""

    start: datetime
    url: str
    """Where it is said, relative to the site's root, with an anchor."""
    title: str
    state: str
    """`planned`, `full`, `cancelled` or `held`."""


OCCASIONS: RollupName[tuple[MeetingTime, ...]] = RollupName("occasions")
"""What is held, in order of time, by whom it is for alone: see `for_school`, `for_district`; for all under ""."""


def for_school(id_: str) -> str:
    return f"school/{id_}"


def for_district(id_: str) -> str:
    return f"district/{id_}"


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is held for the school that a page is about."""

    next: tuple[MeetingTime, ...]
    """The next ones as of the hub's day."""
    day: date
    """The hub's day."""
    calendar: str
    """Its calendar to follow, relative to the site's root."""
    title: str
    """What that is called in a calendar program."""


def calendar_of_school(id_: str, settings: Settings) -> str:
    """Where the calendar of what is held for a school stands; it is there when anything is held for it."""
    return file_for_school(id_, dict(settings.addresses).get("schools", "school"))


def file_for_school(id_: str, word: str) -> str:
    """The same in a hub that has this word in its addresses."""
    return f"{FOLDER}events-{word}-{id_}.ics"
