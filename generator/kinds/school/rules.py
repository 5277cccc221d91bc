"""What must hold within a school's file, and between it and the plans that it has made its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.kinds.school.model import Observation, OwnPlan, Reported, School
from generator.kinds.school.subject_levels import level_now
from generator.kinds.school.summary import SchoolItem
from generator.model.catalog import Finding, nearest
from generator.model.context import Context, DocumentContext
from generator.model.plan_contract import Criterion, Phase, activities, unknown_activities, unknown_phases
from generator.model.vocabulary import LevelEntry, SchoolEntry
from generator.problems.contact_detail import contact_in
from generator.store.fingerprint import in_letters

_FEW, _MANY = 3, 7
"""Superusers of a school."""
_SLACK = timedelta(days=366)
"""So far before and after the plans lies what may still belong to them."""
_DROP = 2
"""Levels at once."""


def rules(item: SchoolItem, context: DocumentContext) -> Iterator[Finding]:
    school = item.model
    entry = context.entries(SchoolEntry).get(item.id)
    if entry and entry.name != school.title:
        yield Finding("school-name", ("title",), {"name": entry.name, "title": school.title})
    users = school.superusers
    if users and (not _FEW <= users.count <= _MANY or not users.leader):
        yield Finding("superusers-few", ("superusers",), {"count": str(users.count)})
    for number, plan in enumerate(school.plans):
        yield from _plan_rules(plan, number)
    for number, observation in enumerate(school.observations):
        yield from _observation_rules(observation, ("observations", number))
    yield from _twice(school)
    yield from _future(school)
    yield from _level_rules(item, context)
    for number, agreement in enumerate(school.agreements):
        if agreement.due < agreement.made:
            yield Finding("agreement-reversed", ("agreements", number, "due"))
    reported = school.model_dump(include=set(Reported.model_fields))
    for path, text in _texts(reported, ()):
        if found := contact_in(text, school.mailbox or ""):
            yield Finding("personal-contact", path, {"text": found})


def _texts(value: object, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """All that a school has written itself."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict | list | tuple):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts(part, (*path, key))


def _plan_rules(plan: OwnPlan, number: int) -> Iterator[Finding]:
    seen: set[str] = set()
    for at, change in enumerate(plan.changes):
        place = ("plans", number, "changes", at)
        if change.activity in seen:
            yield Finding("change-twice", (*place, "activity"), {"id": change.activity})
        seen.add(change.activity)
        if change.state == "dropped" and not change.reason:
            yield Finding("dropped-without-reason", place, {"id": change.activity})


def _observation_rules(one: Observation, place: tuple[str | int, ...]) -> Iterator[Finding]:
    if (one.reached is None) == (one.verdict is None) or (one.of is not None and one.reached is None):
        yield Finding("observation-form", place)
    elif one.of == 0:
        yield Finding("observation-of-none", (*place, "of"))
    elif one.reached is not None and one.of is not None and one.reached > one.of:
        yield Finding("observation-above", (*place, "reached"), {"reached": str(one.reached), "of": str(one.of)})


def _twice(school: School) -> Iterator[Finding]:
    seen: set[tuple[str, date]] = set()
    for number, one in enumerate(school.observations):
        if (one.criterion, one.as_of) in seen:
            yield Finding("observation-twice", ("observations", number), {"criterion": one.criterion})
        seen.add((one.criterion, one.as_of))


def _future(school: School) -> Iterator[Finding]:
    """Nothing can be known of a day after the one on which it was written."""
    days = [
        *((("levels", number, "as_of"), one.as_of) for number, one in enumerate(school.levels)),
        *((("observations", number, "as_of"), one.as_of) for number, one in enumerate(school.observations)),
        *((("agreements", number, "made"), one.made) for number, one in enumerate(school.agreements)),
        *([(("superusers", "as_of"), school.superusers.as_of)] if school.superusers else []),
    ]
    for path, day in days:
        if day > school.updated:
            values = {"date": day.isoformat(), "written": school.updated.isoformat(), "field": "updated"}
            yield Finding("reported-future", path, values)


def _level_rules(item: SchoolItem, context: DocumentContext) -> Iterator[Finding]:
    places = {level: place for place, level in enumerate(context.entries(LevelEntry))}
    levels = item.summary.levels
    for number, one in enumerate(levels):
        before = level_now([level for level in levels if level.as_of < one.as_of]).get(one.subject)
        if before and {before.level, one.level} <= places.keys() and places[before.level] - places[one.level] >= _DROP:
            yield Finding("level-drop", ("levels", number, "level"), {"subject": context.name("subjects", one.subject)})


def between(item: SchoolItem, context: Context) -> Iterator[Finding]:
    """Against the plans, as they are now."""
    school = item.model
    criteria: dict[str, Criterion] = {}
    for number, own in enumerate(school.plans):
        plan = context.catalog.items.get(("plan", own.of))
        if plan is None:
            continue  # the reference says so
        phases = context.offered(plan, Phase)
        criteria |= {one.id: one for one in context.offered(plan, Criterion)}
        yield from _overlay_rules(own, phases, ("plans", number))
        if own.base and own.base != plan_fingerprint(phases):
            yield Finding("plan-moved-on", ("plans", number, "base"))
    yield from _outside(school, context)
    is_known = all(("plan", own.of) in context.catalog.items for own in school.plans)
    for number, one in enumerate(school.observations):
        if one.criterion not in criteria:
            if is_known:
                values = {"id": one.criterion, "nearest": nearest(one.criterion, criteria)}
                yield Finding("criterion-unknown", ("observations", number, "criterion"), values)
        elif (
            one.verdict
            and criteria[one.criterion].target.share is not None
            and criteria[one.criterion].population != "schools"
        ):
            yield Finding("observation-measure", ("observations", number, "verdict"))


def _outside(school: School, context: Context) -> Iterator[Finding]:
    """Days that lie far from all that the school plans: mostly a wrong year."""
    items = {own.of: context.catalog.items.get(("plan", own.of)) for own in school.plans}
    phases = {of: context.offered(plan, Phase) for of, plan in items.items() if plan}
    spans = [phase for own in phases.values() for phase in own]
    if not spans or len(phases) < len(items) or any(one.end < one.start for one in spans):
        return  # without all plans, and sound ones, nobody knows what is far
    start, end = min(one.start for one in spans), max(one.end for one in spans)
    for path, day, slack in _days(school):
        if not start - slack <= day <= end + slack:
            values = {"date": day.isoformat(), "start": start.isoformat(), "end": end.isoformat()}
            yield Finding("day-outside", path, values)


def _days(school: School) -> Iterator[tuple[tuple[str | int, ...], date, timedelta]]:
    """Each day with how far from the plans it may lie: what is planned lies in them, what is reported may be older."""
    for number, own in enumerate(school.plans):
        for at, change in enumerate(own.changes):
            if change.due:
                yield ("plans", number, "changes", at, "due"), change.due, timedelta()
        yield from ((("plans", number, "adds", at, "due"), one.due, timedelta()) for at, one in enumerate(own.adds))
    for number, level in enumerate(school.levels):
        yield ("levels", number, "as_of"), level.as_of, _SLACK
    for number, seen in enumerate(school.observations):
        yield ("observations", number, "as_of"), seen.as_of, _SLACK
    for number, agreement in enumerate(school.agreements):
        yield ("agreements", number, "made"), agreement.made, _SLACK
        if agreement.due >= agreement.made:  # else a rule of its own tells
            yield ("agreements", number, "due"), agreement.due, _SLACK


def _overlay_rules(own: OwnPlan, phases: tuple[Phase, ...], place: tuple[str | int, ...]) -> Iterator[Finding]:
    known = activities(phases)
    for at, id_ in unknown_activities(phases, own):
        yield Finding(
            "activity-unknown", (*place, "changes", at, "activity"), {"id": id_, "nearest": nearest(id_, known)}
        )
    names = [phase.id for phase in phases]
    for at, id_ in unknown_phases(phases, own):
        yield Finding("adds-phase", (*place, "adds", at, "phase"), {"id": id_, "nearest": nearest(id_, names)})
    for at, added in enumerate(own.adds):
        if added.id in known:
            yield Finding("adds-taken", (*place, "adds", at, "id"), {"id": added.id})


def plan_fingerprint(phases: tuple[Phase, ...]) -> str:
    """Of what a local plan is laid over, in 12 letters from a to p: no digits, so that it never looks like a number."""
    return in_letters([phase.model_dump(mode="json") for phase in phases])
