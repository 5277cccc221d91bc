"""Walks a model's values and hands out those whose type carries a marker (Reference, Term, Asset, Rich, Link)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from generator.model import Asset, Link, Reference, Rich, Term

Marker = Reference | Term | Asset | Rich | Link
Path = tuple[str | int, ...]


def marked(model: BaseModel, path: Path = ()) -> Iterator[tuple[Path, Marker | None, str]]:
    """Every text in the model, depth first, with its path of keys and its marker or None."""
    for name, markers in _fields(type(model)):
        yield from _walk(getattr(model, name), (*path, name), markers)


def _walk(value: Any, path: Path, markers: tuple[Marker, ...]) -> Iterator[tuple[Path, Marker | None, str]]:
    if isinstance(value, str):
        yield path, markers[0] if markers else None, value
    elif isinstance(value, BaseModel):
        yield from marked(value, path)
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _walk(part, (*path, index), markers)


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, tuple[Marker, ...]], ...]:
    return tuple(
        (name, tuple(_markers_in((field.annotation, *field.metadata)))) for name, field in model.model_fields.items()
    )


def _markers_in(parts: tuple[Any, ...]) -> Iterator[Marker]:
    """Markers anywhere in an annotation; a field holds texts of one sort only, so the first one counts."""
    for part in parts:
        if isinstance(part, Marker):
            yield part
        elif not isinstance(part, type) or get_args(part):
            yield from _markers_in(getattr(part, "__metadata__", ()))
            yield from _markers_in(get_args(part))
