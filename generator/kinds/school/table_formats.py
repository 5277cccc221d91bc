"""Tables as files: CSV and Excel as Danish offices open them, and JSON for machines. Texts are never formulas."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

Cell: TypeAlias = str | int | float | None

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a heading for each column."""

    id: str
    title: str
    headings: tuple[str, ...]
    """In the hub's language."""
    rows: tuple[tuple[Cell, ...], ...]
    fields: tuple[str, ...] = ()
    """What programs call the columns, in English and for good; `levels.x` is a field of `levels`. () for people."""
    ids: tuple[Mapping[str, str | None], ...] = ()
    """What programs know the things of each row by; () when names are all there is."""


def as_csv(table: Table) -> bytes:
    """UTF-8 with a byte order mark, semicolons, decimal commas and CRLF: what Excel opens in columns with æøå."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([table.headings, *([_written(cell) for cell in row] for row in table.rows)])
    return out.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float):
        return str(cell).replace(".", ",")
    text = str(cell)
    return f"'{text}" if isinstance(cell, str) and text.startswith(_FORMULA) else text


def as_xlsx(tables: Sequence[Table], day: date) -> bytes:
    """A workbook with a sheet for each table. The same tables give the same bytes."""
    # Loaded here: only a hub with an overview needs it.
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"created": datetime(day.year, day.month, day.day)})
    bold, wrapped = (
        book.add_format({"bold": True, "text_wrap": True}),
        book.add_format({"text_wrap": True, "valign": "top"}),
    )
    for table in tables:
        sheet = book.add_worksheet(table.title[:31])
        for column, heading in enumerate(table.headings):
            sheet.write_string(0, column, heading, bold)
        for number, row in enumerate(table.rows, 1):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(number, column, cell, wrapped)
                elif cell is not None:
                    sheet.write_number(number, column, cell)
        sheet.set_column(0, 0, 48)
        sheet.set_column(1, max(1, len(table.headings) - 1), 16)
        sheet.freeze_panes(1, 0)
    book.close()
    return out.getvalue()


def as_json(tables: Sequence[Table], day: date) -> bytes:
    """The same numbers for machines, version 1."""
    data = {
        "format": "training-hub overview 1",
        "as_of": day.isoformat(),
        "tables": {table.id: list(_objects(table)) for table in tables if table.fields},
    }
    return json.dumps(data, ensure_ascii=False).encode() + b"\n"


def _objects(table: Table) -> Iterator[dict[str, object]]:
    for ids, row in zip(table.ids or [{}] * len(table.rows), table.rows, strict=True):
        found: dict[str, object] = dict(ids)
        groups: dict[str, dict[str, Cell]] = {}
        for field, cell in zip(table.fields, row, strict=True):
            group, _, name = field.partition(".")
            if name:
                found[group] = groups.setdefault(group, {})
                groups[group][name] = cell
            else:
                found[field] = cell
        yield found
