"""What items of any kind say of films: that an item is one, and that a place of an item shows a moment of one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Film:
    """The item is a film."""

    seconds: int
    """Its length."""


@dataclass(frozen=True, slots=True)
class FilmMoment:
    """A numbered step of the item that a moment of a film shows."""

    film: str
    """The id of the film."""
    step: int
    """1 first. The place is `step-<number>`."""
    action: str
    """What one does in the step."""
    at: int
    """Seconds from the beginning."""
