"""Plots as plain values: bars with their numbers and their geometry, for a template that only prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Status = Literal["met", "near", "not", "no-data"]

WIDTH, _LABELS, _NUMBERS, _ROW, _BAR = 640, 200, 130, 34, 18
"""Units of the drawing: its width, what labels and numbers take of it, the height of a row and of a bar."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it is about, how long it is, and what is written at it."""

    label: str
    text: str
    """The number in words, printed at the bar."""
    status: Status
    """Told by the bar's pattern and by a sign, never by colour alone."""
    y: int
    x: int
    width: float

    @property
    def line(self) -> int:
        """Where its texts stand."""
        return self.y + 14


@dataclass(frozen=True, slots=True)
class Bars:
    """Shares of several groups, 0 to 1, beside a target."""

    message: str
    """What the plot shows, as a sentence."""
    subtitle: str
    """Of what and whom, and as of when."""
    bars: tuple[Bar, ...]
    target_x: float | None
    """Where the target lies; None without one."""
    target: str
    """The target in words."""
    width: int
    height: int
    left: int
    """Where bars begin."""
    right: int
    """Where a whole bar ends."""

    @property
    def whole(self) -> int:
        """The width of a whole bar."""
        return self.right - self.left

    @property
    def numbers(self) -> int:
        """Where the texts at bars begin."""
        return self.right + 8

    @property
    def target_height(self) -> int:
        return self.height - 20

    @property
    def target_line(self) -> int:
        """Where the target's words stand."""
        return self.height - 4


def bars(
    message: str, subtitle: str, rows: Sequence[tuple[str, str, float | None, Status]], target: float | None, words: str
) -> Bars:
    """`rows` are label, text at the bar, share from 0 to 1 (None for no bar), and status."""
    span = WIDTH - _LABELS - _NUMBERS
    drawn = tuple(
        Bar(label, text, status, number * _ROW + (_ROW - _BAR) // 2, _LABELS, round((share or 0) * span, 1))
        for number, (label, text, share, status) in enumerate(rows)
    )
    return Bars(
        message, subtitle, drawn, None if target is None else round(_LABELS + target * span, 1), words, WIDTH,
        len(rows) * _ROW + 24, _LABELS, _LABELS + span,
    )  # fmt: skip
