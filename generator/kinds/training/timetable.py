"""The clock times of a session: a running sum in which pinned modules stay, and what is left or lacks before each.

Times are minutes since midnight. `templates/assets/live/timetable.js` does the same in the browser; both are held
against `tests/kinds/timetable.json`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from typing import Protocol

DAY = 24 * 60


class Timed(Protocol):
    """A module as far as the clock knows it."""

    @property
    def minutes(self) -> int: ...
    @property
    def at(self) -> time | None: ...


@dataclass(frozen=True, slots=True)
class Slot:
    """When a module is."""

    start: int
    end: int
    slack: int
    """Minutes between the end of the module before and this one."""
    overrun: int
    """Minutes that the modules before reach into this one, which is pinned."""


def timetable(start: int, modules: Sequence[Timed]) -> tuple[Slot, ...]:
    """A slot for each module, in order."""
    slots, now = [], start
    for module in modules:
        begins = now if module.at is None else minutes_of(module.at)
        slots.append(Slot(begins, begins + module.minutes, max(0, begins - now), max(0, now - begins)))
        now = begins + module.minutes
    return tuple(slots)


def minutes_of(clock: time) -> int:
    """Minutes since midnight."""
    return clock.hour * 60 + clock.minute


def written(minutes: int) -> str:
    """As content writes it: `09:05`."""
    return f"{minutes // 60:02}:{minutes % 60:02}"
