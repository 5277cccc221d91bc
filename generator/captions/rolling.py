"""Automatic captions roll: every line is shown two or three times, at last above the next. Here each stands once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from generator.captions.cues import Cue
from generator.captions.markup import said

_APART = 100
"""Milliseconds between captions that follow each other."""
_FLASH = 50
"""Milliseconds that nobody could read in: services repeat a line so long before they move it."""


def is_rolling(cues: Sequence[Cue]) -> bool:
    """Whether lines come again and again because they move, and not because somebody says them again."""
    pairs = [(_lines(one), _lines(other), other) for one, other in pairwise(cues) if _follows(one, other)]
    moved = sum(0 < _carried(above, below) < len(below) for above, below, _ in pairs)
    flashed = sum(_carried(above, below) == len(below) and cue.end - cue.start <= _FLASH for above, below, cue in pairs)
    grown = sum(_grows(above, below) for above, below, _ in pairs)
    return len(pairs) > 1 and (flashed * 4 >= len(pairs) or max(moved, grown) * 3 >= max(len(pairs), 9))


def unrolled(cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """Every line once, shown as long as it stood there; captions that do not roll stay as they are."""
    if not is_rolling(cues):
        return tuple(cues)
    made: list[Cue] = []
    above: list[str] = []
    before: Cue | None = None
    for cue in cues:
        lines = _lines(cue)
        follows = before is not None and _follows(before, cue)
        carried = _carried(above, lines) if follows else 0
        if made and follows and (carried == len(lines) or _grows(above, lines)):
            grown = cue.text if _grows(above, lines) and carried < len(lines) else made[-1].text
            made[-1] = replace(made[-1], end=max(made[-1].end, cue.end), text=grown)
        elif lines:
            new = "\n".join(line for line in cue.text.split("\n") if said(line)[0])
            made.append(replace(cue, text="\n".join(new.split("\n")[carried:]), settings=""))
        above, before = lines, cue
    return tuple(made)


def _lines(cue: Cue) -> list[str]:
    return [text for line in cue.text.split("\n") if (text := said(line)[0])]


def _follows(one: Cue, other: Cue) -> bool:
    return one.start <= other.start <= one.end + _APART


def _carried(above: Sequence[str], below: Sequence[str]) -> int:
    """How many lines at the beginning of a caption stood at the end of the one before."""
    most = min(len(above), len(below))
    return next((count for count in range(most, 0, -1) if above[-count:] == below[:count]), 0)


def _grows(above: Sequence[str], below: Sequence[str]) -> bool:
    """Whether a caption is the one before with more words."""
    return (
        bool(above)
        and len(below) >= len(above)
        and " ".join(below).startswith(f"{' '.join(above)} ")
        and (not _carried(above, below))
    )
