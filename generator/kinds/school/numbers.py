"""How far schools have come together, as values: each criterion over a whole and its parts, and levels by subject."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.i18n.language import mark
from generator.kinds.school.arithmetic import (
    NOTHING,
    Status,
    Total,
    counts_people,
    distribution,
    group_status,
    level_now,
    reached,
    shown,
    total_of,
)
from generator.kinds.school.summary import SchoolItem
from generator.model.activity import Criterion, Phase, PlanTerm
from generator.model.catalog import Item
from generator.model.context import Context
from generator.model.plot import Bars, bars
from generator.model.vocabulary import SchoolEntry, SubjectEntry

FOLDER = "overview/"


@dataclass(frozen=True, slots=True)
class Part:
    """One group of schools under one criterion."""

    name: str
    url: str
    """Of its own overview; "" for the whole."""
    total: Total | None
    """None when it is suppressed, since so few people could be recognised or worked out."""
    status: Status
    said: str
    """The numbers in words."""


@dataclass(frozen=True, slots=True)
class CriterionOverview:
    """One criterion over a whole and its parts."""

    criterion: Criterion
    term: PlanTerm
    url: str
    whole: Part
    parts: tuple[Part, ...]
    plot: Bars | None


@dataclass(frozen=True, slots=True)
class LevelsOfSubject:
    """How many schools are on each level in one subject."""

    subject: str
    counts: tuple[int, ...]
    """One for each level, in order."""
    reported: int
    risen: int
    """How many have risen since they assessed it before."""
    fallen: int


@dataclass(frozen=True)
class Numbers:
    """All that overviews are made from."""

    context: Context
    plan: Item
    items: Sequence[SchoolItem]
    by_district: Mapping[str, Sequence[SchoolItem]]
    """By id of the district, in the vocabulary's order; schools that have no file count as well."""
    listed: Mapping[str, int]
    """How many schools the vocabulary lists in each district."""


def numbers_of(items: Sequence[SchoolItem], context: Context) -> Numbers | None:
    catalog = context.catalog
    followed = [id_ for item in items for id_ in item.summary.plans]
    plans = [plan for plan in catalog.of_kind("plan") if plan.id in followed]
    if not plans:
        return None
    # The plan of the day; before and after all of them, the one that most follow.
    on = [
        plan for plan in plans
        if any(phase.start <= context.day <= phase.end for phase in context.offered(plan, Phase))
    ]  # fmt: skip
    plan = max(on or plans, key=lambda one: (followed.count(one.id), one.id))
    entries = {id_: entry for id_, entry in catalog.entries(SchoolEntry).items() if entry.district}
    listed = {
        id_: sum(entry.district == id_ for entry in entries.values()) for id_ in catalog.vocabularies["districts"]
    }  # fmt: skip
    listed = {id_: count for id_, count in listed.items() if count}
    by_district = {
        id_: [item for item in items if item.id in entries and entries[item.id].district == id_] for id_ in listed
    }
    return Numbers(context, plan, items, by_district, listed)


def criteria_of(
    numbers: Numbers, items: Sequence[SchoolItem], schools: int, *, parts: bool, district: str = ""
) -> Iterator[CriterionOverview]:
    context = numbers.context
    terms = {term.id: term for term in context.offered(numbers.plan, PlanTerm)}
    for criterion in context.offered(numbers.plan, Criterion):
        if term := terms.get(criterion.term):
            yield _criterion(numbers, items, schools, criterion, term, parts=parts, district=district)


def _total(criterion: Criterion, term: PlanTerm, items: Sequence[SchoolItem], schools: int, day: date) -> Total:
    """Of all schools that are listed, those without a file included: they have not reported."""
    total = sum((total_of(criterion, reached(criterion, term, item.summary.evidence, day)) for item in items), NOTHING)
    return Total(schools, total.reported, total.reached, total.of, total.met)


def _criterion(
    numbers: Numbers, items: Sequence[SchoolItem], schools: int, criterion: Criterion, term: PlanTerm, *,
    parts: bool, district: str,
) -> CriterionOverview:  # fmt: skip
    catalog, context = numbers.context.catalog, numbers.context
    totals: dict[str, Total | None] = {
        id_: _total(criterion, term, own, numbers.listed[id_], context.day) for id_, own in numbers.by_district.items()
    }
    if counts_people(criterion):
        totals = dict(shown({id_: total for id_, total in totals.items() if total}))
    whole: Total | None = _total(criterion, term, items, schools, context.day)
    if district:
        whole = totals[district]
    lines = tuple(
        _part(catalog.name("districts", id_), f"{FOLDER}{id_}/", criterion, total, context)
        for id_, total in totals.items() if parts
    )  # fmt: skip
    own = _part("", "", criterion, whole, context)
    plot = _plot(criterion, own, lines, context) if parts and criterion.target.share is not None else None
    return CriterionOverview(criterion, term, f"{FOLDER}criteria/{criterion.id}/", own, lines, plot)


def _part(name: str, url: str, criterion: Criterion, total: Total | None, context: Context) -> Part:
    if total is None:
        return Part(name, url, None, "no-data", context._(mark("Too few to show")))
    return Part(name, url, total, group_status(criterion, total), _said(criterion, total, context))


def _said(criterion: Criterion, total: Total, context: Context) -> str:
    """“63 of 120 (53 %), reported by 3 of 5 schools”."""
    schools = context._(mark("{reported} of {schools} schools have reported")).format(
        reported=total.reported, schools=total.schools
    )
    if not total.reported:
        return schools
    if criterion.target.share is not None and total.of:
        numbers = context._(mark("{reached} of {of} ({percent} %)")).format(
            reached=total.reached, of=total.of, percent=percent(total)
        )
    else:
        numbers = context._(mark("{met} of {reported} schools meet it")).format(met=total.met, reported=total.reported)
    return f"{numbers}; {schools}"


def percent(total: Total) -> int:
    """A whole number, rounded down: what is not reached is not said to be."""
    return total.reached * 100 // total.of if total.of else 0


def _share(part: Part) -> float | None:
    return part.total.reached / part.total.of if part.total and part.total.of else None


def _at_bar(part: Part, context: Context) -> str:
    if part.total is None:
        return context._(mark("too few"))
    if not part.total.of:
        return context._(mark("no data"))
    return context._(mark("{percent} %")).format(percent=percent(part.total))


def _plot(criterion: Criterion, whole: Part, parts: Sequence[Part], context: Context) -> Bars | None:
    rows = [
        (part.name, _at_bar(part, context), _share(part), "no-data" if part.status == "old" else part.status)
        for part in parts
    ]
    if not any(row[2] is not None for row in rows):
        return None
    subtitle = context._(mark("{criterion} As of {day}.")).format(
        criterion=criterion.text, day=context.language.date(context.day)
    )
    return bars(whole.said, subtitle, rows, criterion.target.share, criterion.target.words)


def levels_of(items: Sequence[SchoolItem], order: Sequence[str], context: Context) -> Iterator[LevelsOfSubject]:
    for subject in context.catalog.entries(SubjectEntry):
        now = [(item, level_now(item.summary.levels).get(subject)) for item in items]
        known = [(item, one) for item, one in now if one and one.level in order]
        if not known:
            continue
        moves = []
        for item, one in known:
            before = level_now(level for level in item.summary.levels if level.as_of < one.as_of).get(subject)
            if before and before.level in order:
                moves.append(order.index(one.level) - order.index(before.level))
        counts = tuple(count for _, count in distribution((one.level for _, one in known), order))
        yield LevelsOfSubject(
            context.catalog.name("subjects", subject), counts, len(known),
            sum(move > 0 for move in moves), sum(move < 0 for move in moves),
        )  # fmt: skip


def purpose(context: Context) -> str:
    return context._(
        mark(
            "The numbers are what the schools have counted themselves. "
            "They are for talking about what helps, and not for comparing schools."
        )
    )
