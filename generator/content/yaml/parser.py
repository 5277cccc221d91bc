"""The YAML dialect of content: every scalar is a text or None, nothing is repeated, and nothing runs."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

import yaml

from generator.content.yaml.errors import Place, lines_of, marks, span_at, syntax_problem
from generator.content.yaml.slips import BULLET, ODD_SPACE, merge_markers, plain_slips, slip_before
from generator.problems import rules
from generator.problems.problem import Problem, Rule, Severity, Span

MOST_LEVELS = 40
MOST_NODES = 50_000
MOST_PROBLEMS = 100
"""Of one file; more are not for people."""

INVISIBLE = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""C0 and C1 controls, line separators that editors do not count, bidi controls, signs without width, no characters."""


class _EnoughError(Exception):
    """The rest of the file is not worth reading."""


class Found(NamedTuple):
    """Where a value stands, and its key."""

    key: Place | None
    """None for an entry of a list, and for the whole."""
    value: Place


_NO_KEY = object()
_LOST_KEY = object()
"""Stands for a key that was refused, so that its value is read and forgotten."""
_LISTED = object()
"""Stands for the key in a list, which has none and never waits for one."""
_NOTHING = frozenset(("", "~", "null"))
_ODD = re.compile(ODD_SPACE)


class _Level:
    """A mapping or list that is being read. Its path is None when places do not matter."""

    __slots__ = ("flow", "is_list", "key", "key_place", "lines", "path", "start", "value")

    def __init__(self, value: Any, path: tuple[str | int, ...] | None, event: Any) -> None:
        self.value = value
        self.is_list = type(value) is list
        self.path = path
        self.key: Any = _LISTED if self.is_list else _NO_KEY
        self.key_place: Place | None = None
        self.lines: dict[str, int] = {}
        self.start = event.start_mark
        self.flow = event.flow_style


class _Reader:
    """Builds the value of one text from the events of libyaml.

    No recursion, so that no nesting exhausts the stack, and no aliases, so that no file grows while it is read.
    """

    def __init__(self, text: str, file: str, *, places: dict[tuple[str | int, ...], Found] | None = None) -> None:
        self.text = text
        self.file = file
        self.places = places
        self.problems: list[Problem] = []
        self.levels: list[_Level] = []
        self.level: _Level | None = None
        """The innermost of them."""
        self.root: Any = None
        self.nodes = 0
        self.documents = 0
        self.last: Any = None
        """The event that was the last to say something."""

    @cached_property
    def lines(self) -> list[str]:
        return lines_of(self.text)

    def read(self) -> None:
        """Fills `root`, `problems` and, when asked for, `places`."""
        clean = INVISIBLE.sub("\N{REPLACEMENT CHARACTER}", self.text)
        acts = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._mapping,
            yaml.SequenceStartEvent: self._sequence,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._begin,
        }
        try:
            if clean != self.text:
                self._invisible()
            next_event = yaml.CSafeLoader(clean).get_event
            while (event := next_event()) is not None:
                act = acts.get(type(event))
                if act:
                    act(event)
        except _EnoughError:
            return
        except yaml.YAMLError as error:
            # A control character can be the reason for it, and then it has been reported already.
            if clean == self.text:
                self._give_up(error)
            return
        self._top()

    def _give_up(self, error: yaml.YAMLError) -> None:
        """Why libyaml gave up; it says where, and the slip often stands before that."""
        mark = getattr(error, "problem_mark", None)
        last = mark.line if mark else len(self.lines) - 1
        why = slip_before(self.lines, last, self.file) or syntax_problem(error, self.lines, self.file)
        if all((one.rule, one.span.line) != (why.rule, why.span.line) for one in self.problems):
            self.problems.append(why)

    def _top(self) -> None:
        if not isinstance(self.root, dict) and not self.problems:
            rule = rules.YAML_EMPTY if self.root is None else rules.YAML_TOP
            self.problems.append(Problem(rule, Span(self.file)))

    def _begin(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self._report(rules.YAML_DOCUMENTS, event)
            raise _EnoughError

    def _scalar(self, event: Any) -> None:
        self.last = event
        value = event.value
        style = event.style
        if event.tag is not None or event.anchor is not None:
            self._refuse(event)
        if not style:
            if value in _NOTHING:
                value = None
            elif not value.isascii() or "#" in self.text:
                for rule, place in plain_slips(value, marks(event), self.lines):
                    self._say(rule, place)
        elif style == '"' and (invisible := INVISIBLE.search(value)):
            self._report(rules.TEXT_CONTROL, event, character=_code_point(invisible[0]))
        level = self.level
        if level is not None and level.key is _NO_KEY:
            self._key(level, value, event)
        else:
            self._place(value, event)

    def _mapping(self, event: Any) -> None:
        self._open({}, event)

    def _sequence(self, event: Any) -> None:
        self._open([], event)

    def _open(self, value: Any, event: Any) -> None:
        if event.tag is not None or event.anchor is not None:
            self._refuse(event)
        if len(self.levels) >= MOST_LEVELS:
            self._report(rules.YAML_DEPTH, event, limit=f"{MOST_LEVELS}")
            raise _EnoughError
        self.level = _Level(value, self._put(value, event), event)
        self.levels.append(self.level)

    def _end(self, event: Any) -> None:
        level = self.levels.pop()
        self.level = self.levels[-1] if self.levels else None
        # The end of a block lies where the next thing begins; its last scalar ends where people see it end.
        if level.flow:
            self.last = event
        if self.places is not None and level.path is not None:
            end = self.last.end_mark
            place = Place(level.start.line, level.start.column, end.line, end.column)
            self.places[level.path] = Found(self.places[level.path].key, place)

    def _alias(self, event: Any) -> None:
        self.last = event
        self._report(rules.YAML_ALIAS, event, name=event.anchor)
        self._put(None, event)

    def _refuse(self, event: Any) -> None:
        if event.tag is not None:
            self._report(rules.YAML_TAG, event, tag=event.tag.replace("tag:yaml.org,2002:", "!!"))
        if event.anchor is not None:
            self._report(rules.YAML_ANCHOR, event, name=event.anchor)

    def _key(self, level: _Level, key: str | None, event: Any) -> None:
        if key is None:
            self._report(rules.YAML_KEY, event)
        elif BULLET.match(key) and not event.style:
            pass  # told as a text
        elif _ODD.search(key):
            self._report(rules.YAML_SPACE, event)
        elif not event.style and key.startswith("-") and key[1:2].isalpha():
            self._report(rules.YAML_HYPHEN, event)
        elif key == "<<" and not event.style:
            self._report(rules.YAML_MERGE, event)
        elif key in level.lines:
            self._report(rules.YAML_DUPLICATE_KEY, event, key=key, line=f"{level.lines[key]}")
        else:
            level.lines[key] = event.start_mark.line + 1
            level.key = key
            if self.places is not None:
                level.key_place = marks(event)
            return
        level.key = _LOST_KEY

    def _put(self, value: Any, event: Any) -> tuple[str | int, ...] | None:
        """Sets a value where it belongs, or nowhere, and returns its path."""
        level = self.level
        if level is not None and level.key is _NO_KEY:
            self._report(rules.YAML_KEY, event)
            level.key = _LOST_KEY
            self._count(event)
            return None
        return self._place(value, event)

    def _place(self, value: Any, event: Any) -> tuple[str | int, ...] | None:
        self._count(event)
        level = self.level
        step: Any
        if level is None:
            self.root = value
            return self._noted(None, (), event)
        if level.is_list:
            level.value.append(value)
            step = len(level.value) - 1
        else:
            step, level.key = level.key, _NO_KEY
            if step is _LOST_KEY:
                return None
            level.value[step] = value
            if value is None and level.flow and step.isdecimal():  # `{x: 0,3}` is a 0 and a key without a value
                self._report(rules.YAML_COMMA, event, digits=step)
        return None if self.places is None else self._noted(level, (step,), event)

    def _noted(self, level: _Level | None, step: tuple[str | int, ...], event: Any) -> tuple[str | int, ...] | None:
        """Notes where a value stands and returns its path; neither unless places were asked for."""
        if self.places is None or (level and level.path is None):
            return None
        path = (*level.path, *step) if level and level.path is not None else step
        key = level.key_place if level and not level.is_list else None
        self.places[path] = Found(key, marks(event))
        return path

    def _count(self, event: Any) -> None:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self._report(rules.YAML_NODES, event, limit=f"{MOST_NODES}")
            raise _EnoughError

    def _invisible(self) -> None:
        for number, line in enumerate(self.lines):
            for match in INVISIBLE.finditer(line):
                place = Place(number, match.start(), number, match.end())
                self._say(rules.TEXT_CONTROL, place, character=_code_point(match[0]))

    def _report(self, rule: Rule, event: Any, **values: str) -> None:
        self._say(rule, marks(event), **values)

    def _say(self, rule: Rule, place: Place, **values: str) -> None:
        if len(self.problems) >= MOST_PROBLEMS:
            self.problems.append(Problem(rules.FILE_PROBLEMS, Span(self.file), {"limit": f"{MOST_PROBLEMS}"}))
            raise _EnoughError
        self.problems.append(Problem(rule, span_at(place, self.lines, self.file), values))


def _code_point(character: str) -> str:
    return f"U+{ord(character):04X}"


def value_of(text: str, file: str) -> tuple[Any, list[Problem]]:
    """The value of the text, None unless it is sound, and its problems."""
    reader = _Reader(text, file)
    if found := merge_markers(reader.lines, file) if "<<<<<<<" in text or ">>>>>>>" in text else []:
        return None, found
    reader.read()
    is_sound = all(problem.severity is Severity.WARNING for problem in reader.problems)
    return (reader.root if is_sound else None), reader.problems


@lru_cache(maxsize=8)
def places_of(text: str) -> dict[tuple[str | int, ...], Found]:
    """Where each value of a sound text stands, by its path."""
    places: dict[tuple[str | int, ...], Found] = {}
    _Reader(text, "", places=places).read()
    return places


def span_of(text: str, file: str, path: tuple[str | int, ...], *, key: bool = False) -> Span:
    """Where the value at the path stands, or its key.

    When there is nothing at the path, where the key of the nearest value around it stands: for an entry of a list,
    which has no key, the entry; at the top, the beginning of the file.
    """
    places = places_of(text)
    found = places.get(path)
    if found and not key:
        return span_at(found.value, lines_of(text), file)
    while path and path not in places:
        path = path[:-1]
    if not path or path not in places:
        return Span(file)
    return span_at(places[path].key or places[path].value, lines_of(text), file)
