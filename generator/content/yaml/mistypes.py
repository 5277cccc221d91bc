"""What people type that YAML takes for something else: found in the lines, since libyaml blames other places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.content.yaml.errors import span_at
from generator.content.yaml.events import Place
from generator.problems import rules
from generator.problems.problem import Problem, Rule

ODD_SPACE = "[\u00a0\u1680\u180e\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]"
"""Spaces that look like one and are none to YAML, and signs that nobody sees."""
BULLET = re.compile(r"[\u2013\u2014\u2022\u2023\u25aa\u25cf\u25e6\u00b7\u2043\u2212](?=\s)")
"""What word processors make of a hyphen at the beginning of a line."""

_CUT = re.compile(r"[ \t]+#(?=[^\s#!])")
"""A comment that was hardly meant for one."""
_CURLY = re.compile("[\u201c\u201d\u201e\u201f][^\u201c-\u201f]*[\u201c\u201d\u201f]")
"""A text in the quotation marks of word processors."""
_MERGE = re.compile(r"\s*(?:<{7}|>{7}|\|{7})(?: |$)")
_BLOCK = re.compile(r"(?:^|[:-]\s+)[|>][+-]?\d?[+-]?\s*(?:#.*)?$")
_WORD = r"[A-Za-z_][A-Za-z0-9_-]*"
_START = r" *(?:- +)*"
_SLIPS: tuple[tuple[re.Pattern[str], Rule], ...] = (
    (re.compile(rf"(?P<at>(?=[ ]*{ODD_SPACE}\s*\S))[ ]*{ODD_SPACE}"), rules.YAML_SPACE),
    (re.compile(rf"{_START}(?:{_WORD}:|-)(?P<at>{ODD_SPACE})"), rules.YAML_SPACE),
    (re.compile(rf" *(?P<at>{BULLET.pattern}|\*(?=\s))"), rules.YAML_BULLET),
    (re.compile(r" *(?P<at>-)(?=[A-Za-zÆØÅæøå])"), rules.YAML_HYPHEN),
    (re.compile(r" *-(?P<at>\t)"), rules.YAML_TAB),
    (re.compile(rf"{_START}{_WORD}(?P<at>:)(?=[^\s/:\\])(?!.*: )"), rules.YAML_AFTER_COLON),
    (re.compile(rf"{_START}{_WORD}(?P<at> ?[;=\uff1a]) ?(?=\S)(?!.*: )"), rules.YAML_FOR_COLON),
    (re.compile(rf"{_START}{_WORD}: +(?P<at>-)(?: |$)"), rules.YAML_LIST_HERE),
)
"""Looked for in this order, from the first line to the one where YAML gave up."""


def plain_slips(value: str, place: Place, lines: list[str]) -> Iterator[tuple[Rule, Place]]:
    """What a text without quotation marks was meant for instead, and what it has lost."""
    if BULLET.match(value) and not lines[place.line][: place.column].strip(" -"):
        yield rules.YAML_BULLET, place
    elif value[:1] == "-" and re.match(ODD_SPACE, value[1:2]):
        yield rules.YAML_SPACE, place
    elif _CURLY.fullmatch(value):
        yield rules.TEXT_QUOTES, place
    end, column = place.end_line, place.end_column
    if end < len(lines) and (after := _CUT.match(lines[end], column)):
        yield rules.YAML_HASH, Place(end, after.end() - 1, end, len(lines[end]))


def merge_markers(lines: list[str], file: str) -> list[Problem]:
    """The first line that Git left in the file where two changes met."""
    for number, line in enumerate(lines):
        if _MERGE.match(line):
            return [Problem(rules.TEXT_MERGE, span_at(Place(number, 0, number, len(line)), lines, file))]
    return []


def slip_before(lines: list[str], last: int, file: str) -> Problem | None:
    """The slip that makes a text no YAML, when one is found in the lines up to `last`, which count from 0."""
    for number, line in _outside_blocks(lines[: last + 1]):
        for pattern, rule in _SLIPS:
            if found := pattern.match(line):
                start, end = found.span("at")
                place = Place(number, start, number, max(end, start + 1))
                return Problem(rule, span_at(place, lines, file))
    return None


def _outside_blocks(lines: list[str]) -> Iterator[tuple[int, str]]:
    """The lines that are no part of a text after `|` or `>`."""
    margin: int | None = None
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        indent = len(line) - len(line.lstrip(" "))
        if margin is not None and indent > margin:
            continue
        margin = indent if _BLOCK.search(line) else None
        if not line.lstrip().startswith("#"):
            yield number, line
