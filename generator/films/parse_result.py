"""What each format's reader hands back."""

from __future__ import annotations

from dataclasses import dataclass, field

MOST_PARTS = 100_000
"""More boxes or elements than any head holds: what has more is made to take long."""
MOST_HEAD = 1_000_000
"""Bytes of one part that are read."""


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a file, its head included."""

    start: int
    end: int


@dataclass(slots=True)
class Parts:
    """A film's file, taken apart."""

    form: str = ""
    seconds: float | None = None
    codes: list[str] = field(default_factory=list)
    """How pictures and sound are coded."""
    others: list[str] = field(default_factory=list)
    """How other tracks are."""
    has_place: bool = False
    spare: list[Span] = field(default_factory=list)
