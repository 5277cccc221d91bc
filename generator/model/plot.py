"""Plots as plain values: bars with their numbers and their geometry, for a template that only prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Status = Literal["met", "near", "not", "no-data"]

WIDTH, _ROW, _LINE, _BAR = 400, 58, 22, 18
"""Units of the drawing: its width, the height of a row, of its line of text and of the bar below it.

The text stands over its bar, so that the drawing is as narrow as a phone and can still be read there.
"""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it is about, how long it is, and what is written at it."""

    label: str
    text: str
    """The number in words, printed at the bar."""
    status: Status
    """Told by the bar's pattern and by a sign, never by colour alone."""
    text_y: int
    """Where its line of text stands."""
    y: int
    target_y: int
    """Where the mark of the target begins: it reaches a little over the bar."""
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


def bars(
    message: str, subtitle: str, rows: Sequence[tuple[str, str, float | None, Status]], target: float | None, words: str
) -> Bars:
    """`rows` are label, text at the bar, share from 0 to 1 (None for no bar), and status."""
    drawn = tuple(
        _bar(label, text, status, number * _ROW, share or 0) for number, (label, text, share, status) in enumerate(rows)
    )
    target_x = None if target is None else round(target * WIDTH, 1)
    return Bars(message, subtitle, drawn, target_x, words, WIDTH, len(rows) * _ROW + _LINE)


def _bar(label: str, text: str, status: Status, top: int, share: float) -> Bar:
    y = top + _LINE
    return Bar(label, text, status, y - 6, y, y - 4, round(share * WIDTH, 1))
