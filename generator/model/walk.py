"""The one walk over a document: every text in it, with its path of keys and the marker that says what it means."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import get_args

from pydantic import BaseModel

from generator.model.fields import Asset, Link, Reference, Rich, Term

Marker = Reference | Term | Asset | Rich | Link
Path = tuple[str | int, ...]
_NESTED = (tuple, BaseModel)
Walked = tuple[Path, Marker | None, str]
"""Where a text stands, what its field says that it is, and the text. Without a marker it is plain words."""


def walk(model: BaseModel, path: Path = ()) -> list[Walked]:
    """Every text of a model, depth first."""
    found: list[Walked] = []
    _walk_model(model, path, found)
    return found


def walk_raw(model: type[BaseModel], value: object, path: Path = ()) -> list[Walked]:
    """As `walk`, for a value that did not become that model: whatever is in it, keys that no field has included."""
    found: list[Walked] = []
    _walk_raw((model,), None, value, path, found)
    return found


def _walk_model(model: BaseModel, path: Path, found: list[Walked]) -> None:
    for name, marker, _ in _fields(type(model)):
        value = getattr(model, name)
        if isinstance(value, str):  # nearly all are texts, numbers or missing
            found.append(((*path, name), marker, value))
        elif isinstance(value, _NESTED):
            _walk_value(value, (*path, name), marker, found)


def _walk_value(value: object, path: Path, marker: Marker | None, found: list[Walked]) -> None:
    if isinstance(value, str):
        found.append((path, marker, value))
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            _walk_value(part, (*path, index), marker, found)
    elif isinstance(value, BaseModel):
        _walk_model(value, path, found)


def _walk_raw(
    models: tuple[type[BaseModel], ...], marker: Marker | None, value: object, path: Path, found: list[Walked]
) -> None:
    if isinstance(value, str):
        found.append((path, marker, value))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            _walk_raw(models, marker, part, (*path, index), found)
    elif isinstance(value, dict):
        fields = {name: (marker, nested) for name, marker, nested in _fields(_most_like(models, value))}
        for key, part in value.items():
            if key not in fields:
                found.append(((*path, key), None, key))
            of_field, nested = fields.get(key, (None, ()))
            _walk_raw(nested, of_field, part, (*path, key), found)


class _Nothing(BaseModel):
    """Stands for the model of a mapping where none was expected."""


def _most_like(models: tuple[type[BaseModel], ...], value: dict[str, object]) -> type[BaseModel]:
    """Of the models that may stand here, the one with most of these keys."""
    return max(models, key=lambda model: len(model.model_fields.keys() & value.keys()), default=_Nothing)


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, Marker | None, tuple[type[BaseModel], ...]], ...]:
    """The fields with the markers of their texts and the models of what is inside."""
    fields = []
    for name, field in model.model_fields.items():
        parts = (field.annotation, *field.metadata)
        fields.append((name, next(_markers_in(parts), None), tuple(_models_in(parts))))
    return tuple(fields)


def _markers_in(parts: tuple[object, ...]) -> Iterator[Marker]:
    """Markers anywhere in an annotation; a field holds texts of one sort only, so the first one counts."""
    for part in parts:
        if isinstance(part, Marker):
            yield part
        elif not isinstance(part, type) or get_args(part):
            yield from _markers_in(getattr(part, "__metadata__", ()))
            yield from _markers_in(get_args(part))


def _models_in(parts: tuple[object, ...]) -> Iterator[type[BaseModel]]:
    for part in parts:
        if isinstance(part, type) and issubclass(part, BaseModel):
            yield part
        yield from _models_in(get_args(part))
