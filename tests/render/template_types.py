"""What the type of a value says of its attributes and parts, as a template asks for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

Types = frozenset[Any]
"""The types that a value may have; none when nothing is known."""
UNKNOWN: Types = frozenset()


@dataclass(frozen=True, slots=True)
class Loop:
    """What `loop` stands for."""

    index: int
    index0: int
    first: bool
    last: bool
    length: int


def flat(annotation: Any) -> Types:
    """The alternatives of an annotation; none for one that says nothing."""
    if annotation is None:
        return frozenset({NoneType})
    if annotation in (Any, object):
        return UNKNOWN
    origin = get_origin(annotation)
    if origin in (Union, UnionType):
        return union(flat(one) for one in get_args(annotation))
    if hasattr(annotation, "__metadata__"):
        return flat(get_args(annotation)[0])
    if str(origin) == "typing.Literal":
        return frozenset(type(one) for one in get_args(annotation))
    return frozenset({annotation}) if isinstance(annotation, type) or origin else UNKNOWN


def union(types: Iterable[Types]) -> Types:
    return frozenset(one for each in types for one in each)


@cache
def _hints(of: type) -> Mapping[str, Any]:
    return get_type_hints(of)


def attribute_of(of: Any, name: str) -> Types | None:
    """What an attribute may be; None when there is no such attribute."""
    kind = get_origin(of) or of
    if name in ("items", "values", "keys", "get") and isinstance(kind, type) and issubclass(kind, Mapping):
        key, value = (*get_args(of), Any, Any)[:2]
        held = {"items": tuple[key, value], "values": value, "keys": key, "get": value}[name]  # type: ignore[valid-type]
        return flat(held) if name == "get" else frozenset({Sequence[held]})  # type: ignore[valid-type]
    if is_dataclass(kind) or (isinstance(kind, type) and issubclass(kind, BaseModel)):
        if name in (hints := _hints(kind)):
            return flat(hints[name])
        member = getattr(kind, name, None)
        if isinstance(member, property):
            return flat(get_type_hints(member.fget).get("return", Any))
        return flat(get_type_hints(member).get("return", Any)) if callable(member) else None
    if not hasattr(kind, name):
        return None
    return frozenset({str}) if kind is str or (kind is date and name == "isoformat") else UNKNOWN


def elements(types: Types, *, values: bool = False) -> Types:
    """What is inside of sequences; of mappings the keys, or the values."""
    return union([part_of(one, 1 if values and _is_mapping(one) else 0) for one in types])


def _is_mapping(of: Any) -> bool:
    kind = get_origin(of) or of
    return isinstance(kind, type) and issubclass(kind, Mapping)


def part_of(of: Any, place: int) -> Types:
    parts = get_args(of)
    if not parts or get_origin(of) is type:
        return UNKNOWN
    if len(parts) == 2 and parts[1] is Ellipsis:
        return flat(parts[0])
    return flat(parts[place]) if place < len(parts) else UNKNOWN
