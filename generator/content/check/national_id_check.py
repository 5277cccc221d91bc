"""Looks for numbers of persons (CPR) in everything that a document, a page or a file for download says."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from generator.content.check.texts_of_files import texts_of
from generator.model.catalog import Document, Finding
from generator.model.walk import Walked
from generator.problems.content_rules import RULES
from generator.problems.personal_number import found_in, holds_number
from generator.problems.problem import Problem, Span

_DIGITS = 10
"""How many a number has at least: nothing shorter is looked through."""


def in_document(document: Document, values: Iterable[Walked], allowed: Collection[str]) -> list[Finding]:
    """Every text with a number, and the document's name. `values` are all of its texts."""
    found = [
        Finding("personal-cpr", path)
        for path, _, text in values
        if len(text) >= _DIGITS and holds_number(text, allowed)
    ]
    return [*found, Finding("personal-cpr", ())] if holds_number(document.id, allowed) else found


def in_text(text: str, file: str, allowed: Collection[str], *, first_line: int = 1) -> Iterator[Problem]:
    """Every number in a text that begins in that line of its file: in comments too, and over the ends of lines."""
    for found in found_in(text, allowed):
        line = text.count("\n", 0, found.start())
        column = found.start() - (text.rfind("\n", 0, found.start()) + 1)
        end = text.find("\n", found.start())
        length = min(found.end(), end if end >= 0 else len(text)) - found.start()
        place = Span(file, first_line + line, column + 1, first_line + line, column + 1 + length)
        yield Problem(RULES["personal-cpr"], place, {})


def file_holds(file: Path, allowed: Collection[str] = ()) -> bool:
    """Whether a file that is published as it stands holds a number. OSError when it cannot be read."""
    return any(holds_number(text, allowed) for text in texts_of(file))
