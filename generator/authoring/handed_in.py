"""Reads files that people hand in: bytes, form and version, whose they are, and whether their values can be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pydantic import create_model

from generator.content.check.personal_data import in_text
from generator.content.check.schema import fits
from generator.content.files import read_text, shown
from generator.content.yaml.parser import value_of
from generator.content.yaml.places import span_of
from generator.model.catalog import Finding, YamlValue, nearest
from generator.model.context import Context
from generator.model.fields import Key, Strict, Text
from generator.model.kind import Kind
from generator.model.schedule import LocalTime
from generator.problems import rules
from generator.problems.content_rules import RULES
from generator.problems.problem import Problem, Severity, Span, has_errors

_DATED = re.compile(r"(?:-\d{4}-\d{2}-\d{2})?(?: ?\(\d+\))?$")
"""What a browser and the page put behind the id in the name of a file."""


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A file that is what it says, and is of today or before."""

    file: str
    """As problems name it."""
    text: str
    kind: Kind
    id: str
    saved: datetime
    was: Strict
    now: Strict
    raw: Mapping[str, YamlValue]
    """What it says, as texts."""

    def span(self, path: tuple[str | int, ...]) -> Span:
        """Where something of `now` stands, or what it would stand in."""
        return span_of(self.text, self.file, ("now", *path))


def read(file: Path, root: Path, context: Context, today: date) -> tuple[HandedIn | None, tuple[Problem, ...]]:
    """What the file says, or what is wrong with it."""
    name = _named(file, root)
    _, text = read_text(Path(), str(file))
    if isinstance(text, Problem):
        rule = RULES["take-size"] if text.rule is rules.FILE_SIZE else text.rule
        return None, (Problem(rule, Span(name, *_place(text.span)), text.values),)
    raw, problems = value_of(text, name)
    problems = [*problems, *in_text(text, name, context.catalog.look_alikes)]
    if not isinstance(raw, dict):
        return None, tuple(problems)
    kind, findings = _kind(raw, context)
    model = None
    if kind and kind.form:
        model, findings = fits(_model(kind.name, kind.form.model), raw)
    if kind and model:
        findings = list(_misplaced(model, kind, file, context, today))
    problems += (
        Problem(RULES[one.rule], span_of(text, name, one.path, key=one.at_key), one.values) for one in findings
    )
    if has_errors(problems) or kind is None or model is None:
        return None, tuple(problems)
    told: Any = model  # its fields are those that `_model` gave it
    handed = HandedIn(name, text, kind, getattr(told, kind.name), told.saved, told.was, told.now, raw)
    return handed, tuple(one for one in problems if one.severity is Severity.WARNING)


def _place(span: Span) -> tuple[int, int, int, int]:
    return span.line, span.column, span.end_line, span.end_column


def _named(file: Path, root: Path) -> str:
    """Seen from the hub's root, if it lies there."""
    whole = file.absolute()
    return shown(whole.relative_to(root).as_posix() if whole.is_relative_to(root) else str(whole))


def _kind(raw: Mapping[str, YamlValue], context: Context) -> tuple[Kind | None, list[Finding]]:
    """Whose form it is; a file of another form or version is not looked into."""
    forms = {kind.name: kind for kind in context.kinds.values() if kind.form}
    said = raw.get("form")
    if not isinstance(said, str) or said not in forms:
        return None, [Finding("take-form", ("form",) if "form" in raw else (), {"known": ", ".join(forms)})]
    kind, version = forms[said], raw.get("version")
    assert kind.form
    if version != f"{kind.form.version}":
        values = {"version": version if isinstance(version, str) else "–", "known": f"{kind.form.version}"}
        return None, [Finding("take-version", ("version",), values)]
    return kind, []


def _model(name: str, own: type[Strict]) -> type[Strict]:
    """A whole file of the form of a kind."""
    fields: dict[str, Any] = {  # pydantic's own word for a type and what stands where nothing is said
        "form": (Text, ...), "version": (Text, ...), name: (Key, ...), "saved": (LocalTime, ...),
        "was": (own, own()), "now": (own, ...),
    }  # fmt: skip
    return create_model("HandedIn", __base__=Strict, **fields)


# `model` is of the model that `_model` makes.
def _misplaced(model: Any, kind: Kind, file: Path, context: Context, today: date) -> Iterator[Finding]:
    """Of somebody whom the hub does not know, in the name of another, or from a day to come."""
    known = context.catalog.vocabularies[kind.vocabulary] if kind.vocabulary else {}
    id_, stem = getattr(model, kind.name), _DATED.sub("", file.name.removesuffix(".yml"))
    if id_ not in known:
        values = {"id": id_, "nearest": nearest(id_, known), "vocabulary": kind.vocabulary or ""}
        yield Finding("take-unknown", (kind.name,), values)
    elif stem != id_ and stem in known:
        yield Finding("take-other", (kind.name,), {"id": id_, "name": stem})
    if model.saved.date() > today:
        yield Finding("take-future", ("saved",), {"date": model.saved.date().isoformat()})
