"""Makes events of the rows of a sheet: rows with the same title are times of the same event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from generator.content.file_names import id_like
from generator.content.yaml.writer import Value
from generator.imports.columns import EVENTS, told
from generator.imports.draft import Draft
from generator.imports.inline_text import plain_words
from generator.imports.keywords import minutes_in, shortened
from generator.imports.moments import day_in, minutes_between, times_in, without_day
from generator.imports.sheets import Row, read_sheet
from generator.model.kind import Kind
from generator.model.link_policy import is_whole
from generator.problems.content_rules import RULES
from generator.problems.personal_number import masked
from generator.problems.problem import ContentError, Problem, Span

_TITLE, _TEXT, _RICH = 120, 400, 20_000
_MOST = 1_000
Names = Mapping[str, Mapping[str, str]]
"""The hub's words by vocabulary and id."""


@dataclass(slots=True)
class Meeting:
    """An event as it is put together."""

    title: str
    fields: dict[str, Value] = field(default_factory=dict)
    occasions: list[dict[str, Value]] = field(default_factory=list)

    def add(self, start: datetime, minutes: int | None, place: Value) -> None:
        """One more time that it is held, named by its day."""
        taken = {occasion["id"] for occasion in self.occasions}
        base = start.date().isoformat()
        id_ = next(
            one for number in range(1, _MOST + 2) if (one := base if number == 1 else f"{base}-{number}") not in taken
        )
        occasion: dict[str, Value] = {"id": id_, "start": f"{start:%Y-%m-%d %H:%M}"}
        if minutes:
            occasion["minutes"] = str(minutes)
        if place and place != self.fields.setdefault("place", place):
            occasion["place"] = place
        self.occasions.append(occasion)


def events_of(file: Path, kind: Kind, names: Names, today: date) -> tuple[list[Draft], tuple[Problem, ...]]:
    """Drafts, and what is told of the file. ContentError when no column says titles, or no row can be used."""
    sheet = read_sheet(file, EVENTS, needed="title")
    problems = [*told(sheet.others, file.name)]
    meetings: dict[str, Meeting] = {}
    month_first = _is_month_first(sheet.rows)
    for row in sheet.rows:
        title = shortened(row.cells["title"].replace("\n", " "), _TITLE)
        start, said = _start(row, file.name, today, month_first=month_first)
        problems += said
        if start is None or not title:
            if not said:
                problems.append(_of_row("import-row", file.name, row, column="title" if start else "date", value="–"))
            continue
        meeting = meetings.setdefault(title.casefold(), Meeting(title, _fields(row, names)))
        meeting.add(start, _minutes(row, start, today, month_first=month_first), _place(row))
    return drafts_of(meetings.values(), kind, file.name, problems), tuple(problems)


def drafts_of(meetings: Iterable[Meeting], kind: Kind, file: str, told_before: Sequence[Problem]) -> list[Draft]:
    """A draft for each. ContentError, with what was told before, when there are none, or more than anybody reads."""
    meetings = list(meetings)
    count = sum(len(one.occasions) for one in meetings)
    if not count or count > _MOST:
        values = {"count": f"{count}", "limit": f"{_MOST}"}
        code = "import-too-large" if count else "import-nothing"
        raise ContentError([*told_before, Problem(RULES[code], Span(file), values)], "Nothing was taken in.")
    taken: set[str] = set()
    made = []
    for meeting in meetings:
        base = id_like(meeting.title)[:60].strip("-")
        id_ = next(
            one for number in range(1, _MOST + 2) if (one := base if number == 1 else f"{base}-{number}") not in taken
        )
        taken.add(id_)
        occasions: list[Value] = [*sorted(meeting.occasions, key=lambda one: str(one["start"]))]
        value = {"title": masked(meeting.title), **meeting.fields, "occasions": occasions}
        made.append(Draft(kind, id_, {name: part for name, part in value.items() if part}))
    return made


def described(text: str) -> str | None:
    """A description as Markdown; lines stay lines."""
    lines = (plain_words(line).rich for line in text.split("\n"))
    return masked("\n\n".join(line for line in lines if line))[:_RICH] or None


def _fields(row: Row, names: Names) -> dict[str, Value]:
    said = row.cells
    fields: dict[str, Value] = {"description": described(said.get("description", ""))}
    for name, vocabulary in (("type", "event-types"), ("district", "districts"), ("school", "schools")):
        plain = said.get(name, "").casefold()
        known = names.get(vocabulary, {})
        id_ = next((id_ for id_, word in known.items() if plain in {word.casefold(), id_}), None) if plain else None
        if id_:
            fields["districts" if name == "district" else name] = [id_] if name == "district" else id_
    if is_whole(url := said.get("url", "")):
        fields["signup"] = {"url": url}
    return fields


def _place(row: Row) -> Value:
    name, room = row.cells.get("place", "").replace("\n", ", "), row.cells.get("room", "").replace("\n", ", ")
    if is_whole(name):
        return {"name": "Online", "url": name}
    place: dict[str, Value] = {"name": shortened(name or room, _TEXT)} if name or room else {}
    return {**place, "room": shortened(room, _TEXT)} if name and room else place


def _is_month_first(rows: Iterable[Row]) -> bool:
    """Whether a day of the sheet can only be read with the month in front."""
    for row in rows:
        parts = row.cells.get("date", "").split()[:1]
        figures = parts[0].split("/") if parts else []
        if (
            len(figures) == 3
            and all(one.isdecimal() for one in figures)
            and 12 < int(figures[1]) <= 31
            and int(figures[0]) <= 12
        ):
            return True
    return False


def _start(row: Row, file: str, today: date, *, month_first: bool) -> tuple[datetime | None, list[Problem]]:
    text = row.cells.get("date", "")
    day = day_in(text, today, month_first=month_first)
    if day is None:
        return None, [_of_row("import-row", file, row, column="date", value=text[:60] or "–")]
    begins = times_in(row.cells.get("time", ""))[0] or times_in(without_day(text))[0]
    told_of = []
    if day.other and not month_first:
        values = {"value": text[:60], "chosen": day.day.isoformat(), "other": day.other.isoformat()}
        told_of.append(_of_row("import-date", file, row, **values))
    elif day.is_guessed_year:
        told_of.append(_of_row("import-year", file, row, value=text[:60], chosen=day.day.isoformat()))
    if begins is None:
        return None, [*told_of, _of_row("import-time", file, row, value=day.day.isoformat())]
    return datetime.combine(day.day, begins), told_of


def _minutes(row: Row, start: datetime, today: date, *, month_first: bool) -> int | None:
    said = row.cells
    if lasting := minutes_in(said.get("minutes", ""), plain=True):
        return lasting if lasting <= 720 else None
    later = day_in(said.get("end", ""), today, month_first=month_first)
    ends = times_in(without_day(said.get("end", "")))[0] or times_in(said.get("time", ""))[1]
    ends = ends or times_in(without_day(said.get("date", "")))[1]
    return minutes_between(start, datetime.combine(later.day if later else start.date(), ends)) if ends else None


def _of_row(code: str, file: str, row: Row, **values: str) -> Problem:
    return Problem(RULES[code], Span(file, row.number, 1, row.number, 1), {"row": f"{row.number}", **values})
