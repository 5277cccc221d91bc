"""The YAML dialect of content: every scalar is a text or None, nothing is repeated, and nothing runs."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import NoReturn

import yaml

from generator.content.yaml.errors import lines_of, marks, span_at, syntax_problem
from generator.content.yaml.events import (
    AWAITED,
    REFUSED,
    Alias,
    Collection,
    Event,
    Found,
    Level,
    Node,
    NoKey,
    Path,
    Place,
    Scalar,
)
from generator.content.yaml.mistypes import (
    BULLET,
    GLUED,
    ODD_SPACE,
    hidden_text,
    merge_markers,
    plain_slips,
    slip_before,
)  # fmt: skip
from generator.model.catalog import YamlValue
from generator.problems import rules
from generator.problems.invisible_signs import INVISIBLE
from generator.problems.problem import Problem, Rule, Span, has_errors

MOST_LEVELS = 40
MOST_NODES = 50_000
MOST_PROBLEMS = 100
"""Of one file; more are not for people."""


class _EnoughError(Exception):
    """The rest of the file is not worth reading."""


_NOTHING = frozenset(("", "~", "null"))
_REASONS = frozenset({rules.YAML_HASH, rules.YAML_DUPLICATE_KEY})
"""What makes libyaml stumble in the same line, or in the next."""
_ODD = re.compile(ODD_SPACE)


class Reader:
    """Builds the value of one text from the events of libyaml.

    No recursion, so that no nesting exhausts the stack, and no aliases, so that no file grows while it is read.
    """

    def __init__(self, text: str, file: str, *, places: dict[Path, Found] | None = None) -> None:
        self.text = text
        self.file = file
        self.holds_hash = "#" in text
        self.places = places
        self.problems: list[Problem] = []
        self.levels: list[Level] = []
        self.level: Level | None = None
        """The innermost of them."""
        self.root: YamlValue = None
        self.nodes = 0
        self.documents = 0
        self.last: Event | None = None
        """The event that was the last to say something."""

    @cached_property
    def lines(self) -> list[str]:
        return lines_of(self.text)

    def read(self) -> None:
        """Fills `root`, `problems` and, when asked for, `places`."""
        clean = INVISIBLE.sub("\N{REPLACEMENT CHARACTER}", self.text)
        acts: Mapping[type, Callable[..., None]] = {
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
        if any(one.rule in _REASONS and one.span.line in (why.span.line, last) for one in self.problems):
            return
        if all((one.rule, one.span.line) != (why.rule, why.span.line) for one in self.problems):
            self.problems.append(why)

    def _top(self) -> None:
        if not isinstance(self.root, dict) and not has_errors(self.problems):
            rule = rules.YAML_EMPTY if self.root is None else rules.YAML_TOP
            self.problems.append(Problem(rule, Span(self.file)))

    def _begin(self, event: Event) -> None:
        self.documents += 1
        if self.documents > 1:
            self._report(rules.YAML_DOCUMENTS, event)
            raise _EnoughError

    def _scalar(self, event: Scalar) -> None:
        self.last = event
        value: str | None = event.value
        style = event.style
        if event.tag is not None or event.anchor is not None:
            self._refuse(event)
        if not style:
            if event.value in _NOTHING:
                value = None
                if self.holds_hash and (cut := hidden_text(marks(event), self.lines)):
                    self._say(rules.YAML_HASH, cut)
            elif self.holds_hash or not event.value.isascii():
                is_key = self.level is not None and self.level.key is AWAITED
                for rule, place in plain_slips(event.value, marks(event), self.lines):
                    if not is_key or rule is not rules.TEXT_QUOTES:  # as a field it is not known
                        self._say(rule, place)
        elif style == '"' and (invisible := INVISIBLE.search(event.value)):
            self._report(rules.TEXT_CONTROL, event, character=_code_point(invisible[0]))
        level = self.level
        if level is not None and level.key is AWAITED:
            self._key(level, value, event)
        else:
            self._place(value, event)

    def _mapping(self, event: Collection) -> None:
        self._open({}, event)

    def _sequence(self, event: Collection) -> None:
        self._open([], event)

    def _open(self, value: list[YamlValue] | dict[str, YamlValue], event: Collection) -> None:
        if event.tag is not None or event.anchor is not None:
            self._refuse(event)
        if len(self.levels) >= MOST_LEVELS:
            self._report(rules.YAML_DEPTH, event, limit=f"{MOST_LEVELS}")
            raise _EnoughError
        self.level = Level(value, self._put(value, event), event)
        self.levels.append(self.level)

    def _end(self, event: Event) -> None:
        level = self.levels.pop()
        self.level = self.levels[-1] if self.levels else None
        # The end of a block lies where the next thing begins; its last scalar ends where people see it end.
        if level.flow:
            self.last = event
        if self.places is not None and level.path is not None and self.last is not None:
            end = self.last.end_mark
            place = Place(level.start.line, level.start.column, end.line, end.column)
            self.places[level.path] = Found(self.places[level.path].key, place)

    def _alias(self, event: Alias) -> None:
        self.last = event
        self._report(rules.YAML_ALIAS, event, name=event.anchor)
        self._put(None, event)

    def _refuse(self, event: Node) -> None:
        if event.tag is not None:
            self._report(rules.YAML_TAG, event, tag=event.tag.replace("tag:yaml.org,2002:", "!!"))
        if event.anchor is not None:
            self._report(rules.YAML_ANCHOR, event, name=event.anchor)

    def _key(self, level: Level, key: str | None, event: Scalar) -> None:
        if key is None:
            self._report(rules.YAML_KEY, event)
        elif not key.isidentifier() and self._is_odd(key, event):
            pass
        elif key in level.lines:
            # One hyphen that is missing repeats a key for each line that follows.
            if not level.repeats:
                self._report(rules.YAML_DUPLICATE_KEY, event, key=key, line=f"{level.lines[key]}")
            level.repeats = True
        else:
            level.lines[key] = event.start_mark.line + 1
            level.key = key
            if self.places is not None:
                level.key_place = marks(event)
            return
        level.key = REFUSED

    def _is_odd(self, key: str, event: Scalar) -> bool:
        """Whether a key that is no plain word was meant for something else; tells it, unless it is told as a text."""
        if BULLET.match(key) and not event.style:
            return True
        if _ODD.search(key):
            self._report(rules.YAML_SPACE, event)
        elif not event.style and key.startswith("-") and key[1:2].isalpha():
            self._report(rules.YAML_HYPHEN, event)
        elif key == "<<" and not event.style:
            self._report(rules.YAML_MERGE, event)
        else:
            return False
        return True

    def _put(self, value: YamlValue, event: Event) -> Path | None:
        """Sets a value where it belongs, or nowhere, and returns its path."""
        level = self.level
        if level is not None and level.key is AWAITED:
            self._report(rules.YAML_KEY, event)
            level.key = REFUSED
            self.nodes += 1
            return None
        return self._place(value, event)

    def _place(self, value: YamlValue, event: Event) -> Path | None:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self._too_many(event)
        level = self.level
        if level is None:
            self.root = value
            return self._noted(None, (), event)
        around = level.value
        if type(around) is list:
            around.append(value)
            return None if self.places is None else self._noted(level, (len(around) - 1,), event)
        key, level.key = level.key, AWAITED
        if isinstance(key, NoKey) or isinstance(around, list):  # the key was refused
            return None
        around[key] = value
        if value is None and level.flow:
            self._cut_off(key, level, event)
        return None if self.places is None else self._noted(level, (key,), event)

    def _cut_off(self, key: str, level: Level, event: Event) -> None:
        """`{x: 0,3}` is a 0 and a key without a value, and `{date:2026}` is a key alone."""
        if key.isdecimal():
            if not level.repeats:
                self._report(rules.YAML_COMMA, event, digits=key)
            level.repeats = True  # the next number has a comma too
        elif GLUED.match(key):
            line, end = event.start_mark.line, event.start_mark.column
            column = max(0, self.lines[line].rfind(key, 0, end)) + key.index(":")
            self._say(rules.YAML_AFTER_COLON, Place(line, column, line, column + 1))

    def _noted(self, level: Level | None, step: Path, event: Event) -> Path | None:
        """Notes where a value stands and returns its path; neither unless places were asked for."""
        if self.places is None or (level and level.path is None):
            return None
        path = (*level.path, *step) if level and level.path is not None else step
        key = level.key_place if level and type(level.value) is dict else None
        self.places[path] = Found(key, marks(event))
        return path

    def _too_many(self, event: Event) -> NoReturn:
        self._report(rules.YAML_NODES, event, limit=f"{MOST_NODES}")
        raise _EnoughError

    def _invisible(self) -> None:
        for number, line in enumerate(self.lines):
            for match in INVISIBLE.finditer(line):
                place = Place(number, match.start(), number, match.end())
                self._say(rules.TEXT_CONTROL, place, character=_code_point(match[0]))

    def _report(self, rule: Rule, event: Event, **values: str) -> None:
        self._say(rule, marks(event), **values)

    def _say(self, rule: Rule, place: Place, **values: str) -> None:
        if len(self.problems) >= MOST_PROBLEMS:
            self.problems.append(Problem(rules.FILE_PROBLEMS, Span(self.file), {"limit": f"{MOST_PROBLEMS}"}))
            raise _EnoughError
        self.problems.append(Problem(rule, span_at(place, self.lines, self.file), values))


def _code_point(character: str) -> str:
    return f"U+{ord(character):04X}"


def value_of(text: str, file: str) -> tuple[dict[str, YamlValue] | None, list[Problem]]:
    """The value of the text, None unless it is sound, and its problems."""
    reader = Reader(text, file)
    if found := merge_markers(reader.lines, file) if any(sign * 7 in text for sign in "<>=") else []:
        return None, found
    reader.read()
    root = reader.root
    return (root if isinstance(root, dict) and not has_errors(reader.problems) else None), reader.problems
