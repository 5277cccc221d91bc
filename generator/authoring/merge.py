"""Merges what somebody wrote into what has been written meanwhile: field by field, entry by entry, three ways.

`was` is what they began with, `now` what they want, `ours` what stands today. What `was` does not speak of is left
alone. Where both have changed one thing to different values, it is a conflict, and what stands today stays. What they
were not shown of what stands today they cannot have seen changed: there, what they write is what they know.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar

from pydantic import BaseModel

from generator.content.yaml.writer import Value

Path = tuple[str | int, ...]
Chain = tuple[Hashable, ...]
"""A path by what entries are and not by where they stand: names of fields, and keys as `entry_keys` gives them."""
Identity = Callable[[Path, object], Hashable]
"""What makes two entries of a list the same one, by the path of the list; None for a list that is one value."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing that both have changed. None stands for what is not there."""

    chain: Chain
    now: Value
    ours: Value


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
    was: Mapping[str, Value],
    now: Mapping[str, Value],
    ours: Mapping[str, Value],
    identity: Identity,
    *,
    shown: Mapping[str, Value] | None = None,
    theirs: Collection[str] = (),
) -> tuple[dict[str, Value], tuple[Conflict, ...]]:
    """What comes of the three, and where it is not known. `shown` is what others see of `ours`: all, without it.

    In fields named in `theirs` what they want holds, whatever stands today.
    """
    merging = _Merging(identity, theirs)
    merged = merging.mapping(_Sides(dict(was), dict(now), dict(ours), dict(ours if shown is None else shown)), ())
    return merged, tuple(merging.conflicts)


def chain_of(value: Value, path: Path, identity: Identity) -> Chain:
    """The chain of what stands at a path; as far as there is something."""
    found: list[Hashable] = []
    names: list[str | int] = []
    for step in path:
        if isinstance(step, int):
            if not isinstance(value, list) or step >= len(value):
                break
            found.append(entry_keys(value, identity, tuple(names))[step])
            value = value[step]
        else:
            found.append(step)
            value = value.get(step) if isinstance(value, dict) else None
        names.append(step)
    return tuple(found)


def path_of(value: Value, chain: Chain, identity: Identity) -> tuple[Path, bool]:
    """The path of what a chain leads to, as far as there is something, and whether all of it is there."""
    found: list[str | int] = []
    for step in chain:
        if isinstance(step, str):
            if not isinstance(value, dict) or step not in value:
                return tuple(found), False
            found.append(step)
            value = value[step]
        else:
            keys = entry_keys(value, identity, tuple(found)) if isinstance(value, list) else []
            if not isinstance(value, list) or step not in keys:
                return tuple(found), False
            found.append(keys.index(step))
            value = value[keys.index(step)]
    return tuple(found), True


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


def value_at(value: Value, path: Path) -> Value:
    """What stands at a path that there is."""
    for step in path:
        if isinstance(step, int):
            assert isinstance(value, list)
            value = value[step]
        else:
            assert isinstance(value, dict)
            value = value[step]
    return value


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


@dataclass(frozen=True, slots=True)
class _Sides:
    """One value as the four have it."""

    was: Known
    now: Known
    ours: Known
    shown: Known

    def part(self, name: str) -> _Sides:
        """A field of the mappings that they are; of what is none there is nothing."""
        return _Sides(*(one.get(name, _MISSING) if isinstance(one, dict) else _MISSING for one in self._all()))

    def lists(self) -> tuple[list[Value], ...] | None:
        """All of them as lists; None when one is something else."""
        found = [[] if isinstance(one, _Missing) else one for one in self._all()]
        return (
            tuple(one for one in found if isinstance(one, list))
            if all(isinstance(one, list) for one in found)
            else None
        )

    @property
    def is_withheld(self) -> bool:
        """Whether it stands there, and they were not shown it."""
        return all(isinstance(one, _Missing) for one in (self.was, self.shown)) and not isinstance(self.ours, _Missing)

    def _all(self) -> tuple[Known, ...]:
        return self.was, self.now, self.ours, self.shown


@dataclass(slots=True)
class _Merging:
    identity: Identity
    theirs: Collection[str]
    conflicts: list[Conflict] = field(default_factory=list)

    def mapping(self, sides: _Sides, chain: Chain) -> dict[str, Value]:
        found: dict[str, Value] = {}
        names = (list(one) if isinstance(one, dict) else [] for one in (sides.ours, sides.now))
        for name in _woven(*names):
            value = self._value(sides.part(name), (*chain, name))
            if not isinstance(value, _Missing) and value != []:
                found[name] = value
        return found

    def _value(self, sides: _Sides, chain: Chain) -> Known:
        was, now, ours = sides.was, sides.now, sides.ours
        if now in (was, ours):
            return ours
        if (
            sides.is_withheld
            or ours == was
            or chain[-1] in self.theirs
            or (isinstance(now, _Missing) and _agrees(ours, was))
        ):
            return now
        if isinstance(now, dict) and isinstance(ours, dict):
            return self.mapping(sides, chain)
        lists = sides.lists()
        if lists and self._is_keyed(lists, chain):
            return self._entries(lists, chain)
        said = (None if isinstance(one, _Missing) else one for one in (now, ours))
        self.conflicts.append(Conflict(chain, *said))
        return ours

    def _is_keyed(self, lists: Sequence[list[Value]], chain: Chain) -> bool:
        return all(self.identity(_names(chain), entry) is not None for entries in lists for entry in entries)

    def _entries(self, lists: Sequence[list[Value]], chain: Chain) -> list[Value]:
        """In the order of what stands today; where only they have changed the order, in theirs."""
        keyed = [dict(zip(entry_keys(one, self.identity, _names(chain)), one, strict=True)) for one in lists]
        was_keys, now_keys, our_keys = (list(one) for one in keyed[:3])
        order = _woven(our_keys, now_keys) if our_keys != was_keys else _woven(now_keys, our_keys)
        found = []
        for key in order:
            value = self._value(_Sides(*(one.get(key, _MISSING) for one in keyed)), (*chain, key))
            if not isinstance(value, _Missing):
                found.append(value)
        return found


def _names(chain: Chain) -> Path:
    return tuple(step for step in chain if isinstance(step, str))
