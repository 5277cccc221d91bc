"""Days by which something is to be done, as calendars tell them: whole days, each with a name that stays."""

from __future__ import annotations

from datetime import date, timedelta

from generator.model.feed import CalendarEntry
from generator.model.fields import Published

DEADLINES = "darkslateblue"
"""The colour of calendars of deadlines, in the programs that follow them: the named one nearest to that of plans."""


def deadline(name: str, title: str, due: date, of: Published, url: str, *, dropped: bool = False) -> CalendarEntry:
    """`of` is the document that gives the day; each day on which it is updated counts as a change."""
    return CalendarEntry(
        name=name, title=title, start=due, end=due + timedelta(days=1), updated=of.updated,
        revision=(of.updated - of.published).days if of.published else 0,
        state="cancelled" if dropped else "planned", url=url,
    )  # fmt: skip
