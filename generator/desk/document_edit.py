"""What a file is to say after somebody has filled in its form: what did not change stays as it was written."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.content.yaml.edit import edited
from generator.content.yaml.entry_spans import Path
from generator.content.yaml.writer import Value
from generator.desk.form_state import Row, Said, State, as_shown
from generator.forms.framework_goals import goal_id, mapping_of
from generator.forms.shapes import Field, Goals, Group, Rows, Shape, YesNo


def written(text: str, raw: Mapping[str, Value], fields: Sequence[Field], state: State) -> tuple[str, dict[str, Value]]:
    """The text of a document, which says `raw`, in the smallest edit to what the state says, and its value then.
    ValueError when the text is not sound.
    """
    making = _Making(raw)
    value = making.mapping(fields, state, raw)
    return edited(text, value, making.identity), value


@dataclass(slots=True)
class _Making:
    """Makes the value of a document, and remembers which of its entries were which."""

    raw: Mapping[str, Value]
    origins: dict[int, int | None] = field(default_factory=dict)
    """For each entry of a list, by its identity in memory, its place in the list as it was; None for a new one."""
    kept: list[Value] = field(default_factory=list)
    """Those entries: an identity in memory lasts as long as what it is of."""

    def mapping(self, fields: Sequence[Field], state: State, raw: Mapping[str, Value]) -> dict[str, Value]:
        """The mapping with what the state says, in the order of the file; a new field after the one before it."""
        order, found = list(raw), dict(raw)
        before: str | None = None
        for one in sorted(fields, key=lambda one: not one.is_made):  # an id stands first in a file
            if one.name in state.fields:
                was = raw.get(one.name)
                value = self._value(one.shape, state.fields[one.name], was)
                if _bare(value) == _bare(was) or _is_still_no(one, value, was):
                    value = was
                found[one.name] = value
                if value is None and (one.name not in raw or was is not None):
                    del found[one.name]
            if one.name in found:
                if one.name not in order:
                    order.insert(order.index(before) + 1 if before is not None else len(order), one.name)
                before = one.name
        return {name: found[name] for name in order if name in found}

    def _value(self, shape: Shape, said: Said, raw: Value) -> Value:
        if isinstance(shape, Group) and isinstance(said, State):
            found = self.mapping(shape.fields, said, raw if isinstance(raw, dict) else {})
            return found if _bare(found) is not None else None
        if isinstance(shape, Rows) and isinstance(said, tuple):
            rows = [row for row in said if isinstance(row, Row)]
            return self._rows(shape, rows, raw if isinstance(raw, list) else [])
        if isinstance(said, tuple):
            return _ticked([one for one in said if isinstance(one, str)], raw)
        if not isinstance(said, str) or not said.strip():
            return None
        if isinstance(shape, Goals):
            return raw if goal_id(raw) == said else {**mapping_of(said)}
        return raw if isinstance(raw, str) and as_shown(shape, raw) == said else said

    def _rows(self, shape: Rows, rows: Sequence[Row], raw: list[Value]) -> Value:
        found: list[Value] = []
        for row in rows:
            place = row.place if row.place is not None and row.place < len(raw) else None
            was = None if place is None else raw[place]
            value = self._value(shape.each, row.said, was)
            value = was if _bare(value) == _bare(was) else value
            if value is None and was is None and place is None:
                continue
            if isinstance(value, dict):
                value = dict(value)  # a copy: each of two entries that are equal has a place of its own
                self.origins[id(value)] = place
                self.kept.append(value)
            found.append(value)
        return [part for part in found if part is not None or None in raw] or None

    def identity(self, path: Path, value: Value) -> Hashable:
        """An entry is the one that it was made of, wherever it has been moved and whatever it says now."""
        if not isinstance(value, dict):
            return None
        was = self._list(path)
        if id(value) not in self.origins:
            return was.index(value) if value in was else None
        place = self.origins[id(value)]
        return ("new", id(value)) if place is None else was.index(was[place])

    def _list(self, path: Path) -> list[Value]:
        here: Value = dict(self.raw)
        for step in path:
            if isinstance(here, dict) and isinstance(step, str):
                here = here.get(step)
            elif isinstance(here, list) and isinstance(step, int):
                here = here[step]
        return here if isinstance(here, list) else []


def _bare(value: Value) -> Value:
    """The value without what is empty: an empty field is a missing one."""
    if isinstance(value, dict):
        return {name: bare for name, part in value.items() if (bare := _bare(part)) is not None} or None
    if isinstance(value, list):
        return [_bare(part) for part in value] if any(_bare(part) is not None for part in value) else None
    return value or None


def _is_still_no(one: Field, value: Value, was: Value) -> bool:
    return isinstance(one.shape, YesNo) and value is None and was == "false"


def _ticked(said: Sequence[str], raw: Value) -> Value:
    """In the order of the file, and after that in the order of the form."""
    was = [one for one in raw if isinstance(one, str)] if isinstance(raw, list) else []
    kept: list[Value] = [one for one in was if one in said]
    return [*kept, *(one for one in said if one not in was)] or None
