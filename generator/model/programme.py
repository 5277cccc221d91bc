"""What kinds say to each other of programmes: the sessions of one, how long each lasts and when it begins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True, slots=True)
class ProgrammeSession:
    """One sitting of a programme. Offered one by one; `Kind.shown` of such a kind is a tuple of them, in order."""

    id: str
    """The anchor by which others name it: `training:cafe#meeting`."""
    title: str
    start: time
    minutes: int
    """From beginning to end, with breaks and slack."""
