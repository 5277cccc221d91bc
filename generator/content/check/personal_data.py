"""Looks for numbers that could be a Danish civil registration number (CPR) in any text of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.content.check.cpr import holds_cpr
from generator.content.check.texts_of_files import texts_of
from generator.model.catalog import Finding
from generator.problems.content_rules import RULES
from generator.problems.problem import Problem, Span

# Beginning with a sort of character, it is tried at digits alone.
_SIX_DIGITS = re.compile(r"\d\d{5}")


def file_holds(file: Path) -> bool:
    """Whether a file that is published as it stands holds a number. OSError when it cannot be read."""
    return any(map(holds_cpr, texts_of(file)))


def in_pages(root: Path, content: str) -> Iterator[Problem]:
    """Every line of an ordinary Markdown page that holds a number."""
    for file in sorted((root / content).rglob("*.md")):
        if not file.is_file() or file.is_symlink():
            continue
        for number, line in enumerate(file.read_text("utf-8", "replace").splitlines(), 1):
            if holds_cpr(line):
                place = Span(file.relative_to(root).as_posix(), number, 1, number, len(line) + 1)
                yield Problem(RULES["personal-cpr"], place, {})


def may_hold(source: str) -> bool:
    """Whether the text of a file could hold a number at all; most files are settled by this.

    A file without six digits in a row holds no such number, unless an escape hides one.
    """
    return "\\" in source or _SIX_DIGITS.search(source) is not None


def personal_data(value: object, path: tuple[str | int, ...] = ()) -> Iterator[Finding]:
    """Every text, key or file name below `value` that holds a number."""
    if isinstance(value, str):
        if holds_cpr(value):
            yield Finding("personal-cpr", path)
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from personal_data(part, (*path, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from personal_data(part, (*path, index))
