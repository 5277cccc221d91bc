"""What pages may say of an item that is held on certain days: when it meets, as a contract between kinds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


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


TEACHES = ("teaches",)
"""The field by which an item names what it teaches."""
