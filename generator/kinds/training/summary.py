"""What is known of a programme without opening it, and what other kinds may read of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from generator.kinds.training.model import Training
from generator.model.catalog import Item
from generator.model.context import DocumentContext
from generator.model.programme import ProgrammeSession

TrainingItem: TypeAlias = Item[Training, None]


def total_minutes(training: Training) -> int:
    """Minutes of all sessions, breaks and slack included."""
    return sum(session.ends - session.begins for session in training.sessions)


def facts(item: TrainingItem, context: DocumentContext) -> tuple[str, ...]:
    training, language = item.model, context.language
    number = len(training.sessions)
    sittings = (language.ngettext("{number} session", "{number} sessions", number).format(number=number),)
    facts = (
        *(sittings if number > 1 else ()),
        language.minutes(total_minutes(training)),
        ", ".join(context.names("roles", training.audience)),
    )
    return (*facts, context.name("levels", training.level)) if training.level else facts


def terms(training: Training) -> Mapping[str, tuple[str, ...]]:
    levels = (training.level,) if training.level else ()
    return {"levels": levels, "functions": training.functions, "roles": training.audience}


def offers(training: Training) -> Iterator[ProgrammeSession]:
    """Its sessions, for whoever says when they are held."""
    for session in training.sessions:
        yield ProgrammeSession(session.id, session.title, session.start, session.ends - session.begins)


def shown(training: Training) -> tuple[ProgrammeSession, ...]:
    """Its sessions, for the pages of those who name one."""
    return tuple(offers(training))
