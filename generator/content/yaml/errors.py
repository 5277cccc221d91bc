"""Where something stands in a YAML text, and what libyaml means when it refuses one."""

from __future__ import annotations

import re

import yaml

from generator.content.yaml.events import Event, Place
from generator.problems import rules
from generator.problems.problem import Problem, Span

_LINE_END = re.compile(r"\r\n|\r|\n")


def lines_of(text: str) -> list[str]:
    return _LINE_END.split(text)


def marks(event: Event) -> Place:
    return Place(event.start_mark.line, event.start_mark.column, event.end_mark.line, event.end_mark.column)


def span_at(place: Place, lines: list[str], file: str) -> Span:
    """The span of a place, held inside the text; the empty lines that a block text ends with are left out."""
    line, column = _held(place.line, place.column, lines)
    end_line, end_column = _held(place.end_line, place.end_column, lines)
    while end_line > line and not lines[end_line][:end_column].strip():
        end_line -= 1
        end_column = len(lines[end_line])
    end_line, end_column = max((end_line, end_column), (line, column))
    return Span(file, line + 1, column + 1, end_line + 1, end_column + 1)


def _held(line: int, column: int, lines: list[str]) -> tuple[int, int]:
    if line >= len(lines):
        return len(lines) - 1, len(lines[-1])
    return line, min(column, len(lines[line]))


_SYNTAX = (
    ("mapping values are not allowed", rules.YAML_COLON),
    ("could not find expected ':'", rules.YAML_MISSING_COLON),
    ("found a tab character", rules.YAML_TAB),
    ("block sequence entries are not allowed", rules.YAML_INDENTATION),
    ("did not find expected '-' indicator", rules.YAML_INDENTATION),
    ("did not find expected key", rules.YAML_INDENTATION),
    ("did not find expected <document start>", rules.YAML_INDENTATION),
    ("found unknown escape character", rules.YAML_ESCAPE),
    ("did not find expected hexdecimal number", rules.YAML_ESCAPE),
    ("found invalid Unicode character escape code", rules.YAML_ESCAPE),
    ("did not find expected ',' or", rules.YAML_BRACKET),
    ("found unexpected end of stream", rules.YAML_QUOTE),
    ("found unexpected document indicator", rules.YAML_QUOTE),
    ("found character that cannot start any token", rules.YAML_CHARACTER),
    ("did not find expected alphabetic or numeric character", rules.YAML_CHARACTER),
)
"""What libyaml says, and what it means to the one who writes."""
_WHERE_IT_BEGAN = {rules.YAML_BRACKET, rules.YAML_QUOTE, rules.YAML_MISSING_COLON}


def _text_at(mark: yaml.Mark, lines: list[str]) -> str:
    line, column = _held(mark.line, mark.column, lines)
    return lines[line][column:]


def syntax_problem(error: yaml.YAMLError, lines: list[str], file: str) -> Problem:
    said = str(getattr(error, "problem", ""))
    rule = next((rule for words, rule in _SYNTAX if said.startswith(words)), rules.YAML_SYNTAX)
    mark = getattr(error, "problem_mark", None)
    if rule in _WHERE_IT_BEGAN:
        mark = getattr(error, "context_mark", None) or mark
    if mark is None:
        return Problem(rule, Span(file))
    at = getattr(error, "problem_mark", None) or mark
    if rule is rules.YAML_BRACKET and _text_at(at, lines).startswith(": "):
        rule, mark = rules.YAML_COLON, at  # `{name: IT: support}`
    line, column = _held(mark.line, mark.column, lines)
    before, here = lines[line][:column], lines[line][column : column + 1]
    is_odd = lines[line].count('"') % 2 == 1
    if rule is rules.YAML_CHARACTER and here == "\t":
        rule = rules.YAML_TAB
    elif (rule is rules.YAML_BRACKET and is_odd) or (
        rule is rules.YAML_INDENTATION and before.rstrip().endswith(("'", '"'))
    ):
        rule = rules.YAML_QUOTE
    return Problem(rule, span_at(Place(line, column, line, column + 1), lines, file))
