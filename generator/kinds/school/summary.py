"""What is known of a school without opening it: whom it asks, and what it has reported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from generator.kinds.school.model import School
from generator.kinds.school.subject_levels import LevelOn
from generator.model.catalog import Item
from generator.model.context import DocumentContext
from generator.model.criterion_progress import Evidence
from generator.model.digest_entry import LocalPlan, OpenAgreement, SchoolsContact
from generator.model.rollup import DAY, LEVEL_HELP, REPORTS, SHARES, Rollup, RollupKey, SchoolReports
from generator.model.vocabulary import SchoolEntry


@dataclass(frozen=True, slots=True)
class SchoolSummary:
    """A school in overviews."""

    contact: str
    superusers: int | None
    plans: tuple[str, ...]
    """Ids of the plans that it has made its own."""
    levels: tuple[LevelOn, ...]
    evidence: tuple[Evidence, ...]


SchoolItem: TypeAlias = Item[School, SchoolSummary]


def summary(school: School) -> SchoolSummary:
    return SchoolSummary(
        contact=school.contact,
        superusers=school.superusers.count if school.superusers else None,
        plans=tuple(plan.of for plan in school.plans),
        levels=tuple(LevelOn(one.subject, one.level, one.as_of) for one in school.levels),
        evidence=tuple(
            Evidence(one.criterion, one.as_of, one.reached, one.of, one.verdict) for one in school.observations
        ),
    )


def facts(item: SchoolItem, context: DocumentContext) -> tuple[str, ...]:
    """Its district, and how many superusers it has."""
    entry = context.entries(SchoolEntry).get(item.id)
    district = context.name("districts", entry.district) if entry and entry.district else ""
    count = item.summary.superusers
    users = context.language.ngettext("{number} superuser", "{number} superusers", count or 0).format(number=count)
    return (district, *((users,) if count is not None else ()))


def offers(school: School) -> Iterator[SchoolsContact | OpenAgreement | LocalPlan]:
    """Whom it asks, what was agreed and is not done, and how its plans differ: for the mail to the school."""
    yield SchoolsContact(role=school.contact, mailbox=school.mailbox or "")
    for one in school.agreements:
        if one.state in ("planned", "started"):
            yield OpenAgreement(text=one.text, role=one.role, due=one.due)
    for plan in school.plans:
        yield LocalPlan(of=plan.of, overlay=plan)


def asks(item: SchoolItem) -> Iterator[RollupKey]:
    """What helps with its subjects, what it has shared, and the hub's day: some of what it plans is due soon."""
    yield DAY, ""
    yield SHARES, item.id
    yield LEVEL_HELP, ""
    for subject in dict.fromkeys(one.subject for one in item.summary.levels):
        yield LEVEL_HELP, subject


def _reports(item: SchoolItem) -> Iterator[tuple[str, SchoolReports]]:
    for plan in dict.fromkeys(item.summary.plans):
        yield plan, SchoolReports(item.id, item.summary.evidence)


def _all(reports: Sequence[SchoolReports]) -> tuple[SchoolReports, ...]:
    return tuple(reports)


REPORTS_BY_PLAN: Rollup[SchoolReports, tuple[SchoolReports, ...]] = Rollup(name=REPORTS, emit=_reports, fold=_all)
"""Plans say how far they are."""
