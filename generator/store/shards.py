"""Many values, packed in drawers: where a few have changed, only their drawers are packed anew."""

from __future__ import annotations

import pickle
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from zlib import crc32

from generator.store.unpickling import unpacked

_COUNT = 128


@dataclass(frozen=True)
class Drawers:
    """Values by name. A value's name says in which drawer it lies."""

    packed: Sequence[bytes] = ()

    def __reduce__(self) -> tuple[object, ...]:
        """What was taken out stays behind."""
        return Drawers, (self.packed,)

    @cached_property
    def values(self) -> Mapping[str, Any]:
        """In no order that means anything. ValueError or UnpicklingError when they were not packed here."""
        return {name: value for drawer in self._opened for name, value in drawer.items()}

    @cached_property
    def _opened(self) -> Sequence[Mapping[str, Any]]:
        drawers = [unpacked(drawer) for drawer in self.packed]
        if not all(isinstance(drawer, dict) for drawer in drawers):
            raise ValueError("not the content of a drawer")
        return drawers

    def holding(self, values: Mapping[str, Any]) -> Drawers:
        """Drawers that hold these; a drawer in which each is the very one that was taken out of it stays as it is."""
        drawers: list[dict[str, Any]] = [{} for _ in range(_COUNT)]
        for name, value in values.items():
            drawers[crc32(name.encode()) % _COUNT][name] = value
        if len(self.packed) != _COUNT:
            return Drawers([_packed(drawer) for drawer in drawers])
        return Drawers([
            packed if _is_same(drawer, was) else _packed(drawer)
            for drawer, was, packed in zip(drawers, self._opened, self.packed, strict=True)
        ])  # fmt: skip


def _is_same(drawer: Mapping[str, Any], was: Mapping[str, Any]) -> bool:
    return len(drawer) == len(was) and all(was.get(name) is value for name, value in drawer.items())


def _packed(drawer: Mapping[str, Any]) -> bytes:
    return pickle.dumps(drawer, pickle.HIGHEST_PROTOCOL)
