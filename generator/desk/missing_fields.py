"""What a form lacks before what it says can be published: fields that nobody has filled in, by their paths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.content.yaml.entry_spans import Path
from generator.desk.checking import Found
from generator.desk.form_state import Row, Said, State, is_empty, placed
from generator.forms.shapes import Field, Group, Rows
from generator.i18n.language import mark
from generator.problems.problem import Problem, Rule, Severity, Span
from generator.problems.rules import RULES

_MISSING = "draft-incomplete"
"""What a draft lacks by its model: it is counted, and told when somebody publishes it."""
_EITHER = Rule("field-missing", Severity.ERROR, mark("“{field}” or “{other}” is missing."), "")


@dataclass(frozen=True, slots=True)
class Lack:
    """A field that is to be filled in, and is not."""

    path: Path
    field: Field

    @property
    def rule(self) -> str:
        """The code of what is told of it; "" where the model itself asks for it."""
        return self.field.expected.rule if self.field.expected else ""

    def is_told_by(self, found: Found) -> bool:
        around = self.path[:-1]
        return found.problem.code == self.rule and found.path[: len(around)] == around

    def found(self, severity: Severity) -> Found:
        """It as a mistake at the field itself."""
        rule = replace(_EITHER if self.field.other else RULES["field-missing"], severity=severity)
        # What it is for stands over the field already.
        values = {"field": self.field.label, "other": self.field.other, "purpose": ""}
        return Found(self.path, Problem(rule, Span(""), values))


def lacks(fields: Sequence[Field], state: State, at: Path = ()) -> Iterator[Lack]:
    """In the order of the form. The id of an entry is no such field: it is made."""
    for one in fields:
        said, path = state.fields.get(one.name), (*at, one.name)
        if said is None or one.is_made:
            continue
        is_there = not is_empty(said)
        if isinstance(one.shape, Group) and isinstance(said, State) and (is_there or one.is_required):
            yield from lacks(one.shape.fields, said, path)
        elif not is_there and _is_needed(one, state):
            yield Lack(path, one)
        elif isinstance(one.shape, Rows) and isinstance(one.shape.each, Group) and isinstance(said, tuple):
            for place, row in placed(said):
                if place is not None and isinstance(row.said, State):
                    yield from lacks(one.shape.each.fields, row.said, (*path, place))


def is_needed_here(one: Field, state: State) -> bool:
    """Whether something must stand in a field because of what stands beside it."""
    expected = one.expected
    return expected is not None and bool(expected.when or expected.with_any) and _is_needed(one, state)


def _is_needed(one: Field, state: State) -> bool:
    expected = one.expected
    if expected is None:
        return one.is_required
    if expected.when and state.fields.get(expected.when[0]) != expected.when[1]:
        return False
    if expected.with_any and all(is_empty(state.fields.get(name, "")) for name in expected.with_any):
        return False
    return not (expected.instead and _is_given(state, expected.instead.split(".")))


def _is_given(said: Said | None, steps: Sequence[str]) -> bool:
    """Whether something stands there; in a list, in each of its entries."""
    if not steps:
        return said is not None and not is_empty(said)
    if isinstance(said, State):
        return _is_given(said.fields.get(steps[0]), steps[1:])
    rows = [one for one in said if isinstance(one, Row)] if isinstance(said, tuple) else []
    return rows != [] and all(_is_given(row.said, steps) for row in rows)


def counted(found: Iterable[Found], lacking: Sequence[Lack]) -> tuple[list[Found], int]:
    """Of a draft: what is wrong with what it says, and how many fields are still to be filled in."""
    found = list(found)
    said = [one for one in found if one.problem.code != _MISSING and not any(lack.is_told_by(one) for lack in lacking)]
    wrong = {one.path for one in said}
    open_ = {lack.path for lack in lacking} - wrong
    others = {one.path for one in found if one.problem.code == _MISSING} - wrong
    around = {path[:end] for path in open_ for end in range(len(path) + 1)}
    return said, len(open_) + len([path for path in others - around if path[-1:] != ("id",)])


def at_fields(found: Iterable[Found], lacking: Sequence[Lack]) -> list[Found]:
    """Of what is to be published: each lack told once, at its field, also what the rules have not come to yet."""
    found = list(found)
    told: dict[Path, Severity] = {}
    for lack in lacking:
        own = [one for one in found if lack.is_told_by(one)]
        if own or (lack.rule and any(one.is_error for one in found)):
            told[lack.path] = own[0].problem.severity if own else RULES[lack.rule].severity
    kept = [one for one in found if not any(lack.is_told_by(one) for lack in lacking)]
    by_path: Mapping[Path, Lack] = {lack.path: lack for lack in lacking}
    return [*kept, *(by_path[path].found(severity) for path, severity in told.items())]
