"""How much of a picture is cut off at each edge, as somebody says it in a form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass

from generator.i18n.language import mark
from generator.problems.problem import HubError

EDGES = ("left", "top", "right", "bottom")
_LEAST = 5.0
"""Per cent of the width, and of the height, that are left at least."""
_NO_CUT = mark("So little would be left of the picture that nobody could see it.")
_HOW = mark("Write how many per cent are cut off at each edge, from 0 to 95.")


@dataclass(frozen=True, slots=True)
class Cut:
    """Per cent of the width or height of the upright picture, from each edge."""

    left: float
    top: float
    right: float
    bottom: float

    def box(self, width: int, height: int) -> tuple[int, int, int, int]:
        """What is left, in pixels: left, upper, right and lower edge."""
        left, top = round(width * self.left / 100), round(height * self.top / 100)
        right, bottom = round(width * (1 - self.right / 100)), round(height * (1 - self.bottom / 100))
        return left, top, max(left + 1, right), max(top + 1, bottom)

    @property
    def is_any(self) -> bool:
        return any(astuple(self))


def cut_of(posted: Mapping[str, Sequence[str]]) -> Cut:
    """What a browser sends. HubError when it is no cut, or leaves too little."""
    try:
        cut = Cut(*(float(posted[edge][-1].replace(",", ".") or "0") for edge in EDGES))
    except (KeyError, IndexError, ValueError) as error:
        raise HubError(_NO_CUT, _HOW) from error
    is_within = all(0 <= part < 100 for part in astuple(cut))  # no number is neither
    if not is_within or max(cut.left + cut.right, cut.top + cut.bottom) > 100 - _LEAST:
        raise HubError(_NO_CUT, _HOW)
    return cut
