"""What feeds and calendars are made of: neutral entries that know nothing of the format they are written in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from urllib.parse import quote

FOLDER = "feeds/"
"""Where feeds stand on the site."""
NEWEST_FEED = f"{FOLDER}all.xml"
"""The feed of all that is new or changed; every page names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """Something new, as a feed tells it."""

    name: str
    """Its name in the hub for ever, such as `course/fractions`: with `Settings.hub_id` it becomes a tag URI."""
    title: str
    url: str
    """Relative to the site's root."""
    updated: date
    published: date | None = None
    summary: str = ""
    """Plain text."""
    html: str = ""
    """The whole text with absolute addresses; "" when the summary is all that the feed tells."""


@dataclass(frozen=True, slots=True)
class WholeText:
    """All that an item has to tell, for feeds that carry it: `Kind.offers` of such a kind holds one."""

    text: str
    """Rich text."""
    day: date
    """The day on which it is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """Entries with a title, the newest first."""

    name: str
    """Its name for ever, such as `feeds/all`; it is where it stands, too, without an ending."""
    title: str
    url: str
    """The page that shows the same, relative to the site's root."""
    entries: tuple[FeedEntry, ...]

    @property
    def atom_path(self) -> str:
        """Relative to the site's root."""
        return atom_path(self.name)

    @property
    def json_path(self) -> str:
        return json_path(self.name)

    @property
    def updated(self) -> date:
        """Of the newest entry."""
        return max((entry.updated for entry in self.entries), default=date.min)


def atom_path(name: str) -> str:
    """Where a feed of that name stands as Atom, relative to the site's root."""
    return f"{name}.xml"


def json_path(name: str) -> str:
    return f"{name}.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """Something that happens once, as a calendar tells it. A series is several entries."""

    name: str
    """Its name for ever: with `Settings.hub_id` it becomes the UID. It stays when the time is another."""
    title: str
    start: datetime | date
    """A local time in the hub's zone; a date for what lasts whole days."""
    end: datetime | date
    """Of the same type; of days, the first that is not among them."""
    updated: date
    revision: int = 0
    """How often it was changed since it was first published."""
    state: Literal["planned", "cancelled"] = "planned"
    place: str = ""
    url: str = ""
    """Relative to the site's root."""
    text: str = ""
    """Plain text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """What happens, as a calendar that others may follow."""

    path: str
    """Where it stands, relative to the site's root."""
    title: str
    entries: tuple[CalendarEntry, ...]
    """In order of time."""
    colour: str = ""
    """The name of a colour of CSS 3, in which programs may show it; "" leaves it to them."""


@dataclass(frozen=True, slots=True)
class Subscription:
    """The addresses by which programs follow a calendar."""

    address: str
    """Of the calendar itself."""
    outlook: str
    apple: str
    """`webcal:`, which Apple's calendar opens, and many others."""
    google: str


def subscription(site_url: str, path: str, title: str) -> Subscription | None:
    """None while the hub has no address: `subscription-links.js` finds it out in the browser, and makes the same."""
    if not site_url:
        return None
    address = f"{site_url}{path}"
    webcal = f"webcal:{address.partition(':')[2]}"
    outlook = (
        f"https://outlook.office.com/calendar/0/addfromweb?url={quote(address, safe='')}&name={quote(title, safe='')}"
    )
    return Subscription(
        address, outlook, webcal, f"https://calendar.google.com/calendar/r?cid={quote(webcal, safe='')}"
    )


def tag_uri(hub_id: str, name: str) -> str:
    """A name that is unique in the world and stays when the site moves (RFC 4151)."""
    return f"tag:{hub_id}:{name}"


def moment(day: date) -> str:
    """A day without a time is told as the morning: at midnight it would be the day before in half the world."""
    return f"{max(day, date(1970, 1, 1)).isoformat()}T06:00:00Z"
