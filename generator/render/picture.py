"""A picture on a page: its copies, what is framed in it, where the numbers stand, and what of it a phone shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from generator.model.shown_picture import ShownPicture

_STEP = 5
"""Per cent: style sheets know these places alone (`19-pictures.css`)."""
_ZOOMS = (3, 2)
"""How many times larger a phone may show a part, the most first."""
_MARGIN = 0.9
"""Share of what a phone shows that frames may fill: round them, one must see where one is."""


class Shares(Protocol):
    """A part of a picture, in shares of its width and height."""

    @property
    def x(self) -> float: ...
    @property
    def y(self) -> float: ...
    @property
    def width(self) -> float: ...
    @property
    def height(self) -> float: ...


@dataclass(frozen=True, slots=True)
class Area:
    """A framed part of a picture, in pixels, with the middle of the disc that holds its number."""

    x: float
    y: float
    width: float
    height: float
    sign_x: float
    sign_y: float


@dataclass(frozen=True, slots=True)
class Focus:
    """The part that a phone shows: enlarged so many times, from a place in per cent of the picture."""

    zoom: int
    left: int
    top: int


@dataclass(frozen=True, slots=True)
class Picture(ShownPicture):
    """A picture on a page in which parts can be framed."""

    def nearest(self, width: int) -> str:
        """The address of the smallest copy at least so wide, or of the widest."""
        return next((url for one, url in self.sizes if one >= width), self.sizes[-1][1])

    def areas(self, parts: Iterable[Shares]) -> tuple[Area, ...]:
        """Parts of the picture, as they are drawn over it, each with its number beside it."""
        return tuple(self._area(part) for part in parts)

    def _area(self, part: Shares) -> Area:
        x, y = part.x * self.width, part.y * self.height
        width, height = part.width * self.width, part.height * self.height
        sign_x, sign_y = next(self._places(x, y, width, height))
        return Area(*(round(one, 1) for one in (x, y, width, height, sign_x, sign_y)))

    def _places(self, x: float, y: float, width: float, height: float) -> Iterator[tuple[float, float]]:
        """Where the disc covers nothing of the frame and is whole: to the left, right, above, below; else within."""
        room = self.sign * 1.25
        middle = min(max(y + height / 2, room), self.height - room)
        across = min(max(x + width / 2, room), self.width - room)
        if x >= 2 * room:
            yield x - room, middle
        if x + width + 2 * room <= self.width:
            yield x + width + room, middle
        if y >= 2 * room:
            yield across, y - room
        if y + height + 2 * room <= self.height:
            yield across, y + height + room
        yield x + room, y + room

    def focus(self, parts: Sequence[Shares]) -> Focus | None:
        """What a phone shows so that framed texts can be read; None for all of it."""
        if not parts or self.width < self.height:
            return None
        left, top = min(one.x for one in parts), min(one.y for one in parts)
        right, bottom = max(one.x + one.width for one in parts), max(one.y + one.height for one in parts)
        sign = 4 * self.sign / self.width
        for zoom in _ZOOMS:
            if max(right - left + sign, bottom - top) <= _MARGIN / zoom:
                return Focus(zoom, _place(left - sign / 2, right + sign / 2, zoom), _place(top, bottom, zoom))
        return None

    @property
    def sign(self) -> float:
        """The radius of the disc with an area's number."""
        return round(self.width / 50, 1)

    @property
    def digit(self) -> float:
        """The size of that number."""
        return round(self.width / 36, 1)


def _place(start: float, end: float, zoom: int) -> int:
    """Where a window of a `zoom`th begins that has this stretch in its middle, without leaving the picture."""
    share = min(max((start + end - 1 / zoom) / 2, 0), 1 - 1 / zoom)
    return int(share * 100 / _STEP) * _STEP
