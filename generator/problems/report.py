"""Puts problems into words: for people, for programs and for GitHub."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Protocol

from generator.problems.personal_number import masked
from generator.problems.problem import ContentError, HubError, Problem, Severity, Span

WIDTH = 100
"""Characters of a long line that an excerpt shows."""

_SENTENCE = re.compile(r"(?<=[.?!]) +(?=[A-ZÆØÅ“»{])")
_KEY = re.compile(r"`([a-z_]+(?:: (?:[a-z-]+|\{[a-z]+\}))?)`")
"""A key of a field, or a key with its value, in a message."""
_LINE_END = re.compile(r"\r\n|\r|\n")
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33"}


class Speech(Protocol):
    """What a report needs of a language."""

    def gettext(self, msgid: str) -> str: ...

    def ngettext(self, singular: str, plural: str, number: int) -> str: ...


def as_text(problems: Iterable[Problem], *, read: Callable[[str], str], language: Speech, colour: bool = False) -> str:
    """What a person reads: each problem with its place, the line it is about and what to do, then the sum.

    `read` gives the text of a file by the path in a span; when it raises OSError or ValueError there is no excerpt.
    """
    known = tuple(problems)
    lines_of = cache(lambda file: _lines(file, read))
    parts = []
    for problem in known:
        # What a file as a whole did wrong may be that it is a pipe or a link, and those are not to be opened.
        lines = [] if problem.span == Span(problem.span.file) else lines_of(problem.span.file)
        parts.append(_paragraph(problem, lines, language=language, colour=colour))
    return "\n\n".join([*parts, _sum(known, language)]) + "\n"


def in_words(problem: Problem, language: Speech, called: Callable[[str], str] = str) -> tuple[str, str]:
    """What a problem says, and what to do about it; `called` says what the reader knows a field by, of its key, or a
    field and its value, of `key: value`.
    """
    rule = problem.rule
    return _said(rule.message, problem, language, called), _said(rule.hint, problem, language, called)


def as_json(problems: Iterable[Problem], language: Speech) -> str:
    """One object, for programs: the contract of `hub check --format json`."""
    known = tuple(problems)
    entries = [
        {
            "code": problem.code,
            "severity": problem.severity.value,
            "message": _message(problem, language),
            "hint": _said(problem.rule.hint, problem, language),
            "file": masked(problem.span.file),
            "line": problem.span.line,
            "column": problem.span.column,
        }
        for problem in known
    ]
    errors, warnings = _counts(known)
    return (
        json.dumps({"problems": entries, "errors": errors, "warnings": warnings}, ensure_ascii=False, indent=2) + "\n"
    )


def as_github(problems: Iterable[Problem], language: Speech) -> str:
    """Workflow commands, which GitHub shows beside the changed lines."""
    known = tuple(problems)
    return "\n".join([*(_annotation(problem, language) for problem in known), _sum(known, language)]) + "\n"


def _annotation(problem: Problem, language: Speech) -> str:
    span = problem.span
    place = f"file={_property(masked(span.file))},line={span.line},col={span.column},title={_property(problem.code)}"
    text = f"{_message(problem, language)}\n{_said(problem.rule.hint, problem, language)}"
    return f"::{problem.severity.value} {place}::{_data(text.strip())}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _paragraph(problem: Problem, lines: Sequence[str], *, language: Speech, colour: bool) -> str:
    span = problem.span
    painted = _painter(colour)
    severity = language.gettext(problem.severity.value)
    place = painted(f"{masked(_printable(span.file))}:{span.line}:{span.column}:", "1")
    header = f"{place} {painted(severity, _COLOURS[problem.severity])} {problem.code}"
    message = _printable(_message(problem, language))
    hint = _printable(_said(problem.rule.hint, problem, language))
    excerpt = _excerpt(span, lines)
    if excerpt:
        excerpt[-1] = painted(excerpt[-1], _COLOURS[problem.severity])
    return "\n".join([header, message, *excerpt, *([painted(f"→ {hint}", "36")] if hint else [])])


def _painter(colour: bool) -> Callable[[str, str], str]:
    def painted(text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if colour else text

    return painted


def _message(problem: Problem, language: Speech) -> str:
    said = _said(problem.rule.message, problem, language)
    return f"{masked(problem.about)}: {said}" if problem.about else said


def _said(msgid: str, problem: Problem, language: Speech, called: Callable[[str], str] = str) -> str:
    def known_by(key: re.Match[str]) -> str:
        return called(key[1].format_map(problem.values)).replace("{", "{{").replace("}", "}}")

    # gettext("") is the header of the catalog. Keys of fields stand in backquotes.
    text = _KEY.sub(known_by, language.gettext(msgid)) if msgid else ""
    # Where nothing is near, no sentence may ask whether nothing was meant.
    without = [
        f"{{{name}}}" for name, value in problem.values.items() if not value or (name, value) == ("nearest", "–")
    ]
    if any(name in text for name in without):
        text = " ".join(part for part in _SENTENCE.split(text) if not any(name in part for name in without))
    return masked(text.format_map({**problem.values, **_spoken(problem, language)}))


def _spoken(problem: Problem, language: Speech) -> Mapping[str, str]:
    """What a field is for, which its model says in English."""
    purpose = problem.values.get("purpose")
    return {"purpose": language.gettext(purpose)} if purpose else {}


def _lines(file: str, read: Callable[[str], str]) -> list[str]:
    try:
        return _LINE_END.split(masked(read(file)).removeprefix("\ufeff"))
    except (OSError, ValueError):
        return []


def _excerpt(span: Span, lines: Sequence[str]) -> list[str]:
    """The first line of the span and carets below it; nothing when there is nothing to see."""
    if span.line > len(lines) or not lines[span.line - 1].strip():
        return []
    line = lines[span.line - 1]
    start = min(span.column - 1, len(line))
    end = min(span.end_column - 1, len(line)) if span.end_line == span.line else len(line.rstrip())
    first = max(0, start - WIDTH // 2) if len(line) > WIDTH else 0
    last = first + WIDTH
    lead = "…" if first else ""
    shown = lead + _printable(line[first:last]) + ("…" if last < len(line) else "")
    before = _cells(lead + line[first:start])
    carets = max(1, _cells(line[start : min(end, last)]))
    margin = f"{span.line:>4} | "
    return [margin + shown, f"{'| ':>{len(margin)}}{' ' * before}{'^' * carets}"]


def _printable(text: str) -> str:
    """The text without anything that a terminal would obey, each character still one character."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else " " if letter.isspace() else "\ufffd" for letter in text)


def _cells(text: str) -> int:
    """The columns that a terminal needs for the text."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def _counts(problems: Sequence[Problem]) -> tuple[int, int]:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    return errors, len(problems) - errors


def _sum(problems: Sequence[Problem], language: Speech) -> str:
    if not problems:
        return language.gettext("No problems.")
    errors, warnings = _counts(problems)
    said_errors = language.ngettext("{number} error", "{number} errors", errors).format(number=errors)
    said_warnings = language.ngettext("{number} warning", "{number} warnings", warnings).format(number=warnings)
    return f"{said_errors}, {said_warnings}"


def reader(root: Path) -> Callable[[str], str]:
    """Reads a file of the hub for its excerpts; a file that is not there, as a page of the site, has none."""

    def read(file: str) -> str:
        path = root / file
        return path.read_text("utf-8-sig", errors="replace") if path.is_file() else ""

    return read


def explained(error: HubError, language: Speech, root: Path) -> str:
    """What `mkdocs build` prints, and the preview shows, when content stops it: every problem with its excerpt."""
    text = language.gettext(error.message).format(**error.values)
    problems = error.problems if isinstance(error, ContentError) else ()
    return "\n".join(
        [text, as_text(problems, read=reader(root), language=language, colour=False)] if problems else [text]
    )
