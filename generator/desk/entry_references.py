"""Entries of a document that others of its fields name: known in the form by their row, so that a new id follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.desk.form_state import Row, Said, State
from generator.forms.shapes import Field, Group, Own, Rows, Shape

_ROW = "@"
"""Before the token of a row, where a browser sends which entry is meant."""
_TITLES = ("title", "name", "text")


def entries(state: State, list_: str) -> Iterator[tuple[str, str, str]]:
    """The key, the id and the title of each entry of a list that has an id."""
    for row in _rows(state, list_):
        if isinstance(row.said, State) and (id_ := str(row.said.fields.get("id", ""))):
            title = next((str(row.said.fields[name]) for name in _TITLES if row.said.fields.get(name)), id_)
            yield f"{_ROW}{row.token}", id_, title


def key_of(state: State, list_: str, id_: str) -> str:
    """What a browser sends for an id; the id itself where no entry has it."""
    return next((key for key, own, _ in entries(state, list_) if own == id_), id_)


def with_references(fields: Sequence[Field], state: State) -> State:
    """With the ids that the named entries have now; without those that are gone."""
    return _within(fields, state, state)


def _within(fields: Sequence[Field], said: State, state: State) -> State:
    shapes = {one.name: one.shape for one in fields}
    return State({name: _of(shapes[name], part, state) for name, part in said.fields.items()})


def _of(shape: Shape, said: Said, state: State) -> Said:
    if isinstance(shape, Group) and isinstance(said, State):
        return _within(shape.fields, said, state)
    if isinstance(shape, Rows) and isinstance(said, tuple):
        return tuple(Row(one.token, _of(shape.each, one.said, state)) for one in said if isinstance(one, Row))
    if isinstance(shape, Own):
        ids = {key: id_ for key, id_, _ in entries(state, shape.list)}
        if isinstance(said, tuple):
            return tuple(now for one in said if isinstance(one, str) and (now := _now(one, ids)))
        return _now(said, ids) if isinstance(said, str) else said
    return said


def _now(said: str, ids: dict[str, str]) -> str:
    return ids.get(said, "") if said.startswith(_ROW) else said


def _rows(state: State, list_: str) -> Iterator[Row]:
    said = state.fields.get(list_, ())
    yield from (one for one in said if isinstance(one, Row)) if isinstance(said, tuple) else ()
