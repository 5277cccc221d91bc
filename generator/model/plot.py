"""Plots as plain values: bars with their numbers and their geometry, for a template that only prints.

Places are per cent of the width: a plot is as wide as its page, and its texts are as large as those around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.progress import Status

_STEP, _ROOM, _GAP = 7, 16, 0.6
"""Height that a level adds, height of the number over a field, and width left between two fields."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it is about, how long it is, and what is written at it."""

    label: str
    text: str
    """The number in words, printed at the bar."""
    status: Status
    """Told by the bar's pattern and by a sign, never by colour alone."""
    width: float
    target_x: float | None
    """Where the target lies; None without one."""
    target: str
    """The target in words."""


@dataclass(frozen=True, slots=True)
class Bars:
    """Shares of several groups, or by several criteria, beside their targets."""

    message: str
    """What the plot shows, as a sentence."""
    subtitle: str
    """Of what and whom, and as of when."""
    bars: tuple[Bar, ...]

    @property
    def one_target(self) -> str:
        """The target in words when all bars have the same; "" otherwise."""
        return self.bars[0].target if len({bar.target for bar in self.bars}) == 1 else ""


@dataclass(frozen=True, slots=True)
class Field:
    """Those of a group who are on one level; the height tells which."""

    count: int
    x: float
    middle: float
    width: float
    y: int
    height: int


@dataclass(frozen=True, slots=True)
class LevelBar:
    """How a group is spread over levels."""

    label: str
    text: str
    """The same as a sentence for those who do not see it."""
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class LevelBars:
    """How several groups are spread over levels."""

    message: str
    subtitle: str
    bars: tuple[LevelBar, ...]
    height: int


def level_bars(message: str, subtitle: str, rows: Sequence[tuple[str, Sequence[int]]]) -> LevelBars:
    """`rows` are a label, and how many are on each level, the lowest first. All bars are on one scale."""
    levels = max((len(counts) for _, counts in rows), default=0)
    most = max((sum(counts) for _, counts in rows), default=0) or 1
    height = _ROOM + levels * _STEP
    drawn = tuple(
        LevelBar(label, " / ".join(str(count) for count in counts), tuple(_fields(counts, most, height)))
        for label, counts in rows
    )
    return LevelBars(message, subtitle, drawn, height)


def _fields(counts: Sequence[int], most: int, height: int) -> Iterator[Field]:
    x = 0.0
    for place, count in enumerate(counts, 1):
        width = count * 100 / most
        if count:
            yield Field(
                count, round(x, 1), round(x + (width - _GAP) / 2, 1), round(width - _GAP, 1), height - place * _STEP,
                place * _STEP,
            )  # fmt: skip
        x += width
