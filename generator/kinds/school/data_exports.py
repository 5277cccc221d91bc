"""The numbers of the overviews as CSV, Excel and JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from generator.i18n.language import mark
from generator.kinds.school.aggregate_progress import FOLDER, Numbers, criteria_of, levels_of, numbers_of, purpose
from generator.kinds.school.subject_levels import level_now, school_level
from generator.kinds.school.summary import SchoolItem
from generator.kinds.school.table_formats import Cell, Table, as_csv, as_json, as_xlsx
from generator.model.context import Context
from generator.model.criterion_progress import SMALLEST, reached
from generator.model.page import Export
from generator.model.plan_contract import Criterion, PlanTerm
from generator.model.vocabulary import LevelEntry, SchoolEntry

CRITERIA_FIELDS = (
    "criterion", "term", "target", "district", "schools", "reported", "reached", "of", "schools_that_meet_it",
    "schools_left_out", "in_words",
)  # fmt: skip
_SCHOOL_FIELDS = ("school", "district", "criteria_reported", "criteria_met", "level", "latest_report")


def exports(items: Sequence[SchoolItem], context: Context) -> Iterator[Export]:
    """The same numbers as CSV, Excel and JSON."""
    numbers = numbers_of(items, context)
    if numbers is None:
        return
    tables = tuple(_tables(numbers))
    yield Export(f"{FOLDER}overview.csv", partial(as_csv, tables[0]))
    yield Export(f"{FOLDER}overview.xlsx", partial(as_xlsx, tables, context.day))
    yield Export("api/v1/overview.json", partial(as_json, tables, context.day))


def _tables(numbers: Numbers) -> Iterator[Table]:
    context, catalog = numbers.context, numbers.context.catalog
    gettext = context._
    few = gettext(mark("[Places] left out, fewer than {smallest} counted")).format(smallest=SMALLEST)
    rows: list[tuple[Cell, ...]] = []
    ids: list[Mapping[str, str | None]] = []
    for one in criteria_of(numbers, numbers.items, numbers.schools, parts=True):
        for part in (one.whole, *one.parts):
            total, district = part.total, part.url.removeprefix(FOLDER).rstrip("/") or None
            ids.append({"criterion_id": one.criterion.id, "term_id": one.term.id, "district_id": district})
            rows.append((
                one.criterion.text, one.term.title, one.criterion.target.words, part.name or gettext(mark("All")),
                total.schools, total.reported, total.reached if total.of else None, total.of or None,
                total.met, total.small, part.said,
            ))  # fmt: skip
    yield Table("criteria", gettext(mark("Criteria")), (
        gettext(mark("Criterion")), gettext(mark("Term")), gettext(mark("Target")), gettext(mark("[District]")),
        gettext(mark("[Places]")), gettext(mark("Reported")), gettext(mark("Reached")), gettext(mark("Of")),
        gettext(mark("[Places] that meet it")), few,
        gettext(mark("In words")),
    ), tuple(rows), CRITERIA_FIELDS, tuple(ids))  # fmt: skip
    order = tuple(catalog.entries(LevelEntry))
    yield Table("levels", gettext(mark("Levels")), (
        gettext(mark("[Subject]")), *catalog.names("levels", order), gettext(mark("Reported")), gettext(mark("Risen")),
        gettext(mark("Fallen")),
    ), tuple(
        (one.subject, *one.counts, one.reported, one.risen, one.fallen)
        for one in levels_of(numbers, numbers.items, order)
    ), ("subject", *(f"levels.{id_}" for id_ in order), "reported", "risen", "fallen"))  # fmt: skip
    if context.settings.overview_schools == "named":
        yield _schools(numbers)
    yield Table(
        "read-me", gettext(mark("Read me")), ("",), ((purpose(context),), (context.language.date(context.day),))
    )


def _schools(numbers: Numbers) -> Table:
    """Each school that lies in a district, by district and name: never in an order that ranks them."""
    context, catalog, gettext = numbers.context, numbers.context.catalog, numbers.context._
    items = {item.id: item for item in numbers.items}
    entries = [entry for entry in catalog.entries(SchoolEntry).values() if entry.district in numbers.listed]
    districts = list(numbers.listed)
    entries.sort(key=lambda entry: (districts.index(str(entry.district)), context.language.sort_key(entry.name)))
    return Table("schools", gettext(mark("[Places]")), (
        gettext(mark("[Place]")), gettext(mark("[District]")), gettext(mark("Criteria reported")),
        gettext(mark("Criteria met")), gettext(mark("Level")), gettext(mark("Latest report")),
    ), tuple(
        (entry.name, catalog.name("districts", str(entry.district)), *_school_row(items.get(entry.id), numbers))
        for entry in entries
    ), _SCHOOL_FIELDS, tuple(
        {"school_id": entry.id, "district_id": str(entry.district)} for entry in entries
    ))  # fmt: skip


def _school_row(item: SchoolItem | None, numbers: Numbers) -> tuple[Cell, ...]:
    """How far one school is, without numbers of people."""
    if item is None:
        return 0, 0, None, None
    context = numbers.context
    terms = {term.id: term for term in context.offered(numbers.plan, PlanTerm)}
    found = [
        reached(one, terms[one.term], item.summary.evidence, context.day).status
        for one in context.offered(numbers.plan, Criterion) if one.term in terms
    ]  # fmt: skip
    known = [status for status in found if status not in ("no-data", "old")]
    levels = level_now(item.summary.levels)
    level = school_level(levels, tuple(context.catalog.entries(LevelEntry)), levels)
    days = [*(one.as_of for one in item.summary.evidence), *(one.as_of for one in item.summary.levels)]
    name = context.catalog.name("levels", level) if level else None
    return len(known), known.count("met"), name, max(days).isoformat() if days else None
