"""What the page of a school shows, and the sheet for the conversation about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from generator.i18n.language import mark
from generator.kinds.school.calendar import file_of, title_of
from generator.kinds.school.model import Observation, School
from generator.kinds.school.plan import LeftPlan, SchoolPlan, left_plans, school_plans
from generator.kinds.school.shown import is_small
from generator.kinds.school.subject_levels import level_now, school_level
from generator.kinds.school.summary import SchoolItem
from generator.model.catalog import Item
from generator.model.context import Context
from generator.model.criterion_progress import SMALLEST
from generator.model.listing import Heading
from generator.model.rollup import LEVEL_HELP, SHARES, LevelHelp, SchoolShare
from generator.model.view import View
from generator.model.vocabulary import LevelEntry, SchoolEntry, SubjectEntry

CONVERSATION, EDIT = "conversation/", "edit/"
_MOST = {"guide": 2, "video": 1, "course": 1, "event": 1}
"""Next steps of each kind: whoever is to take a step needs a few things, not all."""


@dataclass(frozen=True, slots=True)
class SubjectLevel:
    """The level of a subject at a school."""

    subject: str
    """In words."""
    level: str
    """Id of the level."""
    name: str
    as_of: date
    before: str
    """The name of the level before, when it was another; "" otherwise."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """Something that takes the school on, and why."""

    kind: str
    title: str
    url: str
    why: str


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report on a criterion."""

    observation: Observation
    is_small: bool
    """Whether so few people are counted that the numbers are not shown."""
    smallest: int = SMALLEST
    """Of fewer people no numbers are shown."""


@dataclass(frozen=True, slots=True)
class SchoolView(View):
    """The page of a school."""

    template: ClassVar[str] = "school/page.html"
    item: School
    id: str
    url: str
    district: str
    """In words; "" when the vocabulary gives none."""
    plans: tuple[SchoolPlan, ...]
    left: tuple[LeftPlan, ...]
    """What it has written over plans that are no more."""
    levels: tuple[SubjectLevel, ...]
    earlier: tuple[SubjectLevel, ...]
    """Levels that others have followed, the newest first."""
    level: str
    """The name of the school's own level; "" before it has assessed itself."""
    next_level: str
    next_steps: tuple[NextStep, ...]
    conversation_url: str
    edit_url: str
    shared: SchoolShare
    """What it has given to others."""
    calendar: str
    """Its deadlines, as a calendar file."""
    calendar_title: str
    """What it is called in a calendar program."""
    reports: tuple[ReportRow, ...]
    """All that it has reported on the criteria."""
    criterion_texts: Mapping[str, str]
    """Each criterion of its plans, by id."""


def view(item: SchoolItem, context: Context) -> SchoolView:
    catalog, school = context.catalog, item.model
    entry = catalog.entries(SchoolEntry).get(item.id)
    order = tuple(catalog.entries(LevelEntry))
    plans = school_plans(item, context)
    now = level_now(item.summary.levels)
    own = school_level(now, order, now)
    following = order[order.index(own) + 1] if own and own != order[-1] else ""
    return SchoolView(
        item=school, id=item.id, url=item.url,
        district=catalog.name("districts", entry.district) if entry and entry.district else "",
        plans=plans, left=left_plans(item, context),
        levels=tuple(_levels(item, context)), earlier=tuple(_earlier(item, context)),
        level=catalog.name("levels", own) if own else "",
        next_level=catalog.name("levels", following) if following else "",
        next_steps=tuple(_next_steps(item, context)),
        conversation_url=f"{item.url}{CONVERSATION}",
        edit_url=f"{item.url}{EDIT}",
        shared=catalog.rollup(SHARES, item.id), calendar=file_of(item),
        calendar_title=title_of(item, context),
        reports=tuple(ReportRow(one, is_small(one)) for one in school.observations),
        criterion_texts={row.criterion.id: row.criterion.text for plan in plans for row in plan.criteria},
    )  # fmt: skip


def _levels(item: SchoolItem, context: Context) -> Iterator[SubjectLevel]:
    catalog, now = context.catalog, level_now(item.summary.levels)
    for subject in catalog.entries(SubjectEntry):
        if one := now.get(subject):
            before = level_now(level for level in item.summary.levels if level.as_of < one.as_of).get(subject)
            changed = before is not None and before.level != one.level
            yield SubjectLevel(
                catalog.name("subjects", subject), one.level, catalog.name("levels", one.level), one.as_of,
                catalog.name("levels", before.level) if before and changed else "",
            )  # fmt: skip


def _earlier(item: SchoolItem, context: Context) -> Iterator[SubjectLevel]:
    name, now = context.catalog.name, level_now(item.summary.levels)
    for one in sorted(item.summary.levels, key=lambda one: one.as_of, reverse=True):
        if now[one.subject] is not one:
            yield SubjectLevel(name("subjects", one.subject), one.level, name("levels", one.level), one.as_of, "")


def _next_steps(item: SchoolItem, context: Context) -> Iterator[NextStep]:
    """What leads from the lowest levels to the next: of the subject first, then of no subject."""
    catalog, order = context.catalog, tuple(context.catalog.entries(LevelEntry))
    left, seen = dict(_MOST), set()
    lowest_first = sorted(
        level_now(item.summary.levels).values(), key=lambda one: (order.index(one.level), one.subject)
    )  # fmt: skip
    for one in lowest_first:
        if one.level == order[-1]:
            continue
        wanted = order[order.index(one.level) + 1]
        why = context._(mark("because {subject} is at {level}")).format(
            subject=catalog.name("subjects", one.subject).lower(), level=catalog.name("levels", one.level).lower()
        )
        for help_ in (*_at(wanted, one.subject, context), *_at(wanted, "", context)):
            if left.get(help_.kind, 0) and help_.url not in seen:
                left[help_.kind] -= 1
                seen.add(help_.url)
                yield NextStep(help_.kind, help_.title, help_.url, why)


def _at(level: str, subject: str, context: Context) -> tuple[LevelHelp, ...]:
    return tuple(one for one in context.catalog.rollup(LEVEL_HELP, subject) if one.level == level)


def anchors(school: School) -> dict[str, str]:
    return {"plan": "", "levels": "", "criteria": "", "agreements": ""}


def owner(item: SchoolItem, context: Context) -> str:
    return context.catalog.name("roles", item.model.contact)


def structured_data(item: SchoolItem, context: Context) -> dict[str, object]:
    return {
        "@type": "Organization",
        "name": item.common.title,
        "description": item.common.summary,
    }


def by_district(item: Item, context: Context) -> Heading | None:
    """Under its district, in the vocabulary's order."""
    entry = context.catalog.entries(SchoolEntry).get(item.id)
    districts = list(context.catalog.vocabularies["districts"])
    if entry is None or entry.district not in districts:
        return None
    return Heading(
        (districts.index(entry.district),), entry.district, context.catalog.name("districts", entry.district)
    )
