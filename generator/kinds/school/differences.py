"""What changes in what a school says of itself, in sentences that whoever takes its file in reads."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from generator.i18n.language import mark
from generator.kinds.school.model import Agreement, LevelReached, Observation, OwnPlan, Reported, Superusers
from generator.kinds.school.rules import plan_fingerprint
from generator.kinds.school.state_labels import VERDICTS
from generator.model.context import Context
from generator.model.plan_contract import ActivityChange, AddedActivity, Criterion, Phase, State, activities

Entry = TypeVar("Entry")

_STATES: Mapping[State, str] = {
    "planned": mark("“{what}” is planned again."),
    "started": mark("“{what}” has been started."),
    "done": mark("“{what}” has been done."),
    "dropped": mark("“{what}” is dropped."),
}


def differences(before: Reported, after: Reported, context: Context) -> Iterator[str]:
    """None when nothing does."""
    yield from _superusers(before.superusers, after.superusers, context)
    for old, new in _changed(before.plans, after.plans, lambda plan: plan.of):
        yield from _plan(old, new, context)
    for was, is_ in _changed(before.levels, after.levels, lambda one: (one.subject, one.as_of)):
        yield _level(was, is_, context)
    texts = _criteria((*before.plans, *after.plans), context)
    for had, has in _changed(before.observations, after.observations, lambda one: (one.criterion, one.as_of)):
        yield _observation(had, has, texts, context)
    yield from _focus(before.focus, after.focus, context)
    for agreed, agrees in _changed(before.agreements, after.agreements, lambda one: (one.made, one.text)):
        yield from _agreement(agreed, agrees, context)


def _changed(
    before: Iterable[Entry], after: Iterable[Entry], key: Callable[[Entry], Hashable]
) -> Iterator[tuple[Entry | None, Entry | None]]:
    """Entries that are not the same before and after; None where there is none. Of two with one key the last counts."""
    old, new = {key(one): one for one in before}, {key(one): one for one in after}
    for name in (*new, *(name for name in old if name not in new)):
        if old.get(name) != new.get(name):
            yield old.get(name), new.get(name)


def _superusers(before: Superusers | None, after: Superusers | None, context: Context) -> Iterator[str]:
    if after is None and before is not None:
        yield context._(mark("How many superusers there are is taken out."))
    elif after is not None and after != before:
        told = mark("Superusers: {count}, a leader among them, as of {day}.")
        if not after.leader:
            told = mark("Superusers: {count}, no leader among them, as of {day}.")
        yield context._(told).format(count=after.count, day=context.language.date(after.as_of))


def _plan(before: OwnPlan | None, after: OwnPlan | None, context: Context) -> Iterator[str]:
    of = (after or before).of  # type: ignore[union-attr]  # one of them is there
    item = context.catalog.items.get(("plan", of))
    title = item.common.title if item else of
    phases = context.offered(item, Phase) if item else ()
    if after is None:
        yield context._(mark("“{what}” is no longer [the place's] plan.")).format(what=title)
        return
    if before is None:
        yield context._(mark("[The place] follows “{what}”.")).format(what=title)
    elif before.base and before.base != after.base and after.base == plan_fingerprint(phases):
        # Of one that has moved on since, and of one that is gone, a rule tells.
        yield context._(mark("“{what}” has been looked through as it is now.")).format(what=title)
    known = activities(phases)
    old_changes, old_adds = (before.changes, before.adds) if before else ((), ())
    for old, new in _changed(old_changes, after.changes, lambda one: one.activity):
        id_ = (new or old).activity  # type: ignore[union-attr]  # as above
        what, common = (known[id_].title, known[id_].due) if id_ in known else (id_, None)
        yield from _activity(what, old or ActivityChange(activity=id_), new, common, context)
    for had, has in _changed(old_adds, after.adds, lambda one: one.id):
        yield from _added(had, has, context)


def _activity(
    what: str, before: ActivityChange, after: ActivityChange | None, common: date | None, context: Context
) -> Iterator[str]:
    after = after or ActivityChange(activity=before.activity)
    yield from _moved(what, before.due or common, after.due or common, context)
    if (before.state or "planned", before.reason) != (after.state or "planned", after.reason):
        yield _state(what, after.state or "planned", after.reason or "", context)
    if before.note != after.note:
        text = mark("“{what}” has a new remark: {note}") if after.note else mark("“{what}” has no remark any more.")
        yield context._(text).format(what=what, note=after.note)


def _state(what: str, state: State, reason: str, context: Context) -> str:
    text = context._(mark("“{what}” is dropped: {reason}")) if reason else context._(_STATES[state])
    return text.format(what=what, reason=reason)


def _moved(what: str, before: date | None, after: date | None, context: Context) -> Iterator[str]:
    if before and after and before != after:
        days = abs((after - before).days)
        later = context.language.ngettext(
            "“{what}” is put off by {number} day, to {day}.", "“{what}” is put off by {number} days, to {day}.", days
        )
        earlier = context.language.ngettext(
            "“{what}” is {number} day earlier, on {day}.", "“{what}” is {number} days earlier, on {day}.", days
        )
        text = later if after > before else earlier
        yield text.format(what=what, number=days, day=context.language.date(after))


def _added(before: AddedActivity | None, after: AddedActivity | None, context: Context) -> Iterator[str]:
    if after is None:
        assert before is not None
        yield context._(mark("“{what}” is no longer in [the place's] plan.")).format(what=before.title)
    elif before is None:
        text = context._(mark("Only at this [place]: “{what}”, due {day}."))
        yield text.format(what=after.title, day=context.language.date(after.due))
    else:
        yield from _moved(after.title, before.due, after.due, context)
        if before.state != after.state:
            yield _state(after.title, after.state, "", context)
        if before.model_copy(update={"due": after.due, "state": after.state}) != after:
            yield context._(mark("“{what}” is described anew.")).format(what=after.title)


def _level(before: LevelReached | None, after: LevelReached | None, context: Context) -> str:
    one = after or before
    assert one is not None
    catalog, gettext = context.catalog, context._
    values = {
        "subject": catalog.name("subjects", one.subject), "level": catalog.name("levels", one.level).lower(),
        "day": context.language.date(one.as_of),
    }  # fmt: skip
    if after is None:
        return gettext(mark("{subject}: the level of {day} is taken out.")).format(**values)
    if before is None or before.level == after.level:
        return gettext(mark("{subject} is at {level} as of {day}.")).format(**values)
    return gettext(mark("{subject}: the level of {day} is corrected to {level}.")).format(**values)


def _criteria(plans: Iterable[OwnPlan], context: Context) -> dict[str, str]:
    items = (context.catalog.items.get(("plan", plan.of)) for plan in plans)
    return {one.id: one.text for item in items if item for one in context.offered(item, Criterion)}


def _observation(
    before: Observation | None, after: Observation | None, texts: Mapping[str, str], context: Context
) -> str:
    one = after or before
    assert one is not None
    values = {
        "what": texts.get(one.criterion, one.criterion), "day": context.language.date(one.as_of),
        "now": _counted(one, context), "how": one.how,
    }  # fmt: skip
    if after is None:
        return context._(mark("Taken out: {now}, {day} (“{what}”).")).format(**values)
    if before is None:
        text = mark("New assessment: {now}, {day} (“{what}”). {how}")
        return context._(text if one.verdict else mark("New count: {now}, {day} (“{what}”). {how}")).format(**values)
    values["before"] = _counted(before, context)
    return context._(mark("Corrected for {day}: {now}, before {before} (“{what}”). {how}")).format(**values)


def _counted(one: Observation, context: Context) -> str:
    if one.verdict:
        return context._(VERDICTS[one.verdict]).lower()
    if one.of is None:
        return str(one.reached)
    return context._(mark("{reached} of {of}")).format(reached=one.reached, of=one.of)


def _focus(before: tuple[str, ...], after: tuple[str, ...], context: Context) -> Iterator[str]:
    yield from (context._(mark("New point: {text}")).format(text=text) for text in after if text not in before)
    yield from (context._(mark("No longer a point: {text}")).format(text=text) for text in before if text not in after)
    if before != after and set(before) == set(after):
        yield context._(mark("The points stand in another order."))


def _agreement(before: Agreement | None, after: Agreement | None, context: Context) -> Iterator[str]:
    if after is None:
        assert before is not None
        yield context._(mark("The agreement “{what}” is taken out.")).format(what=before.text)
    elif before is None:
        text = context._(mark("New agreement: “{what}” ({role}, {day})."))
        role, day = context.catalog.name("roles", after.role), context.language.date(after.due)
        yield text.format(what=after.text, role=role, day=day)
    else:
        yield from _moved(after.text, before.due, after.due, context)
        if before.state != after.state:
            yield _state(after.text, after.state, "", context)
        if before.role != after.role:
            role = context.catalog.name("roles", after.role)
            yield context._(mark("“{what}” is now for the role {role}.")).format(what=after.text, role=role)
