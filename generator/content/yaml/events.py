"""What libyaml tells of a text, event by event, and the mappings and lists that are made of it."""

from __future__ import annotations

from enum import Enum
from typing import Final, NamedTuple, Protocol, TypeAlias

from generator.model.catalog import YamlValue

Path: TypeAlias = tuple[str | int, ...]
"""Keys and numbers of entries that lead to a value."""


class Place(NamedTuple):
    """A stretch of a text as YAML counts it: from 0."""

    line: int
    column: int
    end_line: int
    end_column: int


class Found(NamedTuple):
    """Where a value stands, and its key."""

    key: Place | None
    """None for an entry of a list, and for the whole."""
    value: Place


class Mark(Protocol):
    """A point of a text, counted from 0."""

    line: int
    column: int


class Event(Protocol):
    """Anything that libyaml tells."""

    start_mark: Mark
    end_mark: Mark


class Node(Event, Protocol):
    """A value begins."""

    anchor: str | None
    tag: str | None


class Scalar(Node, Protocol):
    """A text."""

    value: str
    style: str | None
    """None or "" for a text without marks around it."""


class Collection(Node, Protocol):
    """The beginning of a mapping or list."""

    flow_style: bool


class Alias(Event, Protocol):
    """Another value is to stand here once more."""

    anchor: str


class NoKey(Enum):
    """What stands for the key of the value that comes next, where there is none."""

    AWAITED = 0
    """The next text is one."""
    REFUSED = 1
    """It was wrong, so that its value is read and forgotten."""
    LISTED = 2
    """A list has none and never waits for one."""


AWAITED: Final = NoKey.AWAITED
REFUSED: Final = NoKey.REFUSED


class Level:
    """A mapping or list that is being read. Its path is None when places do not matter."""

    __slots__ = ("flow", "key", "key_place", "lines", "path", "repeats", "start", "value")

    def __init__(self, value: list[YamlValue] | dict[str, YamlValue], path: Path | None, event: Collection) -> None:
        self.value = value
        self.path = path
        self.key: str | NoKey = NoKey.LISTED if type(value) is list else AWAITED
        self.key_place: Place | None = None
        self.lines: dict[str, int] = {}
        self.repeats = False
        """Whether a slip was told here that the next keys most likely repeat."""
        self.start = event.start_mark
        self.flow = event.flow_style
