"""The sheet for the conversation about a school: two pages of A4, opened by sentences written from its numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.i18n.language import mark
from generator.kinds.school.editing import Choices, choices_of
from generator.kinds.school.editor_data import api_url
from generator.kinds.school.plan import CriterionRow
from generator.kinds.school.summary import SchoolItem
from generator.kinds.school.views import CONVERSATION, SchoolView, view
from generator.model.context import Context
from generator.model.page import PageSpec
from generator.model.view import View

_LEAD = mark("Two pages to bring to the conversation, written from what [the place] has reported.")


@dataclass(frozen=True, slots=True)
class ConversationView(View):
    """The sheet for the conversation: two pages of A4."""

    template: ClassVar[str] = "school/conversation.html"
    school: SchoolView
    criteria: tuple[CriterionRow, ...]
    """Those that are reported, and those of terms that have begun."""
    sentences: tuple[tuple[str, str], ...]
    """What the numbers say, each with the place on the school's page that shows it."""
    choices: Choices
    data_url: str
    """The file that the form for new agreements reads."""
    file: str
    """What the sheet is called as a document, without its ending."""


def subpage_urls(item: SchoolItem, _: Context) -> tuple[str, ...]:
    return (f"{item.url}{CONVERSATION}",)


def subpages(item: SchoolItem, context: Context) -> Iterator[PageSpec]:
    """The sheet for the conversation."""
    school = view(item, context)
    title = context._(mark("For [the conversation]: {school}")).format(school=item.common.title)
    yield PageSpec(
        url=f"{item.url}{CONVERSATION}", title=title,
        description=context._(_LEAD),
        view=ConversationView(
            school, tuple(_criteria(school, context)), _three(_sentences(school, context)), choices_of(context),
            api_url(item.id), context._(mark("conversation-{id}")).format(id=item.id),
        ),
        section=context.kinds["school"].section,
        crumbs=context.crumbs(item), searchable=False,
    )  # fmt: skip


def _criteria(school: SchoolView, context: Context) -> Iterator[CriterionRow]:
    for plan in school.plans:
        yield from (row for row in plan.criteria if row.status != "no-data" or row.term.start <= context.day)


def _three(sentences: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """One of levels, of agreements, of deadlines and of criteria, in that order, and three of them at most."""
    first: dict[str, tuple[str, str]] = {}
    for one in sentences:
        first.setdefault(one[1], one)
    return tuple(first[place] for place in ("levels", "agreements", "plan", "criteria") if place in first)[:3]


def _sentences(school: SchoolView, context: Context) -> Iterator[tuple[str, str]]:
    """What the numbers say, each with the place on the school's page that shows it."""
    gettext, ngettext = context._, context.language.ngettext
    risen = [one for one in school.levels if one.before]
    for one in risen[:2]:
        yield (
            gettext(mark("{subject} has gone from {before} to {now} since last.")).format(
                subject=one.subject, before=one.before.lower(), now=one.name.lower()
            ),
            "levels",
        )
    if school.level and not risen:
        yield (
            gettext(mark("[The place] is at {level}: the lowest of [the subjects] it has assessed.")).format(
                level=school.level.lower()
            ),
            "levels",
        )
    for plan in school.plans:
        met = sum(row.status == "met" for row in plan.criteria)
        reported = sum(row.status not in ("no-data", "old") for row in plan.criteria)
        if reported:
            yield (
                ngettext(
                    "{met} of {number} criterion that has been reported is met.",
                    "{met} of {number} criteria that have been reported are met.",
                    reported,
                ).format(met=met, number=reported),
                "criteria",
            )
        if plan.late:
            yield (
                ngettext(
                    "{number} activity is past its date.", "{number} activities are past their date.", len(plan.late)
                ).format(number=len(plan.late)),
                "plan",
            )
    waiting = sum(one.state in ("planned", "started") for one in school.item.agreements)
    if waiting:
        yield (
            ngettext(
                "{number} agreement from last time is open.", "{number} agreements from last time are open.", waiting
            ).format(number=waiting),
            "agreements",
        )
