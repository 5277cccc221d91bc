"""What the file of a weekly mail says: its week, for whom, and lines whose words stay as they were sent."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.model.fields import WEEK, Day, Key, PastDay, Published, Reference, Rich, Role, Strict, Text, Title

Week = Annotated[str, StringConstraints(pattern=WEEK)]
Greeting = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000), Rich(as_told=True)]
ToldItem = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=r"^[^#]*$"),
    Reference("*", as_told=True),
]
"""An item as a whole: places in pages come and go."""
SectionKind = Literal["new", "changed", "coming", "due", "known", "schools"]


class MailLine(Strict):
    """A line of the mail. Its words stay, whatever becomes of what they tell of."""

    ref: ToldItem | None = None
    """What it leads to, as `guide:follow-a-guide`; without a place in it."""
    part: Key | None = None
    """Which part of that it is about, such as one of many meetings. The program writes it."""
    title: Title
    """What it is about; the words of the link."""
    line: Text | None = None
    """What there is to know, in a sentence of at most 140 signs."""
    only: tuple[Role, ...] = ()
    """Whom it is for; left out when it is for all who get the mail."""


class MailSection(Strict):
    """Lines of one sort."""

    kind: SectionKind
    """`new`, `changed`, `coming`, `due` (to be done), `known` (problems) or `schools` (told by [places])."""
    items: tuple[MailLine, ...] = ()
    """Its lines, the most important first."""


class Digest(Published):
    """A weekly mail. `hub digest` collects what it may tell; a person decides, and sends it."""

    week: Week
    """The week, as `2026-W48` (ISO 8601)."""
    start: Day
    """Its Monday."""
    end: Day
    """Its Sunday."""
    audiences: Annotated[tuple[Role, ...], Field(min_length=1)]
    """Who gets the mail, each a mail of their own."""
    greeting: Greeting | None = None
    """What it begins with, in your own words."""
    sections: tuple[MailSection, ...] = ()
    """What it tells."""
    sent: PastDay | None = None
    """The day on which it was sent. From then on `hub digest` leaves it alone."""
    found: tuple[Text, ...] = ()
    """What `hub digest` has found, and as what: so that it keeps what you have changed and removed. It writes this."""
