"""JSON Schemas of the content files as they are written, for editors and for people who want to know every field.

A model takes what a text means: seconds, yes or no, a number. A schema says what may stand in the file: `0:24`, `true`,
`45`. Every scalar may be written without quotation marks, and an empty field is a missing one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol, cast

from generator.model.kind import Kind
from generator.model.vocabulary import VOCABULARIES, OwnVocabulary

FOLDER = ".hub/schema"
"""Where the schemas are written, relative to the hub's root; the first line of each content file points there."""

Schema = dict[str, object]
Words = Mapping[str, Mapping[str, str]]
"""The names of a hub's words by vocabulary and id."""

_TEXT = ("string", "number", "boolean")
"""What YAML takes a text for when it stands without quotation marks."""
_LIMITS = {"ge": "minimum", "le": "maximum", "gt": "exclusiveMinimum", "lt": "exclusiveMaximum"}
"""Limits that pydantic does not translate where a value is made of a text first."""


class Speech(Protocol):
    """What schemas need of a language."""

    def gettext(self, msgid: str) -> str: ...


def schemas(kinds: Sequence[Kind], words: Words, spoken: Speech) -> dict[str, Schema]:
    """Schemas by name: `course`, …, `vocabulary-subjects`, … They offer the hub's own words, and speak its language."""
    models = {kind.name: kind.model for kind in kinds}
    models |= {f"vocabulary-{name}": model for name, model in {**VOCABULARIES, "own": OwnVocabulary}.items()}
    return {
        name: {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            **_written(model.model_json_schema(), words, spoken),
        }
        for name, model in models.items()
    }


def _written(schema: Schema, words: Words, spoken: Speech) -> Schema:
    """The same schema, of what is written instead of what it means."""
    found: Schema = {}
    for key, value in schema.items():
        if key == "description" and isinstance(value, str):
            found[key] = spoken.gettext(value)
        elif key == "properties" and isinstance(value, dict):
            found[key] = {
                name: _or_nothing(_written(cast(Schema, part), words, spoken)) for name, part in value.items()
            }
        elif isinstance(value, dict):
            found[key] = _written(value, words, spoken)
        elif isinstance(value, list):
            found[key] = [_written(part, words, spoken) if isinstance(part, dict) else part for part in value]
        else:
            found[_LIMITS.get(key, key)] = value
    return _scalar(found, words)


def _scalar(schema: Schema, words: Words) -> Schema:
    """A schema of one value as YAML may take it for."""
    vocabulary = schema.pop("x-vocabulary", None)
    if isinstance(vocabulary, str) and (known := words.get(vocabulary)):
        return _choice(schema, known)
    written = schema.pop("x-written", None)
    match schema.get("type"):
        case "integer" if written is not None:
            return {key: value for key, value in schema.items() if key not in {"minimum", "maximum"}} | {
                "type": "string", "pattern": written,
            }  # fmt: skip
        case "integer" | "number":
            pattern = (
                r"^-?(0|[1-9][0-9]{0,8})(\.[0-9]{1,4})?$" if schema["type"] == "number" else r"^-?(0|[1-9][0-9]{0,8})$"
            )
            return {**schema, "type": [schema["type"], "string"], "pattern": pattern}
        case "boolean":
            return {**_without(schema, "type"), "enum": [True, False, "true", "false"]}
        case "string" if "enum" not in schema and "const" not in schema:
            return {**schema, "type": list(_TEXT)}
    return schema


def _choice(schema: Schema, known: Mapping[str, str]) -> Schema:
    """A word of a vocabulary, each with its name; figures without quotation marks are the same words."""
    ids: list[str | int] = list(known)
    figures = [int(id_) for id_ in known if id_.isdecimal() and str(int(id_)) == id_]
    names = [*known.values(), *(known[str(figure)] for figure in figures)]
    kept = {key: value for key, value in schema.items() if key in {"description", "title", "default"}}
    return {**kept, "enum": [*ids, *figures], "enumDescriptions": names}


def _or_nothing(schema: Schema) -> Schema:
    """The same or nothing: a field that was left empty counts as missing, and check says whether it may."""
    if schema.get("type") == "null" or _takes_nothing(schema):
        return schema
    described: Schema = {key: schema[key] for key in ("description", "title", "default") if key in schema}
    return {**described, "anyOf": [_without(schema, *described), {"type": "null"}]}


def _takes_nothing(schema: Schema) -> bool:
    parts = schema.get("anyOf")
    return isinstance(parts, list) and any(isinstance(part, dict) and part.get("type") == "null" for part in parts)


def _without(schema: Schema, *keys: str) -> Schema:
    return {key: value for key, value in schema.items() if key not in keys}


def write_schemas(root: Path, kinds: Sequence[Kind], words: Words, spoken: Speech) -> Path:
    """Writes every schema that is not there already as it should be; returns the folder."""
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas(kinds, words, spoken).items():
        text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        file = folder / f"{name}.json"
        if not file.exists() or file.read_text("utf-8") != text:
            file.write_text(text, "utf-8")
    return folder
