"""Merges what somebody wrote into what has been written meanwhile: field by field, entry by entry, three ways.

`was` is what they began with, `now` what they want, `ours` what stands today. What `was` does not speak of is left
alone. Where both have changed one thing to different values, it is a conflict, and what stands today stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar

from pydantic import BaseModel

from generator.content.yaml.writer import Value

Path = tuple[str | int, ...]
Identity = Callable[[Path, object], Hashable]
"""What makes two entries of a list the same one, by the path of the list; None for a list that is one value."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing that both have changed. None stands for what is not there."""

    path: Path
    """Of the value in `now`, or of what it would stand in."""
    now: Value
    ours: Value

    @property
    def field(self) -> str:
        """Its name."""
        return next(step for step in reversed(self.path) if isinstance(step, str))


@dataclass(frozen=True, slots=True)
class _Missing:
    """Where there is no value."""


_MISSING = _Missing()
Known: TypeAlias = "Value | _Missing"
Name = TypeVar("Name", bound=Hashable)


def as_written(model: BaseModel) -> dict[str, Value]:
    """What a file would say of a model: all but what goes without saying."""
    dumped = model.model_dump(mode="json", exclude_defaults=True)
    return {name: _written(value) for name, value in dumped.items()}


def _written(value: object) -> Value:
    if isinstance(value, dict):
        return {str(name): _written(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_written(part) for part in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return None if value is None else str(value)


def merge(
    was: Mapping[str, Value], now: Mapping[str, Value], ours: Mapping[str, Value], identity: Identity
) -> tuple[dict[str, Value], tuple[Conflict, ...]]:
    """What comes of the three, and where it is not known."""
    merging = _Merging(identity)
    merged = merging.mapping(dict(was), dict(now), dict(ours), ())
    return merged, tuple(merging.conflicts)


def onto(raw: Value, before: Value, after: Value, identity: Identity, path: Path = ()) -> Value:
    """What a file is to say, when what it says now is `raw`, which comes to `before`, and it is to come to `after`."""
    if before == after:
        return raw
    if isinstance(raw, dict) and isinstance(before, dict) and isinstance(after, dict):
        kept = {name: part for name, part in raw.items() if name in after or name not in before}
        found = {
            name: onto(part, before.get(name), after[name], identity, (*path, name)) if name in after else part
            for name, part in kept.items()
        }
        order = _woven(list(kept), list(after))
        return {name: found[name] if name in found else after[name] for name in order}
    if isinstance(raw, list) and isinstance(before, list) and isinstance(after, list):
        known = dict(zip(entry_keys(before, identity, path), zip(raw, before, strict=True), strict=True))
        pairs = zip(entry_keys(after, identity, path), after, strict=True)
        return [onto(*known[key], one, identity, path) if key in known else one for key, one in pairs]
    return after


def entry_keys(entries: Sequence[Value], identity: Identity, path: Path) -> list[Hashable]:
    """A key for each entry; of two that are the same one, the second has another."""
    seen: Counter[Hashable] = Counter()
    found: list[Hashable] = []
    for entry in entries:
        key = identity(path, entry) or repr(entry)
        seen[key] += 1
        found.append((key, seen[key]))
    return found


def _woven(first: Sequence[Name], second: Sequence[Name]) -> list[Name]:
    """All of both, in the order of the first; each new one after the one that it follows in the second."""
    order = list(first)
    before: Name | None = None
    for name in second:
        if name not in order:
            order.insert(order.index(before) + 1 if before is not None and before in order else len(order), name)
        before = name
    return order


def _agrees(ours: Known, was: Known) -> bool:
    """Whether what stands today says all that they began with, whatever else it says."""
    if isinstance(ours, dict) and isinstance(was, dict):
        return all(name in ours and _agrees(ours[name], part) for name, part in was.items())
    if isinstance(ours, list) and isinstance(was, list):
        return len(ours) == len(was) and all(map(_agrees, ours, was))
    return ours == was


@dataclass(slots=True)
class _Merging:
    """All paths are those of `now`; what is not in it has the path of what it would stand in."""

    identity: Identity
    conflicts: list[Conflict] = field(default_factory=list)

    def mapping(
        self, was: dict[str, Value], now: dict[str, Value], ours: dict[str, Value], path: Path
    ) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for name in _woven(list(ours), list(now)):
            old, new, own = (one.get(name, _MISSING) for one in (was, now, ours))
            value = self._value(old, new, own, (*path, name))
            if not isinstance(value, _Missing) and value != []:
                found[name] = value
        return found

    def _value(self, was: Known, now: Known, ours: Known, path: Path) -> Known:
        if now in (was, ours):
            return ours
        if ours == was or (isinstance(now, _Missing) and _agrees(ours, was)):
            return now
        if isinstance(now, dict) and isinstance(ours, dict):
            return self.mapping(was if isinstance(was, dict) else {}, now, ours, path)
        old, new, own = ([] if isinstance(one, _Missing) else one for one in (was, now, ours))
        if (
            isinstance(old, list)
            and isinstance(new, list)
            and isinstance(own, list)
            and self._is_keyed(old, new, own, path)
        ):
            return self._entries(old, new, own, path)
        said = (None if isinstance(one, _Missing) else one for one in (now, ours))
        self.conflicts.append(Conflict(path, *said))
        return ours

    def _is_keyed(self, was: list[Value], now: list[Value], ours: list[Value], path: Path) -> bool:
        return all(self.identity(path, entry) is not None for entry in (*was, *now, *ours))

    def _entries(self, was: list[Value], now: list[Value], ours: list[Value], path: Path) -> list[Value]:
        """In the order of what stands today; where only they have changed the order, in theirs."""
        was_keys, now_keys, our_keys = (entry_keys(one, self.identity, path) for one in (was, now, ours))
        old, new = dict(zip(was_keys, was, strict=True)), dict(zip(now_keys, now, strict=True))
        own = dict(zip(our_keys, ours, strict=True))
        order = _woven(our_keys, now_keys) if our_keys != was_keys else _woven(now_keys, our_keys)
        found = []
        for key in order:
            here = (*path, now_keys.index(key)) if key in new else path
            value = self._value(old.get(key, _MISSING), new.get(key, _MISSING), own.get(key, _MISSING), here)
            if not isinstance(value, _Missing):
                found.append(value)
        return found
