"""The numbers of the overviews as CSV, Excel and JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from generator.i18n.language import mark
from generator.kinds.school.numbers import FOLDER, Numbers, criteria_of, levels_of, numbers_of, purpose
from generator.kinds.school.summary import SchoolItem
from generator.kinds.school.tables import Cell, Table, as_csv, as_json, as_xlsx
from generator.model.context import Context
from generator.model.page import Export
from generator.model.vocabulary import LevelEntry


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
    rows: list[tuple[Cell, ...]] = []
    for one in criteria_of(numbers, numbers.items, sum(numbers.listed.values()), parts=True):
        for part in (one.whole, *one.parts):
            total = part.total
            rows.append((
                one.criterion.text, one.term.title, one.criterion.target.words, part.name or gettext(mark("All")),
                total.schools if total else None, total.reported if total else None,
                total.reached if total and total.of else None, total.of if total and total.of else None,
                total.met if total else None, part.said,
            ))  # fmt: skip
    yield Table("criteria", gettext(mark("Criteria")), (
        gettext(mark("Criterion")), gettext(mark("Term")), gettext(mark("Target")), gettext(mark("District")),
        gettext(mark("Schools")), gettext(mark("Reported")), gettext(mark("Reached")), gettext(mark("Of")),
        gettext(mark("Schools that meet it")), gettext(mark("In words")),
    ), tuple(rows))  # fmt: skip
    order = tuple(catalog.entries(LevelEntry))
    yield Table("levels", gettext(mark("Levels")), (
        gettext(mark("Subject")), *catalog.names("levels", order), gettext(mark("Reported")), gettext(mark("Risen")),
        gettext(mark("Fallen")),
    ), tuple(
        (one.subject, *one.counts, one.reported, one.risen, one.fallen)
        for one in levels_of(numbers.items, order, context)
    ))  # fmt: skip
    yield Table(
        "read-me", gettext(mark("Read me")), ("",), ((purpose(context),), (context.language.date(context.day),))
    )
