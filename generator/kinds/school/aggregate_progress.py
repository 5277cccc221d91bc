"""How far schools have come together, as values: each criterion over a whole and its parts, and levels by subject."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.i18n.language import mark
from generator.kinds.school.subject_levels import distribution, level_now
from generator.kinds.school.summary import SchoolItem
from generator.model.catalog import Item
from generator.model.context import Context
from generator.model.criterion_progress import NOTHING, Status, Total, group_status, percent, reached, said, total_of
from generator.model.plan_contract import Criterion, PlanTerm
from generator.model.plot import Bar, Bars, LevelBars, level_bars
from generator.model.rollup import PLANS, plan_of
from generator.model.vocabulary import SchoolEntry, SubjectEntry

FOLDER = "overview/"


@dataclass(frozen=True, slots=True)
class Part:
    """One group of schools under one criterion."""

    name: str
    url: str
    """Of its own overview; "" for the whole."""
    total: Total
    status: Status
    said: str
    """The numbers in words."""

    @property
    def is_partial(self) -> bool:
        """Whether some schools are still to report."""
        return self.total.reported < self.total.schools


@dataclass(frozen=True, slots=True)
class CriterionOverview:
    """One criterion over a whole and its parts."""

    criterion: Criterion
    term: PlanTerm
    url: str
    has_begun: bool
    """Whether its term has."""
    whole: Part
    before: Total
    """The same when the term before ended."""
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class LevelsOfSubject:
    """How many schools are on each level in one subject."""

    subject: str
    counts: tuple[int, ...]
    """One for each level, in order."""
    reported: int
    risen: int
    """How many have risen since the term before."""
    fallen: int


@dataclass(frozen=True)
class Numbers:
    """All that overviews are made from."""

    context: Context
    plan: Item
    items: Sequence[SchoolItem]
    schools: int
    """How many there are: those of the vocabulary that have a district, and those that have a file."""
    by_district: Mapping[str, Sequence[SchoolItem]]
    """By id of the district, in the vocabulary's order; schools that have no file count as well."""
    listed: Mapping[str, int]
    """How many schools the vocabulary lists in each district."""
    term: PlanTerm | None
    """The term that runs, or the latest; None before the first one. What moved since then is said."""

    @property
    def since(self) -> date:
        """The day with which what was before is compared."""
        return self.term.start if self.term else self.context.day


def numbers_of(items: Sequence[SchoolItem], context: Context) -> Numbers | None:
    """Over the plan that runs and that schools follow; None before any school follows a plan."""
    catalog = context.catalog
    followed = {id_ for item in items for id_ in item.summary.plans}
    chosen = plan_of(tuple(one for one in catalog.rollup(PLANS, "") if one.id in followed), context.day)
    if chosen is None:
        return None
    plan = catalog.items["plan", chosen.id]
    entries = {id_: entry for id_, entry in catalog.entries(SchoolEntry).items() if entry.district}
    listed = {
        id_: sum(entry.district == id_ for entry in entries.values()) for id_ in catalog.vocabularies["districts"]
    }  # fmt: skip
    listed = {id_: count for id_, count in listed.items() if count}
    by_district = {
        id_: [item for item in items if item.id in entries and entries[item.id].district == id_] for id_ in listed
    }
    begun = [term for term in context.offered(plan, PlanTerm) if term.start <= context.day]
    term = max(begun, key=lambda one: (one.start, one.id), default=None)
    schools = len({*entries, *(item.id for item in items)})
    return Numbers(context, plan, items, schools, by_district, listed, term)


def criteria_of(numbers: Numbers, items: Sequence[SchoolItem], schools: int, *, parts: bool) -> list[CriterionOverview]:
    """Each criterion of the plan over these of `schools` schools; with `parts` over each district as well."""
    context = numbers.context
    terms = {term.id: term for term in context.offered(numbers.plan, PlanTerm)}
    return [
        _criterion(numbers, items, schools, criterion, terms[criterion.term], parts=parts)
        for criterion in context.offered(numbers.plan, Criterion) if criterion.term in terms
    ]  # fmt: skip


def _total(criterion: Criterion, term: PlanTerm, items: Sequence[SchoolItem], schools: int, day: date) -> Total:
    """Of all schools that are listed, those without a file included: they have not reported."""
    total = sum((total_of(criterion, reached(criterion, term, item.summary.evidence, day)) for item in items), NOTHING)
    return replace(total, schools=schools)


def _before(criterion: Criterion, term: PlanTerm, items: Sequence[SchoolItem], last: date) -> Total:
    """What had been reported by the end of that day."""
    return sum(
        (
            total_of(
                criterion,
                reached(criterion, term, (one for one in item.summary.evidence if one.as_of <= last), last),
            )
            for item in items
        ),
        NOTHING,
    )


def _criterion(
    numbers: Numbers, items: Sequence[SchoolItem], schools: int, criterion: Criterion, term: PlanTerm, *, parts: bool
) -> CriterionOverview:
    context = numbers.context
    lines = tuple(
        _part(
            context.catalog.name("districts", id_), f"{FOLDER}{id_}/", criterion,
            _total(criterion, term, own, numbers.listed[id_], context.day), context,
        )
        for id_, own in numbers.by_district.items() if parts
    )  # fmt: skip
    return CriterionOverview(
        criterion, term, f"{FOLDER}criteria/{criterion.id}/", term.start <= context.day,
        _part("", "", criterion, _total(criterion, term, items, schools, context.day), context),
        _before(criterion, term, items, numbers.since - timedelta(days=1)), lines,
    )  # fmt: skip


def _part(name: str, url: str, criterion: Criterion, total: Total, context: Context) -> Part:
    return Part(name, url, total, group_status(criterion, total), said(criterion, total, context.language))


def plot_of_districts(one: CriterionOverview, context: Context) -> Bars | None:
    """The share of each district; None where the target is no share, or where no district has numbers."""
    subtitle = context._(mark("{criterion} As of {day}.")).format(
        criterion=one.criterion.text, day=context.language.date(context.day)
    )
    rows = [_bar(part.name, one.criterion, part, context) for part in one.parts]
    if one.criterion.target.share is None or not any(row.width for row in rows):
        return None
    return Bars(one.whole.said, subtitle, tuple(rows))


def plot_of_criteria(criteria: Sequence[CriterionOverview], context: Context) -> Bars | None:
    """Each criterion whose target is a share and that has numbers, beside its target."""
    shown = [one for one in criteria if one.criterion.target.share is not None and one.whole.total.of]
    subtitle = context._(mark("Criteria whose target is a share. As of {day}.")).format(
        day=context.language.date(context.day)
    )
    rows = tuple(_bar(one.criterion.text, one.criterion, one.whole, context) for one in shown)
    message = context.language.ngettext(
        "{met} of {number} share reaches its target.", "{met} of {number} shares reach their targets.", len(rows)
    ).format(met=sum(row.status == "met" for row in rows), number=len(rows))
    return Bars(message, subtitle, rows) if rows else None


def _bar(label: str, criterion: Criterion, part: Part, context: Context) -> Bar:
    total, target = part.total, criterion.target
    at_bar = (
        context._(mark("{percent} %")).format(percent=percent(total)) if total.of
        else context._(mark("too few")) if part.status == "few"
        else context._(mark("no data"))
    )  # fmt: skip
    return Bar(
        label, at_bar, part.status, round(total.reached * 100 / total.of, 1) if total.of else 0,
        None if target.share is None else round(target.share * 100, 1), target.words,
    )  # fmt: skip


def levels_of(numbers: Numbers, items: Sequence[SchoolItem], order: Sequence[str]) -> Iterator[LevelsOfSubject]:
    """By subject, in the vocabulary's order: how many of the schools are on each level, and have moved since."""
    catalog, last = numbers.context.catalog, numbers.since - timedelta(days=1)
    for subject in catalog.entries(SubjectEntry):
        now = [(item, level_now(item.summary.levels).get(subject)) for item in items]
        known = [(item, one) for item, one in now if one and one.level in order]
        if not known:
            continue
        moves = []
        for item, one in known:
            before = level_now(item.summary.levels, last).get(subject)
            if before and before.level in order:
                moves.append(order.index(one.level) - order.index(before.level))
        counts = tuple(count for _, count in distribution((one.level for _, one in known), order))
        yield LevelsOfSubject(
            catalog.name("subjects", subject), counts, len(known),
            sum(move > 0 for move in moves), sum(move < 0 for move in moves),
        )  # fmt: skip


def plot_of_levels(levels: Sequence[LevelsOfSubject], names: Sequence[str], context: Context) -> LevelBars | None:
    """Schools by level, a bar a subject."""
    if not levels:
        return None
    return level_bars(
        context._(mark("How many [places] are on each level, as they assess themselves.")),
        names,
        [(one.subject, one.counts) for one in levels],
    )


def purpose(context: Context) -> str:
    return context._(
        mark(
            "The numbers are what [the places] have counted themselves. "
            "They are for talking about what helps, and not for comparing [places]."
        )
    )
