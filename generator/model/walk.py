"""Walks a model's values and hands out those whose type carries a marker (Reference, Term, Asset, Rich, Link)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from generator.model.fields import Asset, Link, Reference, Rich, Term

Marker = Reference | Term | Asset | Rich | Link
Path = tuple[str | int, ...]
Marked = tuple[Path, Marker, str]


def marked(model: BaseModel, path: Path = ()) -> list[Marked]:
    """Every text in the model that carries a marker, depth first, with its path of keys."""
    found: list[Marked] = []
    _collect_model(model, path, found)
    return found


def marked_in(model: type[BaseModel], value: Any, path: Path = ()) -> list[Marked]:
    """As `marked`, for a value that did not become that model: whatever can be recognised in it."""
    if isinstance(value, list):
        return [found for index, part in enumerate(value) for found in marked_in(model, part, (*path, index))]
    if not isinstance(value, dict):
        return []
    found: list[Marked] = []
    for name, marker in _fields(model):
        if name in value and marker:
            _collect(_tuples(value[name]), (*path, name), marker, found)
        elif name in value:
            for nested in _models_in((model.model_fields[name].annotation,)):
                found += marked_in(nested, value[name], (*path, name))
    return found


def texts(model: BaseModel, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text of the model that is for people to read, with its path of keys."""
    for name, field in type(model).model_fields.items():
        marker = next(_markers_in((field.annotation, *field.metadata)), None)
        if marker is None or isinstance(marker, Rich):
            yield from _texts(getattr(model, name), (*path, name))


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, BaseModel):
        yield from texts(value, path)
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _texts(part, (*path, index))


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


def _collect_model(model: BaseModel, path: Path, found: list[Marked]) -> None:
    for name, marker in _fields(type(model)):
        _collect(getattr(model, name), (*path, name), marker, found)


def _collect(value: Any, path: Path, marker: Marker | None, found: list[Marked]) -> None:
    if isinstance(value, str):
        if marker:
            found.append((path, marker, value))
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            _collect(part, (*path, index), marker, found)
    elif isinstance(value, BaseModel):
        _collect_model(value, path, found)


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, Marker | None], ...]:
    """The fields that hold marked texts, here or further down."""
    fields = []
    for name, field in model.model_fields.items():
        parts = (field.annotation, *field.metadata)
        marker = next(_markers_in(parts), None)
        if marker or any(_fields(nested) for nested in _models_in(parts)):
            fields.append((name, marker))
    return tuple(fields)


def _markers_in(parts: tuple[Any, ...]) -> Iterator[Marker]:
    """Markers anywhere in an annotation; a field holds texts of one sort only, so the first one counts."""
    for part in parts:
        if isinstance(part, Marker):
            yield part
        elif not isinstance(part, type) or get_args(part):
            yield from _markers_in(getattr(part, "__metadata__", ()))
            yield from _markers_in(get_args(part))


def _models_in(parts: tuple[Any, ...]) -> Iterator[type[BaseModel]]:
    for part in parts:
        if isinstance(part, type) and issubclass(part, BaseModel):
            yield part
        yield from _models_in(get_args(part))
