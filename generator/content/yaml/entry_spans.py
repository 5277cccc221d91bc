"""How a text is laid out: where each entry of its mappings and lists begins and ends, by the marks of the reader."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.content.yaml.events import Found
from generator.content.yaml.places import places_of
from generator.content.yaml.writer import Value

Path = tuple[str | int, ...]
Collection = dict[str, Value] | list[Value]

LINE_END = re.compile(r"\r\n|\r|\n")


def parts(value: Collection) -> list[tuple[str | int, Value]]:
    """The steps of a mapping or list, and what stands there."""
    return list(value.items()) if isinstance(value, dict) else list(enumerate(value))


@dataclass(frozen=True, slots=True)
class Child:
    """The text of an entry: from its key or dash to the beginning of the line after it, or in brackets to its end."""

    step: str | int
    start: int
    end: int


@dataclass(frozen=True)
class Layout:
    """A sound text. All places are offsets in it."""

    text: str

    @cached_property
    def places(self) -> dict[Path, Found]:
        return places_of(self.text)

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each line begins."""
        return [0, *(one.end() for one in LINE_END.finditer(self.text))]

    @cached_property
    def newline(self) -> str:
        """How its lines end."""
        found = LINE_END.search(self.text)
        return found[0] if found else "\n"

    def offset(self, line: int, column: int) -> int:
        return min(self.starts[line] + column, len(self.text)) if line < len(self.starts) else len(self.text)

    def line_start(self, offset: int) -> int:
        return self.starts[bisect_right(self.starts, offset) - 1]

    def line_end(self, offset: int) -> int:
        """The beginning of the line after."""
        line = bisect_right(self.starts, offset)
        return self.starts[line] if line < len(self.starts) else len(self.text)

    def in_brackets(self, path: Path, value: Value) -> bool:
        place = self.places[path].value
        start = self.offset(place.line, place.column)
        return isinstance(value, dict | list) and self.text[start : start + 1] in ("{", "[")

    def span(self, path: Path, value: Value) -> tuple[int, int]:
        """Where a value stands; a collection without brackets ends with the line of its last entry."""
        place = self.places[path].value
        start = self.offset(place.line, place.column)
        if isinstance(value, dict | list) and value and not self.in_brackets(path, value):
            return start, self.children(path, value)[-1].end
        return start, self.offset(place.end_line, place.end_column)

    def key_end(self, path: Path) -> int | None:
        """None for an entry of a list."""
        key = self.places[path].key
        return self.offset(key.end_line, key.end_column) if key else None

    def children(self, path: Path, value: Collection) -> list[Child]:
        """The entries of a collection that is not empty, in order."""
        if self.in_brackets(path, value):
            return [self._child_in_brackets((*path, step), part) for step, part in parts(value)]
        found: list[Child] = []
        for step, part in parts(value):
            start, end = self.span((*path, step), part)
            # A text after `|` ends with its last line already.
            if start == end or end != self.line_start(end):
                end = self.line_end(end)
            found.append(Child(step, self._head(path, step, start, not found), end))
        return found

    def _child_in_brackets(self, path: Path, value: Value) -> Child:
        start, end = self.span(path, value)
        if key := self.places[path].key:
            return Child(
                path[-1], self.offset(key.line, key.column), max(end, self.offset(key.end_line, key.end_column))
            )
        return Child(path[-1], start, end)

    def _head(self, path: Path, step: str | int, value_start: int, is_first: bool) -> int:
        """Where the key or the dash of an entry stands. All dashes of a list stand in one column."""
        if isinstance(step, str):
            key = self.places[(*path, step)].key
            return self.offset(key.line, key.column) if key else value_start
        first = self.places[path].value
        if is_first:
            return self.offset(first.line, first.column)
        dash = re.compile(rf" {{{first.column}}}-(?:\s|$)")
        line = bisect_right(self.starts, value_start) - 1
        while not dash.match(self.text, self.starts[line]):
            line -= 1
        return self.starts[line] + first.column
