"""Plots as plain values: bars with their numbers and their geometry, for a template that only prints.

Places are per cent of the width: a plot is as wide as its page, and its texts are as large as those around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.criterion_progress import Status

_GAP = 0.6
"""The width left between two fields."""


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
    """Those of a group who are on one level; the shade tells which."""

    count: int
    x: float
    middle: float
    width: float
    shade: float
    """From nearly 0, the lowest level, to 1, the highest."""


@dataclass(frozen=True, slots=True)
class LevelBar:
    """How a group is spread over levels."""

    label: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class LevelBars:
    """How several groups are spread over levels."""

    message: str
    legend: tuple[tuple[str, float], ...]
    """Each level with its shade, the lowest first."""
    bars: tuple[LevelBar, ...]


def level_bars(message: str, levels: Sequence[str], rows: Sequence[tuple[str, Sequence[int]]]) -> LevelBars:
    """`rows` are a label, and how many are on each of `levels`, the lowest first. All bars are on one scale."""
    most = max((sum(counts) for _, counts in rows), default=0) or 1
    shades = [round((place + 0.5) / (len(levels) - 0.5), 2) for place in range(len(levels))]
    drawn = tuple(LevelBar(label, tuple(_fields(counts, shades, most))) for label, counts in rows)
    return LevelBars(message, tuple(zip(levels, shades, strict=True)), drawn)


def _fields(counts: Sequence[int], shades: Sequence[float], most: int) -> Iterator[Field]:
    x = 0.0
    for count, shade in zip(counts, shades, strict=True):
        width = count * 100 / most
        if count:
            yield Field(count, round(x, 1), round(x + (width - _GAP) / 2, 1), round(width - _GAP, 1), shade)
        x += width
