"""Holds a document against the model of its kind and says what does not fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import islice
from typing import TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.content.file_names import id_like
from generator.content.yaml.mistypes import GLUED
from generator.content.yaml.parser import MOST_PROBLEMS
from generator.model.catalog import Document, Finding, nearest
from generator.model.fields import ID, LANGUAGE, REDIRECT, WEEK
from generator.model.format_suggestions import (
    day_and_time_meant,
    day_meant,
    language_meant,
    moment_meant,
    number_meant,
    old_address_meant,
    share_meant,
    time_meant,
    unquoted,
    week_meant,
    yes_or_no_meant,
)  # fmt: skip
from generator.model.kind import Kind
from generator.model.vocabulary import VOCABULARIES, OwnVocabulary, SynonymVocabulary, Vocabulary

Path = tuple[str | int, ...]
_NESTED = (dict, list)
Shape = TypeVar("Shape", bound=BaseModel)


def shape(document: Document, kinds: Mapping[str, Kind]) -> tuple[BaseModel | None, list[Finding]]:
    """The model of a document, or None with what is wrong. A draft may lack things: each lack is only a warning."""
    model = _vocabulary(document) if document.kind == "vocabulary" else kinds[document.kind].model
    if model is None:
        near = nearest(document.id, VOCABULARIES)
        return None, [Finding("vocabulary-unknown", (), {"name": document.id, "nearest": near})]
    found, findings = fits(model, document.value)
    if document.value.get("status") == "draft":
        findings = [_lenient(finding) for finding in findings]
    return found, findings


def _vocabulary(document: Document) -> type[Vocabulary] | type[SynonymVocabulary] | None:
    """One that says what people choose by is the hub's own."""
    return VOCABULARIES.get(document.id) or (OwnVocabulary if "by" in document.value else None)


def fits(model: type[Shape], value: object) -> tuple[Shape | None, list[Finding]]:
    """The value as a model, or None with what does not fit."""
    empty = list(islice(_unknown_and_empty(model, value), 2 * MOST_PROBLEMS))
    try:
        found = model.model_validate(said(value))
    except ValidationError as error:
        details = error.errors(include_url=False)[: 2 * MOST_PROBLEMS]  # some are told as one with others
        return None, [*empty, *(_finding(detail, model) for detail in details)]
    return (None if empty else found), empty


def _unknown_and_empty(model: type[BaseModel], value: object, path: Path = ()) -> Iterator[Finding]:
    """Fields that there are not, without a value: as empty ones they would be passed over."""
    if isinstance(value, list):
        for number, part in enumerate(value):
            if isinstance(part, _NESTED):
                yield from _unknown_and_empty(model, part, (*path, number))
    elif isinstance(value, dict):
        for key, part in value.items():
            if part is None and key not in model.model_fields:
                yield _unknown(key, (*path, key), model)
            elif isinstance(part, _NESTED) and (nested := _nested(model, key)):
                yield from _unknown_and_empty(nested, part, (*path, key))


@lru_cache(maxsize=1000)  # a file may say any key
def _nested(model: type[BaseModel], key: str) -> type[BaseModel] | None:
    """The model of what stands in a field; None for none, and where more than one could stand there."""
    field = model.model_fields.get(key)
    models = {*_models_in(field.annotation)} if field else set()
    return models.pop() if len(models) == 1 else None


def _unknown(field: str, path: Path, model: type[BaseModel]) -> Finding:
    near = nearest(field.strip().lower(), model.model_fields, likeness=0.72)
    return Finding("field-unknown", path, {"field": field, "nearest": near}, at_key=True)


def said(value: object) -> object:
    """The value without the fields that were left empty: an empty field is a missing one."""
    if isinstance(value, dict):
        # Nearly all parts are texts.
        return {key: part if isinstance(part, str) else said(part) for key, part in value.items() if part is not None}
    if isinstance(value, list):
        return [part if isinstance(part, str) else said(part) for part in value]
    return value


def _lenient(finding: Finding) -> Finding:
    if finding.rule in {"field-missing", "field-empty"}:
        return Finding("draft-incomplete", finding.path, finding.values)
    return finding


def _finding(detail: ErrorDetails, model: type[BaseModel]) -> Finding:  # noqa: C901  # one case a fault, flat
    path = _path(detail["loc"])
    field = next((part for part in reversed(path) if isinstance(part, str)), "")
    match detail["type"]:
        case "missing":
            return Finding("field-missing", path, {"field": field, "purpose": purpose(model, path)})
        case "extra_forbidden":
            return _unknown(field, path, model_at(model, path[:-1]))
        case "too_short" if detail["ctx"].get("actual_length"):
            few = {
                "field": field,
                "count": str(detail["ctx"]["actual_length"]),
                "least": str(detail["ctx"]["min_length"]),
            }
            return Finding("value-few", path, few)
        case "too_short" | "string_too_short":
            return Finding("field-empty", path, {"field": field})
        case "too_long" | "string_too_long":
            limit = str(detail.get("ctx", {}).get("max_length", ""))
            values = {"field": field, "limit": limit, "length": str(_length(detail["input"]))}
            return Finding("list-too-long" if detail["type"] == "too_long" else "field-too-long", path, values)
        case "literal_error" if isinstance(detail["input"], str):
            expected = re.findall(r"'([^']*)'", str(detail.get("ctx", {}).get("expected", "")))
            near = nearest(unquoted(detail["input"]), expected)
            values = {"field": field, "value": _short(detail), "expected": ", ".join(expected)}
            return Finding("value-choice", path, {**values, "nearest": near})
        case "value_error":
            rule, likely = _of_value(str(detail["ctx"]["error"]), field)
            return Finding(rule, path, {"value": _short(detail), "nearest": likely(str(detail["input"]))})
        case "greater_than_equal" | "less_than_equal":
            limits = {"least": str(detail["ctx"].get("ge", "")), "most": str(detail["ctx"].get("le", ""))}
            return Finding("value-range", path, {"value": _short(detail), **limits})
        case "string_pattern_mismatch" if not str(detail["input"]).strip():
            return Finding("field-empty", path, {"field": field})
        case "string_pattern_mismatch":
            rule, likely = _OF_PATTERN.get(str(detail["ctx"]["pattern"]), ("value-form", _as_it_is))
            values = {"field": field, "value": _short(detail), "nearest": likely(str(detail["input"]))}
            return Finding(rule, path, values)
        case "model_type" | "model_attributes_type" | "dict_type":
            key = GLUED.match(str(detail["input"]))
            if key and key[0].removesuffix(":") in model_at(model, path).model_fields:
                return Finding("yaml-after-colon", path)
            inside = model_at(model, path).model_fields
            needed = [name for name, one in inside.items() if one.is_required()] or list(inside)[:_NAMED]
            return Finding("value-mapping", path, {"field": field, "fields": ", ".join(needed)})
        case "tuple_type" | "list_type":
            return Finding("value-list", path, {"field": field})
        case _ if isinstance(detail["input"], dict) and len(detail["input"]) == 1 and isinstance(path[-1], int):
            return Finding("yaml-colon", path)  # `- Pupils can: halve` is no text
        case found if found != "string_type":
            return Finding("value-one", path, {"field": field})
        case _:
            return Finding("value-text", path, {"field": field})


def purpose(model: type[BaseModel], path: Path) -> str:
    """What a field is for, in its own words: an English message id."""
    names = [part for part in path if isinstance(part, str)]
    field = model_at(model, path[:-1]).model_fields.get(names[-1]) if names else None
    return ((field.description if field else "") or "").partition("\n")[0]


_NAMED = 4
"""Fields that a message names where none is needed."""


def _as_it_is(_: str) -> str:
    return "–"


_OF_PATTERN = {
    REDIRECT: ("redirect-form", old_address_meant),
    LANGUAGE: ("captions-code", language_meant),
    WEEK: ("value-week", week_meant),
    ID: ("value-pattern", id_like),
}  # fmt: skip
"""What is told of a text that has not the form of a field, and what is most likely meant by it."""
_OF_VALUE = {
    "not a whole number": ("value-number", number_meant),
    "not a share": ("value-share", share_meant),
    "neither true": ("value-yes-no", yes_or_no_meant),
    "not a date": ("value-date", day_meant),
    "no such day": ("value-date", day_meant),
    "not a moment": ("value-moment", moment_meant),
    "not a time of day": ("value-clock", time_meant),
    "not a local time": ("value-local-time", day_and_time_meant),
    "not a mail address": ("value-mailbox", _as_it_is),
}
"""The same of a value, by how its parser in generator/model begins its ValueError."""


def _of_value(message: str, field: str) -> tuple[str, Callable[[str], str]]:
    rule, likely = next(found for start, found in _OF_VALUE.items() if message.startswith(start))
    if likely is number_meant and "minutes" in field:
        return rule, partial(number_meant, are_minutes=True)
    return rule, likely


def _length(value: str | Sequence[object]) -> int:
    """Space around a text is taken away before it is counted."""
    return len(value.strip() if isinstance(value, str) else value)


def _short(detail: ErrorDetails) -> str:
    text = str(detail["input"])
    return text if len(text) <= 60 else f"{text[:57]}…"


def _path(location: tuple[int | str, ...]) -> Path:
    """Pydantic's location without the marks it adds for unions and functions."""
    return tuple(part for part in location if isinstance(part, int) or not part.startswith(("function-", "tuple[")))


def model_at(model: type[BaseModel], path: Path) -> type[BaseModel]:
    """The model of what stands at a path of keys."""
    for part in path:
        if isinstance(part, str) and part in model.model_fields:
            model = next(_models_in(model.model_fields[part].annotation), model)
    return model


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)
