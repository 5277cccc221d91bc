"""What each format's reader hands back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Parts:
    """A picture's file, taken apart."""

    size: tuple[int, int]
    """Width and height in pixels as they are stored."""
    moves: bool
    bare: Callable[[int], bytes]
    """The file with what is needed to show it, turned so (an orientation of Exif), and nothing else."""
