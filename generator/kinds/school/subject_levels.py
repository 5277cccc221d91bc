"""Levels in numbers: where a school is, and how many schools are on each level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class LevelOn:
    """The level of a subject on a day."""

    subject: str
    level: str
    as_of: date


def level_now(levels: Iterable[LevelOn], day: date | None = None) -> dict[str, LevelOn]:
    """The latest level of each subject, up to and on a day; of two on one day the later line counts."""
    found: dict[str, LevelOn] = {}
    for one in levels:
        if (day is None or one.as_of <= day) and (one.subject not in found or one.as_of >= found[one.subject].as_of):
            found[one.subject] = one
    return found


def school_level(levels: Mapping[str, LevelOn], order: Sequence[str], required: Iterable[str]) -> str | None:
    """A school's own level: the lowest among its required subjects that were assessed; None when none was.

    `order` are the ids of the levels, the lowest first; a level that is no longer among them does not count.
    """
    places = {level: place for place, level in enumerate(order)}
    own = [one.level for subject in required if (one := levels.get(subject)) and one.level in places]
    return min(own, key=places.__getitem__, default=None)


def distribution(levels: Iterable[str | None], order: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """How many schools are on each level, in order; never an average."""
    counts = Counter(level for level in levels if level)
    return tuple((level, counts[level]) for level in order)
