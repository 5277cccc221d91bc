"""Reads the first sheet of CSV, Excel and OpenDocument files that has the headings looked for: cells are texts."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from generator.captions import decoded
from generator.i18n.language import mark
from generator.imports.archive_check import examined
from generator.imports.inline_text import tidied
from generator.imports.keywords import key_of
from generator.imports.optional_packages import library
from generator.model.catalog import nearest
from generator.problems.content_rules import RULES
from generator.problems.problem import ContentError, HubError, Problem, Span

Headings = Mapping[str, Sequence[str]]
"""What columns may be called, by what they are for."""
_MOST_BYTES = 20_000_000
_MOST_ROWS = 20_000
_MOST_CELLS = 3_000_000
_HEAD = 20
"""Rows from the top among which the headings are looked for."""
_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*?(?<!/)>(?!</)')
_REPEATED = re.compile(rb'<table:table-cell\b[^>]*number-columns-repeated="(\d{4,})"[^>]*(?:office:value|<text:p)')
_REPEATED_ROW = re.compile(
    rb'<table:table-row\b[^>]*number-rows-repeated="(\d{4,})"[^>]*>(?:(?!</table:table-row>).)*?(?:office:value|<text:p)',
    re.DOTALL,
)
_GIVE = mark("Give a file in CSV, Excel (.xlsx) or OpenDocument (.ods).")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a sheet, with its number from 1 and what each column says that is known; "" where it says nothing."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows under the headings, those without any text left out."""

    rows: tuple[Row, ...]
    others: tuple[tuple[str, tuple[str, ...]], ...]
    """Headings that are not known, with what stands under each."""


def read_sheet(file: Path, headings: Headings, *, needed: str) -> Sheet:
    """HubError when the file cannot be read; ContentError when no column is what is `needed`."""
    sheets = [_limited(rows, file) for rows in _sheets(file)]
    for rows in sheets:
        for at, row in enumerate(rows[:_HEAD]):
            columns = _columns(row, headings)
            if needed in columns:
                return _sheet(rows, at, columns)
    said = [text for rows in sheets[:1] for row in rows[:1] for text in row if text]
    wanted = headings[needed]
    close = next((near for text in said if (near := nearest(key_of(text), wanted)) != "–"), wanted[0])
    values = {"wanted": wanted[0], "columns": ", ".join(said)[:200] or "–", "nearest": close}
    raise ContentError([Problem(RULES["import-header"], Span(file.name), values)], "Nothing was taken in.")


def _columns(row: Sequence[str], headings: Headings) -> dict[str, int]:
    """Which column is which: of several that could be, the one whose heading says it most plainly."""
    keys = [key_of(text) for text in row]
    found: dict[str, int] = {}
    for name, words in headings.items():
        fits = [
            (words.index(key), number)
            for number, key in enumerate(keys)
            if key in words and number not in found.values()
        ]
        if fits:
            found[name] = min(fits)[1]
    return found


def _sheet(rows: Sequence[Sequence[str]], at: int, columns: Mapping[str, int]) -> Sheet:
    def cell(row: Sequence[str], number: int) -> str:
        return row[number] if number < len(row) else ""

    under = [(number, row) for number, row in enumerate(rows[at + 1 :], at + 2) if any(row)]
    read = (Row(number, {name: cell(row, column) for name, column in columns.items()}) for number, row in under)
    others = tuple(
        (text, tuple(cell(row, number) for _, row in under))
        for number, text in enumerate(rows[at]) if text and number not in columns.values()
    )  # fmt: skip
    return Sheet(tuple(read), others)


def _limited(rows: Iterable[Sequence[str]], file: Path) -> list[Sequence[str]]:
    """All rows; ContentError when more than are read say something."""
    found: list[Sequence[str]] = []
    filled = 0
    for row in rows:
        filled += any(row)
        found.append(row)
        if filled > _MOST_ROWS:
            values = {"count": f"> {_MOST_ROWS}", "limit": f"{_MOST_ROWS}"}
            raise ContentError([Problem(RULES["import-too-large"], Span(file.name), values)], "Nothing was taken in.")
    return found


def _sheets(file: Path) -> Iterator[Iterable[Sequence[str]]]:
    suffix = file.suffix.lower()
    if file.stat().st_size > _MOST_BYTES:
        raise HubError("{file} is larger than 20 MB, which is the most that is read.", _GIVE, file=file.name)
    if suffix in {".csv", ".tsv", ".txt"}:
        yield _rows_of_text(file)
    elif suffix in {".xlsx", ".xlsm", ".ods", ".xls"}:
        yield from _rows_of_book(file, suffix)
    else:
        raise HubError("{file} is no sheet.", _GIVE, file=file.name)


def _rows_of_text(file: Path) -> list[list[str]]:
    content = file.read_bytes()
    text = decoded(content)[0].replace("\r\n", "\n").replace("\r", "\n")
    if content.startswith((b"PK", b"\xd0\xcf")) or "\x00" in text:
        raise HubError("{file} is no text.", _GIVE, file=file.name)
    lines = [line for line in text.split("\n") if line.strip()]
    said = lines[0].lower().partition("sep=")[2][:1] if lines and lines[0].lower().startswith("sep=") else ""
    delimiter = said or _delimiter(lines[:10])
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    except csv.Error as error:
        raise HubError("{file} is no text.", _GIVE, file=file.name) from error
    return [[tidied(cell) for cell in row] for row in (rows[1:] if said else rows)]


def _delimiter(lines: Sequence[str]) -> str:
    """The sign that parts as many cells on most lines, outside quotation marks."""
    bare = [re.sub(r'"[^"]*"', "", line) for line in lines]
    return max(
        ";\t,",
        key=lambda sign: (min((line.count(sign) for line in bare), default=0), sum(line.count(sign) for line in bare)),
    )


def _rows_of_book(file: Path, suffix: str) -> Iterator[list[list[str]]]:
    calamine = library("python_calamine")
    if suffix != ".xls":
        examined(file, form="Excel", parts=["xl/workbook.xml", "content.xml", "xl/workbook.bin"])
        _refuse_vast(file)
    try:
        book = calamine.CalamineWorkbook.from_path(str(file))
        for name in book.sheet_names:
            yield [[*map(_text, row)] for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)]
    except (KeyboardInterrupt, SystemExit, GeneratorExit, HubError):
        raise
    except BaseException as error:  # what the library panics over is no Exception
        raise HubError(
            "{file} is damaged, or no {form} file.",
            "Open it in the program that it was made with, and save a new copy.", file=file.name, form="Excel",
        ) from error  # fmt: skip


def _refuse_vast(file: Path) -> None:
    """Few cells far apart are a small file and a vast sheet, which would be held in memory whole."""
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            vast = False
            if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name):
                vast = _cells(archive.read(name)) > _MOST_CELLS
            elif name == "content.xml":
                content = archive.read(name)
                rows = max((int(found) for found in _REPEATED_ROW.findall(content)), default=1)
                vast = rows * max((int(found) for found in _REPEATED.findall(content)), default=1) > _MOST_ROWS
            if vast:
                raise HubError(
                    "{file} has cells too far apart to be read.", "Delete what lies far from the table.", file=file.name
                )


def _cells(xml: bytes) -> int:
    """How many cells the sheet has from its first to its last that says something."""
    columns: set[bytes] = set()
    last = 0
    for column, row in _CELL.findall(xml):
        columns.add(column)
        last = max(last, int(row))
    return last * max(map(_number, columns), default=0)


def _number(column: bytes) -> int:
    number = 0
    for letter in column:
        number = number * 26 + letter - 64
    return number


def _text(cell: object) -> str:
    match cell:
        case datetime():
            return cell.strftime("%Y-%m-%d %H:%M") if (cell.hour or cell.minute) else cell.date().isoformat()
        case date():
            return cell.isoformat()
        case time():
            return cell.strftime("%H:%M")
        case timedelta():
            minutes = round(cell.total_seconds() / 60)
            return f"{minutes // 60 % 24:02}:{minutes % 60:02}"
        case float() if cell.is_integer():
            return str(int(cell))
        case _:
            return tidied(str(cell))
