"""The deadlines of a plan as a calendar to follow."""

from __future__ import annotations

from collections.abc import Iterator

from generator.formats.ics import ics
from generator.i18n.language import mark
from generator.kinds.plan.summary import PlanItem
from generator.model.context import Context
from generator.model.deadline_calendar import DEADLINES, deadline
from generator.model.feed import Calendar
from generator.model.page import Export
from generator.store.fingerprint import digest


def file_of(item: PlanItem) -> str:
    return f"{item.url}{item.id}.ics"


def title_of(item: PlanItem, context: Context) -> str:
    return context._(mark("Deadlines: {title}")).format(title=item.common.title)


def files(item: PlanItem, context: Context) -> Iterator[Export]:
    """An activity without an id is known by what it is called."""
    entries = tuple(
        deadline(
            f"plan/{item.id}/{one.id or digest(one.title).hex()[:12]}",
            f"{one.title} ({context.catalog.name('roles', one.role)})", one.due, item.model,
            f"{item.url}#phase-{phase.id}",
        )
        for phase in item.model.phases for one in sorted(phase.activities, key=lambda one: (one.due, one.title))
    )  # fmt: skip
    calendar = Calendar(path=file_of(item), title=title_of(item, context), entries=entries, colour=DEADLINES)
    yield Export(calendar.path, ics(calendar, context.settings))
