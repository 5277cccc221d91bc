"""What the page of a programme shows, and its machine-readable description."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.i18n.language import Language
from generator.kinds.training.model import Module, Session, Training, anchor
from generator.kinds.training.summary import TrainingItem, total_minutes
from generator.kinds.training.timetable import Slot, minutes_of, timetable
from generator.model.context import Context
from generator.model.view import View


@dataclass(frozen=True, slots=True)
class Row:
    """A module with its times, in words."""

    module: Module
    anchor: str
    start: str
    end: str
    slack: int
    """Minutes between the end of the module before and this one."""
    goals: tuple[str, ...]
    """What it serves, in words."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A session with its times."""

    session: Session
    start: str
    end: str
    minutes: int
    """From beginning to end."""
    rows: tuple[Row, ...]
    live: str
    """What the projector's script is given: JSON of `Session` in `templates/types/live.d.ts`."""


@dataclass(frozen=True, slots=True)
class TrainingView(View):
    """The page of a programme."""

    template: ClassVar[str] = "training/page.html"
    item: Training
    name: str
    """By which a script remembers how far a session has come."""
    minutes: int
    """Of all sessions."""
    sittings: tuple[Sitting, ...]


def view(item: TrainingItem, context: Context) -> TrainingView:
    return TrainingView(
        item.model, f"training/{item.id}", total_minutes(item.model), sittings(item.model, context.language)
    )


def sittings(training: Training, language: Language) -> tuple[Sitting, ...]:
    """Its sessions with their times."""
    return tuple(_sitting(training, session, language) for session in training.sessions)


def _sitting(training: Training, session: Session, language: Language) -> Sitting:
    slots = timetable(session.begins, session.modules)
    return Sitting(
        session, language.clock(session.begins), language.clock(session.ends), session.ends - session.begins,
        tuple(_rows(training, session, slots, language)), _live(session),
    )  # fmt: skip


def _live(session: Session) -> str:
    modules = []
    for module in session.modules:
        optional = {"at": minutes_of(module.at) if module.at else None, "shrinkTo": module.shrink_to}
        given = {name: value for name, value in optional.items() if value is not None}
        modules.append({"id": module.id, "title": module.title, "minutes": module.minutes, **given})
    whole = {"title": session.title, "modules": modules, "begins": session.begins, "ends": session.ends}
    return json.dumps(whole, ensure_ascii=False)


def _rows(training: Training, session: Session, slots: tuple[Slot, ...], language: Language) -> Iterator[Row]:
    goals = {goal.id: goal.text for goal in training.goals}
    for module, slot in zip(session.modules, slots, strict=True):
        yield Row(
            module, anchor(session, module), language.clock(slot.start), language.clock(slot.end), slot.slack,
            tuple(goals[goal] for goal in module.goals if goal in goals),
        )  # fmt: skip


def anchors(training: Training) -> dict[str, str]:
    anchors: dict[str, str] = {}
    for session in training.sessions:
        anchors[session.id] = session.title
        anchors |= {anchor(session, module): module.title for module in session.modules}
    return anchors | ({"goals": ""} if training.goals else {})


def owner(item: TrainingItem, context: Context) -> str:
    return context.catalog.name("roles", item.model.owner)


def structured_data(item: TrainingItem, context: Context) -> dict[str, object]:
    """A schema.org LearningResource."""
    training = item.model
    return {
        "@type": "LearningResource",
        "name": training.title,
        "description": training.summary,
        "inLanguage": context.language.code,
        "timeRequired": f"PT{total_minutes(training)}M",
        "teaches": [goal.text for goal in training.goals],
        "dateModified": training.updated.isoformat(),
    }
