"""Reads files that people hand in: bytes, form and version, whose they are, and whether their values can be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from pydantic import create_model

from generator.authoring.merge import Chain, path_of, value_at
from generator.authoring.new_item_submissions import Suggested, asked_for, contacts, suggested_in, writings
from generator.authoring.partial_parse import sound_part
from generator.authoring.submission_from_mail import form_in
from generator.authoring.submission_zip import is_archive, lying_beside, opened
from generator.content.check.national_id_check import in_text
from generator.content.check.schema import fits
from generator.content.files import read_text, shown, text_of
from generator.content.yaml.parser import value_of
from generator.content.yaml.places import span_of
from generator.model.catalog import Finding, YamlValue
from generator.model.context import Context
from generator.model.fields import Key, Strict, Text
from generator.model.kind import Kind
from generator.model.local_time import LocalTime
from generator.model.submission import Form, Step
from generator.model.submission import Path as KeyPath
from generator.problems import rules
from generator.problems.content_rules import RULES
from generator.problems.problem import Problem, Span, has_errors

_DATED = re.compile(r"(?:-\d{4}-\d{2}-\d{2})?(?: ?\(\d+\))?$")
"""What a browser and the page put behind the id in the name of a file."""
_LIKE = 0.5
"""So much of two words is alike where one may have been meant for the other."""
_NEAR = 3
"""Names that are shown to somebody who may have meant one of them."""


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A file that says whose it is, as far as its values can be; what is wrong with the rest is told beside it."""

    file: str
    """As problems name it."""
    text: str
    kind: Kind
    form: Form
    id: str
    title: str
    saved: datetime
    was: Strict
    now: Strict
    raw: Mapping[str, YamlValue]
    """All that it says, as texts."""

    def place(self, chain: Chain, *, key: bool = False) -> tuple[Span, bool]:
        """Where it says something, and whether it does: `was` tells of what is no longer in `now`."""
        path, is_there = path_of(self.raw["now"], chain, self.form.identity)
        before, was_there = path_of(self.raw.get("was"), chain, self.form.identity)
        whole = ("was", *before) if was_there and not is_there else ("now", *path)
        return span_of(self.text, self.file, whole, key=key), is_there or was_there

    def about(self, chain: Chain, otherwise: YamlValue, context: Context) -> str:
        """Whose and which thing it is; `otherwise` is what the content says, for what the file does not speak of."""
        for side in (self.raw["now"], self.raw.get("was"), otherwise):
            path, is_there = path_of(side, chain, self.form.identity)
            if is_there:
                return about(self.title, self.form, side, path, context)
        return self.title


@dataclass(frozen=True, slots=True)
class Reading:
    """What comes of reading a file."""

    handed: HandedIn | None
    """None when it cannot be said what would be taken into what."""
    problems: tuple[Problem, ...]
    title: str
    """Of whom it is from, by what it says or by its name; "" when neither tells."""
    suggested: Suggested | None = None
    """For a file that asks for a new item."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """What came with the form, by the names that it says."""


def read(file: Path, root: Path, context: Context, today: date) -> Reading:
    """What the file says, and all that is wrong with it as far as it can be read."""
    name = _named(file, root)
    text, files = _text_and_files(file, name)
    if isinstance(text, Problem):
        rule = RULES["take-size"] if text.rule is rules.FILE_SIZE else text.rule
        title = _whose({}, file, context)
        return Reading(None, (Problem(rule, Span(name, *_place(text.span)), text.values, title),), title)
    text = form_in(text)
    raw, problems = value_of(text, name)
    title = _whose(raw, file, context)
    problems = [*(_about(one, title) for one in (*problems, *in_text(text, name, context.catalog.look_alikes)))]
    if not isinstance(raw, dict):
        return Reading(None, tuple(problems), title)
    if asked_for(raw, context):
        return replace(_new(raw, problems, text, name, context, today), files=files)
    kind, findings = _kind(raw, context)
    handed = None
    if kind and kind.form:
        shape = _model(kind.name, kind.form.model)
        model, findings = fits(shape, raw)
        findings += _misplaced(raw, kind, file, context, today)
        sound = raw if model else sound_part(raw, findings, kind.form.identity)
        told: Any = model or (sound and fits(shape, {"saved": f"{today} 00:00", **sound})[0])  # fields as `_model` gave
        if told and not any(one.rule in ("take-unknown", "take-item") for one in findings):
            id_ = getattr(told, kind.name)
            handed = HandedIn(name, text, kind, kind.form, id_, title, told.saved, told.was, told.now, raw)
    problems += (_problem(one, text, name, title, kind, raw, context) for one in findings)
    if handed and not handed.kind.vocabulary:  # what a place writes of itself has rules of its own
        problems += contacts(raw["now"], handed.form.model, text, name, title)
    return Reading(handed, tuple(problems), title, files=files)


def _text_and_files(file: Path, name: str) -> tuple[str | Problem, Mapping[str, bytes]]:
    """What the form says, or why it says nothing, and the files that came with it."""
    if not is_archive(file):
        text = read_text(Path(), str(file))[1]
        return text, {} if isinstance(text, Problem) else lying_beside(file, text)
    found = opened(file, name)
    return (found, {}) if isinstance(found, Problem) else (text_of(found.form, name), found.files)


def _new(
    raw: Mapping[str, YamlValue], problems: Sequence[Problem], text: str, name: str, context: Context, today: date
) -> Reading:
    suggested, told = suggested_in(raw, text, name, context, today)
    title = suggested.title if suggested else ""
    told = [*problems, *told]
    # What is beyond repair is told alone: nothing follows from it.
    return Reading(None, tuple(told), title, None if has_errors(told) else suggested)


def about(title: str, form: Form, value: YamlValue, path: KeyPath, context: Context) -> str:
    """Whose and which thing stands at a path of a value of the form."""
    return ", ".join(text for text in (title, form.thing(_steps(value, path), context)) if text)


def _steps(value: YamlValue, path: KeyPath) -> tuple[Step, ...]:
    """A path with the entries that it goes through."""
    found: list[Step] = []
    for end, step in enumerate(path, 1):
        if isinstance(step, int):
            found[-1] = Step(found[-1].field, value_at(value, path[:end]))
        else:
            found.append(Step(step))
    return tuple(found)


def _problem(
    one: Finding, text: str, name: str, title: str, kind: Kind | None, raw: Mapping[str, YamlValue], context: Context
) -> Problem:
    span = span_of(text, name, one.path, key=one.at_key)
    side, path = raw.get(str(one.path[0])) if one.path else None, one.path[1:]
    said = about(title, kind.form, side, _known(side, path), context) if kind and kind.form and path else title
    return Problem(RULES[one.rule], span, one.values, said)


def _known(value: YamlValue, path: KeyPath) -> KeyPath:
    """The path, without the field at its end that there is not."""
    for end, step in enumerate(path):
        if isinstance(step, int):
            if not isinstance(value, list) or step >= len(value):
                return path[:end]
            value = value[step]
        elif not isinstance(value, dict) or step not in value:
            return path[:end]
        else:
            value = value[step]
    return path


def _about(problem: Problem, title: str) -> Problem:
    return Problem(problem.rule, problem.span, problem.values, title)


def _place(span: Span) -> tuple[int, int, int, int]:
    return span.line, span.column, span.end_line, span.end_column


def _named(file: Path, root: Path) -> str:
    """Seen from the hub's root, if it lies there."""
    whole = file.absolute()
    return shown(whole.relative_to(root).as_posix() if whole.is_relative_to(root) else str(whole))


def _whose(raw: object, file: Path, context: Context) -> str:
    """The name of whom it is from, by what it says or, when that tells nothing, by what it is called."""
    for kind in context.kinds.values():
        if kind.form and not kind.vocabulary and isinstance(raw, dict):
            item = context.catalog.items.get((kind.name, str(raw.get(kind.name))))
            if item:
                return item.common.title
        elif kind.form and kind.vocabulary:
            known = context.catalog.vocabularies[kind.vocabulary]
            for id_ in (raw.get(kind.name) if isinstance(raw, dict) else None, _stem(file)):
                if isinstance(id_, str) and id_ in known:
                    return context.catalog.name(kind.vocabulary, id_)
    return ""


def _stem(file: Path) -> str:
    return _DATED.sub("", file.name.removesuffix(".yml").removesuffix(".yaml"))


def _kind(raw: Mapping[str, YamlValue], context: Context) -> tuple[Kind | None, list[Finding]]:
    """Whose form it is; a file of another form or version is not looked into."""
    forms = {kind.form.name or kind.name: kind for kind in context.kinds.values() if kind.form}
    said = raw.get("form")
    if not isinstance(said, str) or said not in forms:
        known = ", ".join((*forms, *writings(context)))
        return None, [Finding("take-form", ("form",) if "form" in raw else (), {"known": known})]
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


def _misplaced(
    raw: Mapping[str, YamlValue], kind: Kind, file: Path, context: Context, today: date
) -> Iterator[Finding]:
    """Of somebody whom the hub does not know, in the name of another, or from a day to come."""
    known = context.catalog.vocabularies[kind.vocabulary] if kind.vocabulary else {}
    id_, stem = raw.get(kind.name), _stem(file)
    if not kind.vocabulary:
        titles = {one.id: one.common.title for one in context.catalog.of_kind(kind.name)}
        if isinstance(id_, str) and id_ not in titles:
            yield Finding("take-item", (kind.name,), {"id": id_, "near": _near(id_, titles) or "–"})
    elif isinstance(id_, str) and id_ not in known:
        names = {one: entry.name for one, entry in known.items()}
        values = {"id": id_, "near": _near(id_, names), "vocabulary": kind.vocabulary or ""}
        yield Finding("take-unknown", (kind.name,), values)
    elif isinstance(id_, str) and stem != id_ and stem in known:
        yield Finding("take-other", (kind.name,), {"title": known[id_].name, "name": known[stem].name})
    saved = raw.get("saved")
    if isinstance(saved, str) and re.match(r"\d{4}-\d{2}-\d{2}", saved) and saved[:10] > today.isoformat():
        yield Finding("take-future", ("saved",), {"date": saved[:10]})


def _near(word: str, names: Mapping[str, str]) -> str:
    """Who may have been meant, each by name with the id; "" when nobody is near."""
    like = {
        id_: max(SequenceMatcher(None, word.casefold(), text.casefold()).ratio() for text in (id_, name))
        for id_, name in names.items()
    }
    close = sorted((id_ for id_ in names if like[id_] >= _LIKE), key=lambda id_: -like[id_])[:_NEAR]
    return ", ".join(f"{names[id_]} ({id_})" for id_ in close)
