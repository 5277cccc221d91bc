"""A school's own deadlines as a calendar to follow: its plans as they are there, and its agreements."""

from __future__ import annotations

from collections.abc import Iterator

from generator.formats.ics import ics
from generator.i18n.language import mark
from generator.kinds.school.plan import school_plans
from generator.kinds.school.summary import SchoolItem
from generator.model.context import Context
from generator.model.deadline_calendar import DEADLINES, deadline
from generator.model.feed import Calendar, CalendarEntry
from generator.model.page import Export
from generator.store.fingerprint import digest


def file_of(item: SchoolItem) -> str:
    return f"{item.url}{item.id}.ics"


def title_of(item: SchoolItem, context: Context) -> str:
    return context._(mark("Deadlines: {title}")).format(title=item.common.title)


def calendars(item: SchoolItem, context: Context) -> Iterator[Export]:
    """What is dropped is cancelled there too; what has no id is known by what it is called."""
    entries = sorted(_entries(item, context), key=lambda one: (one.start, one.name))
    calendar = Calendar(path=file_of(item), title=title_of(item, context), entries=tuple(entries), colour=DEADLINES)
    yield Export(calendar.path, ics(calendar, context.settings))


def _entries(item: SchoolItem, context: Context) -> Iterator[CalendarEntry]:
    for plan in school_plans(item, context):
        for phase in plan.phases:
            for row in phase.rows:
                name = f"school/{item.id}/{plan.id}/{row.id or digest(row.title).hex()[:12]}"
                yield deadline(
                    name, f"{row.title} ({row.role})", row.due, item.model, f"{item.url}#plan",
                    dropped=row.state == "dropped",
                )  # fmt: skip
    for one in item.model.agreements:
        name = f"school/{item.id}/agreement/{digest([one.made.isoformat(), one.text]).hex()[:12]}"
        title = f"{one.text.rstrip('.')} ({context.catalog.name('roles', one.role)})"
        yield deadline(
            name, title, one.due, item.model, f"{item.url}#agreements", dropped=one.state == "dropped"
        )  # fmt: skip
