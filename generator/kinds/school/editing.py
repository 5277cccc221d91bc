"""The page on which a school writes its own plan in the browser: a form that a script fills and keeps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from generator.i18n.language import mark
from generator.kinds.school.available_plans import ListedSchool, OfferedPlan, listed_schools
from generator.kinds.school.editor_data import api_url
from generator.kinds.school.model import FOCUS
from generator.kinds.school.state_labels import STATES, VERDICTS
from generator.kinds.school.summary import SchoolItem
from generator.kinds.school.views import EDIT
from generator.model.context import Context
from generator.model.page import Crumb, PageSpec
from generator.model.view import View
from generator.model.vocabulary import SubjectEntry

_OBLIGATORY = ("humanities", "practical", "science")
"""Blocks of subjects that are taught at every school; the others are folded."""

_LEAD = mark("States, dates, levels, numbers and agreements, written in the browser without an account.")

Choice = tuple[str, str]
"""Id and name."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What fields of the form are chosen from."""

    levels: tuple[Choice, ...]
    roles: tuple[Choice, ...]
    states: tuple[Choice, ...]
    verdicts: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class EditView(View):
    """The form. It is the same for all schools with the same plans; what a school has written is filled in."""

    template: ClassVar[str] = "school/edit.html"
    school: str
    title: str
    data_url: str
    has_mailbox: bool
    plans: tuple[OfferedPlan, ...]
    subjects: tuple[Choice, ...]
    other_subjects: tuple[Choice, ...]
    choices: Choices
    points: int
    """How many points for the conversation there are at most."""


def edit_url(school: str, context: Context) -> str:
    """Where the form of a school stands, whether it has a file or not."""
    return f"{context.kinds['school'].section}/{school}/{EDIT}"


def edit_pages(items: Sequence[SchoolItem], context: Context) -> Iterator[PageSpec]:
    """A page for each school, also for those that have written nothing."""
    choices, (subjects, others) = choices_of(context), _subjects(context)
    for school in listed_schools(items, context):
        yield PageSpec(
            url=edit_url(school.id, context),
            title=context._(mark("Edit the plan of {school}")).format(school=school.title),
            description=context._(_LEAD),
            section=context.kinds["school"].section,
            view=EditView(
                school=school.id, title=school.title, data_url=api_url(school.id), plans=school.plans,
                has_mailbox=bool(school.item and school.item.model.mailbox), subjects=subjects, other_subjects=others,
                choices=choices, points=FOCUS,
            ),
            crumbs=_crumbs(school, context), searchable=False, noindex=True,
        )  # fmt: skip


def choices_of(context: Context) -> Choices:
    return Choices(
        levels=_entries("levels", context), roles=_entries("roles", context),
        states=tuple((id_, context._(name)) for id_, name in STATES.items()),
        verdicts=tuple((id_, context._(name)) for id_, name in VERDICTS.items()),
    )  # fmt: skip


def _entries(vocabulary: str, context: Context) -> tuple[Choice, ...]:
    return tuple((entry.id, entry.name) for entry in context.catalog.vocabularies[vocabulary].values())


def _subjects(context: Context) -> tuple[tuple[Choice, ...], tuple[Choice, ...]]:
    """Those that are taught everywhere, and the others; all of them where none is marked so."""
    entries = context.catalog.entries(SubjectEntry).values()
    first = tuple((one.id, one.name) for one in entries if one.group in _OBLIGATORY)
    others = tuple((one.id, one.name) for one in entries if one.group not in _OBLIGATORY)
    return (first, others) if first else (others, ())


def _crumbs(school: ListedSchool, context: Context) -> tuple[Crumb, ...]:
    if school.item:
        return context.crumbs(school.item)
    return (context.home(), Crumb(context._("[Places]"), f"{context.kinds['school'].section}/"))
