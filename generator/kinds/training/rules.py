"""What must hold within a programme."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from generator.kinds.training.model import Module, Session, Training, anchor
from generator.kinds.training.summary import TrainingItem
from generator.kinds.training.timetable import DAY, timetable, written
from generator.model.catalog import Finding, begun, nearest
from generator.model.context import DocumentContext

_SITTING = 90
"""Minutes that people can sit."""
_NOON = (11 * 60 + 30, 13 * 60)
"""Whoever is there all of that time must eat."""
_DOING = 25
"""Per cent of the time that participants work themselves, at least."""
TAKEN = frozenset({"goals", "sessions", "teach", "see-also", "words", "used-in", "related", "taught"})
"""Anchors of the page itself."""


def rules(item: TrainingItem, context: DocumentContext) -> Iterator[Finding]:
    training = item.model
    yield from _names_twice(training)
    yield from _goal_rules(training)
    yield from _share_rules(training)
    for number, session in enumerate(training.sessions):
        place = ("sessions", number)
        yield from _clock_rules(session, place)
        yield from _rest_rules(session, place)
        for index, module in enumerate(session.modules):
            yield from _module_rules(module, (*place, "modules", index))


def _names_twice(training: Training) -> Iterator[Finding]:
    """Of sessions and modules: they are the anchors of one page."""
    seen = set(TAKEN)
    for number, session in enumerate(training.sessions):
        parts: list[tuple[tuple[str | int, ...], str, str]] = [(("sessions", number, "id"), session.id, session.id)]
        for index, module in enumerate(session.modules):
            parts.append((("sessions", number, "modules", index, "id"), module.id, anchor(session, module)))
        for place, id_, name in parts:
            if name in seen:
                yield Finding("module-twice", place, {"id": id_})
            seen.add(name)


def _goal_rules(training: Training) -> Iterator[Finding]:
    known = [goal.id for goal in training.goals]
    served: set[str] = set()
    for number, session in enumerate(training.sessions):
        for index, module in enumerate(session.modules):
            served.update(module.goals)
            for at, goal in enumerate(module.goals):
                if goal not in known:
                    values = {"id": goal, "nearest": nearest(goal, known)}
                    yield Finding("programme-goal", ("sessions", number, "modules", index, "goals", at), values)
    for number, goal_ in enumerate(training.goals):
        if goal_.id in known[:number]:
            yield Finding("goal-twice", ("goals", number, "id"), {"id": goal_.id})
        elif goal_.id not in served:
            yield Finding("goal-unserved", ("goals", number, "id"), {"goal": begun(goal_.text)})


def _share_rules(training: Training) -> Iterator[Finding]:
    modules = list(chain.from_iterable(session.modules for session in training.sessions))
    work = sum(module.minutes for module in modules if module.kind == "exercise")
    whole = work + sum(module.minutes for module in modules if module.kind == "teach")
    if whole and work * 100 < whole * _DOING:
        yield Finding("exercise-share", ("sessions",), {"share": str(work * 100 // whole)})


def _clock_rules(session: Session, place: tuple[str | int, ...]) -> Iterator[Finding]:
    slots = timetable(session.begins, session.modules)
    for index, (module, slot) in enumerate(zip(session.modules, slots, strict=True)):
        if slot.overrun and slot.start + slot.overrun < DAY:
            values = {
                "title": module.title, "at": written(slot.start), "end": written(slot.start + slot.overrun),
                "minutes": str(slot.overrun),
            }  # fmt: skip
            yield Finding("programme-overrun", (*place, "modules", index, "at"), values)
    if max(slot.end for slot in slots) > DAY:
        yield Finding("programme-midnight", place, {"title": session.title})


def _rest_rules(session: Session, place: tuple[str | int, ...]) -> Iterator[Finding]:
    """Slack is no break: it is what is used up when something takes longer."""
    sat, told = 0, -1
    for index, module in enumerate(session.modules):
        if module.kind in ("break", "lunch"):
            sat, told = 0, -1
            continue
        sat += module.minutes
        if sat > _SITTING and told < 0:
            told = index
            yield Finding("break-missing", (*place, "modules", index), {"minutes": str(_stretch(session, index))})
    begins, ends = _NOON
    if session.begins <= begins and session.ends >= ends and all(module.kind != "lunch" for module in session.modules):
        yield Finding("lunch-missing", place, {"title": session.title})


def _stretch(session: Session, index: int) -> int:
    """Minutes between the breaks around a module."""
    before = _until_break(session.modules[index::-1])
    return before + _until_break(session.modules[index + 1 :])


def _until_break(modules: tuple[Module, ...]) -> int:
    minutes = 0
    for module in modules:
        if module.kind in ("break", "lunch"):
            break
        minutes += module.minutes
    return minutes


def _module_rules(module: Module, place: tuple[str | int, ...]) -> Iterator[Finding]:
    if module.shrink_to is not None and module.shrink_to >= module.minutes:
        values = {"title": module.title, "minutes": str(module.minutes), "least": str(module.shrink_to)}
        yield Finding("shrink-longer", (*place, "shrink_to"), values)
    if module.notes and not module.text:
        yield Finding("notes-only", (*place, "notes"), {"title": module.title})
    for number, handout in enumerate(module.materials):
        if (handout.file is None) == (handout.url is None):
            yield Finding("handout-missing", (*place, "materials", number), {"title": handout.title})
