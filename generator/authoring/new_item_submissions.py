"""Reads files that ask for a new item: what a visitor wrote in a form of the site, `write/<name>/`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from generator.content.check.schema import fits
from generator.content.yaml.places import span_of
from generator.model.catalog import Finding, YamlValue
from generator.model.context import Context
from generator.model.fields import Rich, Strict, Text
from generator.model.kind import Kind
from generator.model.local_time import LocalTime
from generator.model.walk import walk_raw
from generator.model.writing import Writing
from generator.problems.contact_detail import contact_in
from generator.problems.content_rules import RULES
from generator.problems.problem import Problem

VERSION = 1
"""Of all forms for new items."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """A new item as somebody wrote it."""

    file: str
    """As problems name it."""
    text: str
    kind: Kind
    writing: Writing
    saved: datetime
    now: Mapping[str, YamlValue]
    title: str


class _File(Strict):
    """A whole file."""

    form: Text
    """Which form it is."""
    version: Text
    """Of the form."""
    saved: LocalTime
    """When it was saved."""
    now: dict[str, object]
    """What was written."""


def writings(context: Context) -> dict[str, tuple[Kind, Writing]]:
    """The forms for new items, by name."""
    return {one.name: (kind, one) for kind in context.kinds.values() for one in kind.writings if not one.list}


def asked_for(raw: Mapping[str, YamlValue], context: Context) -> bool:
    """Whether a file asks for a new item."""
    return str(raw.get("form")) in writings(context)


def suggested_in(
    raw: Mapping[str, YamlValue], text: str, name: str, context: Context, today: date
) -> tuple[Suggested | None, list[Problem]]:
    """What the file asks for, and all that is wrong with it as a file of its form."""
    kind, writing = writings(context)[str(raw["form"])]
    told, findings = fits(_File, raw)
    now = raw.get("now")
    now = now if isinstance(now, dict) else {}
    title = now.get("title")
    title = " ".join(title.split())[:120] if isinstance(title, str) else ""
    if told is None or told.version != f"{VERSION}":
        version = raw.get("version")
        if isinstance(version, str) and version != f"{VERSION}":
            findings = [Finding("take-version", ("version",), {"version": version, "known": f"{VERSION}"})]
    else:
        findings = list(_amiss(now, writing, told.saved, today))
    problems = [*_problems(findings, text, name, title), *contacts(dict(now), kind.model, text, name, title)]
    return (Suggested(name, text, kind, writing, told.saved, now, title) if told else None), problems


def _amiss(now: Mapping[str, YamlValue], writing: Writing, saved: datetime, today: date) -> Iterator[Finding]:
    title = now.get("title")
    if not isinstance(title, str) or not title.strip():
        yield Finding("take-untitled", ("now",))
    if saved.date() > today:
        yield Finding("take-future", ("saved",), {"date": saved.date().isoformat()})
    asked = {name.partition(".")[0] for name in writing.asks}
    for name in now:
        if name not in asked:
            yield Finding("take-field", ("now", name), {"field": name}, at_key=True)


def contacts(now: YamlValue, model: type[Strict], text: str, name: str, title: str) -> Iterator[Problem]:
    """What may lead to one person: whoever takes the file in looks whether it does."""
    for path, marker, said in walk_raw(model, now, ("now",)):
        is_text = (marker is None or isinstance(marker, Rich)) and path[-1] != "mailbox"
        if is_text and (found := contact_in(said)):
            yield Problem(RULES["take-contact"], span_of(text, name, path), {"text": found}, title)


def _problems(findings: Iterable[Finding], text: str, name: str, title: str) -> Iterator[Problem]:
    for one in findings:
        yield Problem(RULES[one.rule], span_of(text, name, one.path, key=one.at_key), one.values, title)
