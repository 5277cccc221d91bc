"""What people call the entries of a document: by what they say or by their day, never by the id that the file has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.content.yaml.entry_spans import Path
from generator.desk.form_state import Said, State, placed
from generator.forms.shapes import Field, Group, Line, Rows, Shape
from generator.forms.value_texts import as_spoken
from generator.i18n.language import Language
from generator.problems.problem import Problem

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry with an id."""

    path: Path
    id: str
    name: str
    """What a form calls it."""


def title_of(said: Said) -> str:
    """The first text of an entry; "" when it says none."""
    if isinstance(said, State):
        names = ("title", "name", "action", "word", "text", "label")
        return next((str(said.fields[name]) for name in names if str(said.fields.get(name, "")).strip()), "")
    return said if isinstance(said, str) else ""


def named_entries(fields: Sequence[Field], state: State, language: Language, at: Path = ()) -> Iterator[Entry]:
    """Each entry that has an id, however deep in others."""
    for one in fields:
        yield from _within(one, one.shape, state.fields.get(one.name, ""), language, (*at, one.name))


def _within(one: Field, shape: Shape, said: Said, language: Language, at: Path) -> Iterator[Entry]:
    if isinstance(shape, Group) and isinstance(said, State):
        yield from named_entries(shape.fields, said, language, at)
    elif isinstance(shape, Rows) and isinstance(shape.each, Group) and isinstance(said, tuple):
        for place, row in placed(said):
            if place is None or not isinstance(row.said, State):
                continue
            if id_ := row.said.fields.get("id"):
                name = title_of(row.said) or _day(shape.each, row.said, language)
                yield Entry((*at, place), str(id_), name or f"{one.one or one.label} {place + 1}")
            yield from named_entries(shape.each.fields, row.said, language, (*at, place))


def _day(shape: Group, said: State, language: Language) -> str:
    """The first day of an entry, as the language writes it; "" when there is none that can be understood."""
    for one in shape.fields:
        text = said.fields.get(one.name)
        if isinstance(one.shape, Line) and one.shape.form in ("moment", "day") and isinstance(text, str):
            spoken = as_spoken(one.shape, text, language)
            return spoken if spoken != text else ""
    return ""


def with_names(problem: Problem, at: Path, entries: Sequence[Entry]) -> Problem:
    """A message that names entries by their ids, with what they are called; those around its place come first."""
    if "id" not in problem.values:
        return problem
    near = sorted(entries, key=lambda one: at[: len(one.path)] == one.path)
    names = {one.id: one.name for one in near}
    said = _ID.sub(lambda found: names.get(found[0], found[0]), problem.values["id"])
    return replace(problem, values={**problem.values, "id": said})
