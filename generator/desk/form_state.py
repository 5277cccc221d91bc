"""What somebody has filled in: taken from a document, or from what a browser sends, and changed by the rows' buttons.

Names in a form are paths (`lessons.2.title`). A row is known by a token that stays while it is moved: its place in the
file, or `new` and a number. What a form does not send is not touched: a value that no field fits stays in the file.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count
from typing import TypeAlias

from generator.content.file_names import id_like
from generator.content.yaml.writer import Value
from generator.forms.framework_goals import goal_id
from generator.forms.shapes import Field, Goals, Group, Line, Own, Rows, Shape, Ticks
from generator.forms.value_texts import as_read
from generator.model.date_parsing import moment_of
from generator.problems.invisible_signs import INVISIBLE

MADE = "="
"""After the name of an id: what the program made it, so that it is made anew while nobody has written another."""
ROWS = "#"
"""After the name of a list: the tokens of its rows, in order, the first one empty."""
Posted: TypeAlias = Mapping[str, Sequence[str]]
"""What a browser sends: values by name, in the order of the form."""


@dataclass(frozen=True, slots=True)
class Row:
    """One of a list."""

    token: str
    said: Said

    @property
    def place(self) -> int | None:
        """Where it stands in the file; None for a new one."""
        return int(self.token) if self.token.isdecimal() else None


@dataclass(frozen=True, slots=True)
class State:
    """Fields by name, as far as the form has them."""

    fields: dict[str, Said] = field(default_factory=dict)


Said: TypeAlias = "str | tuple[str, ...] | tuple[Row, ...] | State"


def placed(said: Sequence[str | Row]) -> Iterator[tuple[int | None, Row]]:
    """Each row with its place in the list as it would be written: new ones that say nothing are not."""
    place = 0
    for row in said:
        if isinstance(row, Row):
            is_written = row.place is not None or not is_empty(row.said)
            yield (place if is_written else None), row
            place += is_written


def is_empty(said: Said) -> bool:
    """Whether nothing is filled in."""
    if isinstance(said, State):
        return all(map(is_empty, said.fields.values()))
    if isinstance(said, str):
        return not said.strip()
    return all(is_empty(one.said) if isinstance(one, Row) else not one for one in said)


def filled_names(state: State, at: str = "") -> Iterator[str]:
    """The names, as a browser sends them, of all fields that say something; of what is in rows and groups too."""
    for name, said in state.fields.items():
        if not is_empty(said):
            yield f"{at}{name}"
        inner = [(f"{at}{name}.", said)]
        if isinstance(said, tuple):
            inner = [(f"{at}{name}.{row.token}.", row.said) for row in said if isinstance(row, Row)]
        for place, one in inner:
            yield from filled_names(one, place) if isinstance(one, State) else ()


# From a file


def of_document(fields: Sequence[Field], value: Mapping[str, Value]) -> State:
    """A document as its form shows it; without what does not fit its field."""
    found = {one.name: _of_value(one.shape, value.get(one.name)) for one in fields}
    return State({name: said for name, said in found.items() if said is not None})


def _of_value(shape: Shape, value: Value) -> Said | None:
    if isinstance(shape, Group):
        return of_document(shape.fields, value or {}) if isinstance(value, dict | None) else None
    if isinstance(shape, Goals):
        return goal_id(value)
    if _is_list(shape):
        if not isinstance(value, list | None):
            return None
        if isinstance(shape, Rows):
            rows = [(number, _of_value(shape.each, part)) for number, part in enumerate(value or [])]
            found = tuple(Row(str(number), said) for number, said in rows if said is not None)
            return found if len(found) == len(rows) else None
        texts = tuple(part for part in value or [] if isinstance(part, str))
        return texts if len(texts) == len(value or []) else None
    return as_shown(shape, value or "") if isinstance(value, str | None) else None


def _is_list(shape: Shape) -> bool:
    return isinstance(shape, Rows | Ticks) or (isinstance(shape, Own) and shape.is_many)


def as_shown(shape: Shape, text: str) -> str:
    """A text as a browser sends it back when nobody changes it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return lines.replace("\n", " ") if isinstance(shape, Line) else lines


# From a browser


def of_posted(fields: Sequence[Field], posted: Posted, code: str, today: date | None = None) -> State:
    """What a browser sends; `code` is the language in which people write days, `today` what those without a year are
    reckoned from.
    """
    return _Reading(posted, code, today).fields(fields, "")


@dataclass(frozen=True, slots=True)
class _Reading:
    posted: Posted
    code: str
    today: date | None

    def fields(self, fields: Sequence[Field], at: str) -> State:
        """A time alone is of the day of the time before it among the same fields."""
        found: dict[str, Said] = {}
        day: str | None = None
        for one in fields:
            said = self.said(one.shape, f"{at}{one.name}", day)
            if said is None:
                continue
            found[one.name] = said
            if isinstance(one.shape, Line) and one.shape.form == "moment" and isinstance(said, str):
                day = said[:10] if moment_of(said, self.code) == said else day
        return State(found)

    def said(self, shape: Shape, name: str, day: str | None = None) -> Said | None:
        if isinstance(shape, Group):
            return self.fields(shape.fields, f"{name}.")
        if isinstance(shape, Rows):
            if f"{name}{ROWS}" not in self.posted:
                return None
            tokens = dict.fromkeys(token for token in self.posted[f"{name}{ROWS}"] if token)
            rows = ((token, self.said(shape.each, f"{name}.{token}")) for token in tokens)
            return tuple(Row(token, said) for token, said in rows if said is not None)
        if name not in self.posted:
            return None
        if _is_list(shape):
            return tuple(dict.fromkeys(_clean(one) for one in self.posted[name] if one))
        if self.posted[name][-1] in self.posted.get(f"{name}{MADE}", ()):
            return ""
        return as_shown(shape, as_read(shape, _clean(self.posted[name][-1]), self.code, self.today, day))


def _clean(text: str) -> str:
    """Without signs that nobody sees, which come along when people paste."""
    return INVISIBLE.sub("", text)


# Ids


NAMING = ("title", "name", "word", "text", "start")
"""Fields that say what an entry is about, the best one first."""


def with_ids(fields: Sequence[Field], state: State) -> State:
    """With an id for each entry that must have one, has none and says what it is about."""
    return State({one.name: _with_ids(one.shape, state.fields[one.name]) for one in fields if one.name in state.fields})


def _with_ids(shape: Shape, said: Said) -> Said:
    if isinstance(shape, Group) and isinstance(said, State):
        return with_ids(shape.fields, said)
    if not (isinstance(shape, Rows) and isinstance(said, tuple)):
        return said
    rows = [replace(row, said=_with_ids(shape.each, row.said)) for row in said if isinstance(row, Row)]
    if not (isinstance(shape.each, Group) and any(one.name == "id" and one.is_required for one in shape.each.fields)):
        return tuple(rows)
    taken = {str(row.said.fields.get("id", "")) for row in rows if isinstance(row.said, State)}
    found = []
    for row in rows:
        id_ = _id(shape.each.fields, row.said, taken)
        taken.add(id_)
        found.append(replace(row, said=State({**row.said.fields, "id": id_})) if isinstance(row.said, State) else row)
    return tuple(found)


def _id(fields: Sequence[Field], said: Said, taken: Collection[str]) -> str:
    """The id that an entry has or may have; "" while it says nothing that can be understood."""
    if not isinstance(said, State):
        return ""
    if own := said.fields.get("id"):
        return str(own)
    short = short_name(said, fields)
    free = (id_ for number in count(1) if (id_ := short if number == 1 else f"{short}-{number}") not in taken)
    return next(free) if short else ""


def short_name(said: State, fields: Sequence[Field]) -> str:
    """An id that says what an entry is about; "" where it says nothing, or only a time that nobody understands, which
    is going to be mended.
    """
    shapes = {one.name: one.shape for one in fields}
    named = (str(said.fields[name]) for name in NAMING if name in said.fields and _names(shapes.get(name), said, name))
    about = next(named, "")
    return id_like(" ".join(about.split()[:4]))[:40].strip("-") if about else ""


def _names(shape: Shape | None, said: State, name: str) -> bool:
    text = str(said.fields[name]).strip()
    return text != "" and not (isinstance(shape, Line) and shape.form == "moment" and moment_of(text, "da") != text)


# The buttons of rows


def changed(fields: Sequence[Field], state: State, act: str, name: str) -> State:
    """After a button was pressed: `add` to the list of that name, or `remove`, `up` or `down` of the row. ValueError
    when there is no such list or row.
    """
    steps = name.split(".")
    return State(dict(_changed(fields, state, act, steps)))


def _changed(fields: Sequence[Field], state: State, act: str, steps: Sequence[str]) -> Iterator[tuple[str, Said]]:
    shapes = {one.name: one.shape for one in fields}
    if steps[0] not in shapes or steps[0] not in state.fields:
        raise ValueError(f"there is no field {steps[0]}")
    for name, said in state.fields.items():
        yield name, _pressed(shapes[name], said, act, steps[1:]) if name == steps[0] else said


def _pressed(shape: Shape, said: Said, act: str, steps: Sequence[str]) -> Said:
    if isinstance(shape, Group) and isinstance(said, State) and steps:
        return State(dict(_changed(shape.fields, said, act, steps)))
    if not isinstance(shape, Rows) or not isinstance(said, tuple):
        raise ValueError("there are no rows")
    rows = [row for row in said if isinstance(row, Row)]
    if not steps:
        return (*rows, Row(_fresh(rows), _empty(shape.each)))
    place = next((number for number, row in enumerate(rows) if row.token == steps[0]), None)
    if place is None:
        raise ValueError(f"there is no row {steps[0]}")
    if len(steps) > 1:
        inner = _pressed(shape.each, rows[place].said, act, steps[1:])
        return tuple(replace(row, said=inner) if number == place else row for number, row in enumerate(rows))
    row = rows.pop(place)
    if act in ("up", "down"):
        rows.insert(max(0, place - 1) if act == "up" else place + 1, row)
    return tuple(rows)


def _fresh(rows: Sequence[Row]) -> str:
    taken = {row.token for row in rows}
    return next(token for number in range(len(rows) + 1) if (token := f"new{number}") not in taken)


def _empty(shape: Shape) -> Said:
    said = _of_value(shape, None)
    assert said is not None, "every shape takes nothing"
    return said
