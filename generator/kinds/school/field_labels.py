"""What a place in a school's file is called, and what stands there, as whoever takes the file in says it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from generator.i18n.language import mark
from generator.kinds.school.state_labels import STATES, VERDICTS
from generator.model.context import Context
from generator.model.plan_contract import Activity, Criterion, Phase, activities
from generator.model.submission import Step

Entry = Mapping[str, object]

_PARTS: Mapping[str, str] = {
    "superusers": mark("superusers"),
    "plans": mark("[the place's] plan"),
    "levels": mark("levels"),
    "observations": mark("reports on the criteria"),
    "focus": mark("points for the conversation"),
    "agreements": mark("agreements"),
}
_FIELDS: Mapping[str, str] = {
    "due": mark("the date it is due"),
    "state": mark("how far it has come"),
    "note": mark("the remark"),
    "reason": mark("why it is dropped"),
    "title": mark("what is done"),
    "role": mark("who is responsible"),
    "phase": mark("the phase"),
    "level": mark("the level"),
    "as_of": mark("the date it holds for"),
    "by": mark("who found it out"),
    "reached": mark("how many reach it"),
    "of": mark("of how many"),
    "verdict": mark("the assessment"),
    "how": mark("how it was found out"),
    "count": mark("how many there are"),
    "leader": mark("whether a leader is among them"),
    "made": mark("the date it was agreed"),
    "text": mark("the text"),
    "refs": mark("the links"),
}
_DAYS = ("due", "as_of", "made")
_VOCABULARIES = {"role": "roles", "by": "roles", "level": "levels", "subject": "subjects"}


def thing(steps: Sequence[Step], context: Context) -> str:
    """The nearest thing that has a title, with its date, and the field of it: `“Half have copied”, 1 October 2026`."""
    said = [_called(list(steps[:end]), context) for end in range(1, len(steps) + 1)]
    titles = [text for text in said if text]
    field = steps[-1].field if steps and steps[-1].entry is None else ""
    named = context._(_FIELDS[field]) if len(steps) > 1 and field in _FIELDS else ""
    return ", ".join([*titles[-1:], *([named] if named else [])])


def _called(steps: Sequence[Step], context: Context) -> str:
    """What the last of the steps is called; "" for a field that has no name of its own."""
    field, entry = steps[-1].field, steps[-1].entry
    if not isinstance(entry, dict):
        return context._(_PARTS[field]) if len(steps) == 1 and field in _PARTS else ""
    return _TITLES[field](entry, steps, context) if field in _TITLES else ""


def _of_plan(entry: Entry, _: Sequence[Step], context: Context) -> str:
    item = context.catalog.items.get(("plan", str(entry.get("of"))))
    return _quoted(item.common.title if item else entry.get("of"), context)


def _of_change(entry: Entry, steps: Sequence[Step], context: Context) -> str:
    known = _activities(steps[0].entry, context).get(str(entry.get("activity")))
    due = entry.get("due") or (known.due.isoformat() if known else None)
    return _dated(known.title if known else entry.get("activity"), due, context)


def _of_added(entry: Entry, _: Sequence[Step], context: Context) -> str:
    return _dated(entry.get("title") or entry.get("id"), entry.get("due"), context)


def _of_level(entry: Entry, _: Sequence[Step], context: Context) -> str:
    return ", ".join(filter(None, (worth("subject", entry.get("subject"), context), _day(entry.get("as_of"), context))))


def _of_observation(entry: Entry, _: Sequence[Step], context: Context) -> str:
    offered = (context.offered(plan, Criterion) for plan in context.catalog.of_kind("plan"))
    texts = {one.id: one.text for own in offered for one in own}
    criterion = entry.get("criterion")
    return _dated(texts.get(str(criterion), criterion), entry.get("as_of"), context)


def _of_agreement(entry: Entry, _: Sequence[Step], context: Context) -> str:
    return _dated(entry.get("text"), entry.get("made"), context)


_TITLES: Mapping[str, Callable[[Entry, Sequence[Step], Context], str]] = {
    "plans": _of_plan,
    "changes": _of_change,
    "adds": _of_added,
    "levels": _of_level,
    "observations": _of_observation,
    "agreements": _of_agreement,
}


def worth(field: str, value: object, context: Context) -> str:
    """What a field holds in words; of an entry, what tells it from others."""
    if value is None:
        return context._(mark("nothing"))
    if isinstance(value, dict):
        return _entry(value, context)
    if isinstance(value, list):
        return ", ".join(worth(field, one, context) for one in value)
    text = str(value)
    if field in _DAYS:
        return _day(text, context)
    if field in _VOCABULARIES:
        return context.catalog.name(_VOCABULARIES[field], text)
    names = {**STATES, **VERDICTS, "true": mark("yes"), "false": mark("no")}
    return context._(names[text]).lower() if field in ("state", "verdict", "leader") and text in names else text


def _entry(entry: Entry, context: Context) -> str:
    if "reached" in entry and "of" in entry:
        return context._(mark("{reached} of {of}")).format(reached=entry["reached"], of=entry["of"])
    shown = ("reached", "verdict", "level", "count", "state", "due", "note", "text", "title", "role")
    return ", ".join(worth(name, entry[name], context) for name in shown if name in entry)


def _activities(plan: object, context: Context) -> dict[str, Activity]:
    item = context.catalog.items.get(("plan", str(plan.get("of")))) if isinstance(plan, dict) else None
    return activities(context.offered(item, Phase)) if item else {}


def _dated(title: object, day: object, context: Context) -> str:
    return ", ".join(filter(None, (_quoted(title, context), _day(day, context))))


def _quoted(title: object, context: Context) -> str:
    text = str(title or "").rstrip(".")
    return context._(mark("“{title}”")).format(title=f"{text[:77]}…" if len(text) > 80 else text) if text else ""


def _day(value: object, context: Context) -> str:
    """The day in words; what is none as it is written."""
    try:
        return context.language.date(date.fromisoformat(str(value)))
    except ValueError:
        return "" if value is None else str(value)
