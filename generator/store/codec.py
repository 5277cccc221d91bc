"""Frozen values as JSON, and back: what is read can only be data, and only of the types that were asked for.

A type is read from annotations: dataclasses and models become lists of their fields, and so do tuples. A field of an
open type (`Any`, `object`, or a type variable) may hold a plain value, a day, a time, bytes, a tuple of these, or a
dataclass or model of certain packages.
"""

from __future__ import annotations

import json
import sys
import types
from base64 import b64decode, b64encode
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import partial
from typing import Any, Generic, Literal, NamedTuple, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

Value = TypeVar("Value")
Annotation: TypeAlias = Any
"""What stands behind a colon: a class, a union, a variable. Python has no type for all of them."""
Kept: TypeAlias = Any
"""A value of the type that a way is for: which one is known when it runs, and looked at then."""
Json: TypeAlias = Any
"""What the standard library's reader made of bytes that anybody may have written."""
_PLAIN = (str, int, float, bool)
_NAMED: Mapping[str, type] = {"date": date, "datetime": datetime, "time": time, "bytes": bytes}
"""What an open field may hold beside plain values and dataclasses."""


class DamagedError(Exception):
    """What was read is not what was written."""


class _Way(NamedTuple):
    """How values of one type are written and read."""

    write: Callable[[Kept], object] | None
    """None leaves a value as it is."""
    read: Callable[[Json], Kept]
    """An exception when the value is of another type. It may change what JSON gave."""
    plain: frozenset[type] = frozenset()
    """The types of a value that is read as it stands: to look at its type is all there is to do."""


@dataclass(frozen=True)
class Codec(Generic[Value]):
    """Writes and reads values of one type."""

    way: _Way

    def encode(self, value: Value) -> bytes:
        """The same bytes for equal values, but for the order in a mapping."""
        plain = self.way.write(value) if self.way.write else value
        return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()

    def decode(self, content: bytes) -> Value:
        """DamagedError when `content` is no such value."""
        try:
            value: Value = self.way.read(json.loads(content))
        except Exception as error:  # bytes of others may be wrong in any way
            raise DamagedError(str(error)) from error
        return value


def codec_for(of: type[Value], *, packages: Iterable[str] = ()) -> Codec[Value]:
    """`packages` are those whose dataclasses open fields may hold. TypeError for a type that has no form in JSON."""
    return Codec(_Types(tuple(packages)).way(of))


class _Types:
    """The ways of all types that are reached from one."""

    def __init__(self, packages: tuple[str, ...]) -> None:
        self._packages = packages
        self._known: dict[Annotation, _Way] = {}

    def way(self, of: Annotation) -> _Way:
        if of not in self._known:
            self._known[of] = self._way(of)
        return self._known[of]

    def _way(self, of: Annotation) -> _Way:
        if of in _PLAIN or of is None or of is type(None):
            return _plain(type(None) if of is None else of)
        if of is bytes:
            return _Way(lambda value: b64encode(value).decode("ascii"), partial(b64decode, validate=True))
        if of in (date, datetime, time):
            return _Way(of.isoformat, of.fromisoformat)
        if _is_open(of):
            return _Way(self._write_open, self._read_open)
        if isinstance(of, type) and issubclass(of, Enum):
            return _Way(lambda value: value.value, of)
        origin: Annotation = get_origin(of)
        if origin is Literal:
            return _plain(*map(type, get_args(of)))
        if _is_record(origin or of):
            return self._record(origin or of)
        if origin in (Union, types.UnionType):
            return self._union(get_args(of))
        return self._collection(origin, get_args(of))

    def _record(self, of: Annotation) -> _Way:
        hints = get_type_hints(of)
        is_model = issubclass(of, BaseModel)
        names = list(of.model_fields) if is_model else [field.name for field in fields(of)]
        ways = [(name, self.way(hints[name])) for name in names]
        by_name = is_model or any(field.kw_only for field in fields(of))
        make = of.model_construct if is_model else of
        writes = [(name, way.write) for name, way in ways]
        read_parts = _parts([way for _, way in ways])

        def write(value: Kept) -> list[object]:
            return [one(getattr(value, name)) if one else getattr(value, name) for name, one in writes]

        def read(value: Json) -> Kept:
            parts = read_parts(value)
            return make(**dict(zip(names, parts, strict=True))) if by_name else make(*parts)

        return _Way(write, read)

    def _union(self, of: tuple[Annotation, ...]) -> _Way:
        """Texts and numbers, or None and a value of one other type: the hub's values need no more."""
        if all(one in _PLAIN for one in of):
            return _plain(*of)
        (one,) = (one for one in of if one is not type(None))
        way = self.way(one)
        if way.plain:
            return _plain(*way.plain, type(None))
        return _Way(
            lambda value: value if value is None or way.write is None else way.write(value),
            lambda value: None if value is None else way.read(value),
        )

    def _collection(self, origin: Annotation, of: tuple[Annotation, ...]) -> _Way:
        if origin is tuple and of[-1] is not ...:
            ways = [self.way(one) for one in of]
            read_parts = _parts(ways)
            return _Way(
                lambda value: [one.write(part) if one.write else part for one, part in zip(ways, value, strict=True)],
                lambda value: tuple(read_parts(value)),
            )
        if origin in (tuple, Sequence, list):
            return _listed(self.way(of[0]), tuple, sort=False)
        if origin in (frozenset, AbstractSet, Collection):
            return _listed(self.way(of[0]), frozenset, sort=True)
        if origin in (dict, Mapping) and of[0] is str:
            return _mapped(self.way(of[1]))
        raise TypeError(f"{origin or of} has no form in JSON")

    def _write_open(self, value: Kept) -> object:
        if value is None or type(value) in _PLAIN:
            return value
        if isinstance(value, tuple):
            return [self._write_open(part) for part in value]
        for name, of in _NAMED.items():
            if type(value) is of:
                return {name: self._written(of, value)}
        of = type(value)
        name = f"{of.__module__}:{of.__qualname__}"
        return {name: self._written(self._class(name), value)}

    def _read_open(self, value: Json) -> Kept:
        if isinstance(value, list):
            return tuple(self._read_open(part) for part in value)
        if not isinstance(value, dict):
            return value
        ((name, content),) = value.items()
        return self.way(_NAMED.get(name) or self._class(name)).read(content)

    def _written(self, of: Annotation, value: Kept) -> object:
        write = self.way(of).write
        return write(value) if write else value

    def _class(self, name: str) -> type:
        """Nothing is loaded to find it. TypeError when it is no dataclass or model of the packages."""
        module, _, qualified = name.partition(":")
        of = getattr(sys.modules.get(module), qualified, None)
        if not any(module == one or module.startswith(f"{one}.") for one in self._packages):
            of = None
        if not isinstance(of, type) or not _is_record(of):
            raise TypeError(f"{name} may not be kept")
        return of


def _is_open(of: Annotation) -> bool:
    """Also a union with a type variable: what it stands for is not told."""
    is_variable = isinstance(of, TypeVar) or type(of).__name__ == "TypeVar"
    return of is Any or of is object or is_variable or any(map(_is_open, _members(of)))


def _members(of: Annotation) -> tuple[Annotation, ...]:
    origin: Annotation = get_origin(of)
    return get_args(of) if origin in (Union, types.UnionType) else ()


def _is_record(of: Annotation) -> bool:
    return is_dataclass(of) or (isinstance(of, type) and issubclass(of, BaseModel))


def _plain(*of: type) -> _Way:
    kinds = frozenset(of)
    return _Way(None, partial(_checked, kinds), kinds)


def _checked(of: Collection[type], value: Json) -> Kept:
    if type(value) not in of:
        raise TypeError(f"{type(value).__name__} instead of {of}")
    return value


def _parts(ways: Sequence[_Way]) -> Callable[[Json], list[Kept]]:
    """Reads a list with a value of each of some types."""
    exact = [one for way in ways for one in way.plain]
    if all(len(way.plain) == 1 for way in ways):
        return partial(_exact_parts, exact)
    plain = [(at, way.plain) for at, way in enumerate(ways) if way.plain]
    others = [(at, way.read) for at, way in enumerate(ways) if not way.plain]

    def read(value: Json) -> list[Kept]:
        if type(value) is not list or len(value) != len(ways):
            raise TypeError(f"not a list of {len(ways)}")
        for at, kinds in plain:
            if type(value[at]) not in kinds:
                raise TypeError(f"{type(value[at]).__name__} instead of {kinds}")
        for at, one in others:
            value[at] = one(value[at])
        return value

    return read


def _exact_parts(of: list[type], value: Json) -> list[Kept]:
    """Nearly all short tuples are of plain values: one comparison looks at them all."""
    if type(value) is not list or list(map(type, value)) != of:
        raise TypeError(f"not a list of {of}")
    return value


def _listed(way: _Way, make: Callable[[Iterable[Kept]], Kept], *, sort: bool) -> _Way:
    write, read, plain = way

    def written(value: Kept) -> list[Kept]:
        parts = [write(part) for part in value] if write else list(value)
        return sorted(parts) if sort else parts

    def read_all(value: Json) -> Kept:
        if not plain:
            return make([read(part) for part in _checked((list,), value)])
        if type(value) is not list or not plain.issuperset(map(type, value)):
            raise TypeError("not a list of plain values")
        return make(value)

    return _Way(written, read_all)


def _mapped(way: _Way) -> _Way:
    write, read, _ = way

    def written(value: Kept) -> dict[str, object]:
        return {key: write(part) for key, part in value.items()} if write else dict(value)

    return _Way(written, lambda value: {key: read(part) for key, part in _checked((dict,), value).items()})
