"""Finds the line of a long text in which what a problem is about stands: a block of twenty lines is no place."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from generator.content.files import read_text
from generator.content.yaml.errors import lines_of
from generator.problems.personal_number import found_in
from generator.problems.problem import Problem, Span

_NAMED = {
    "link-file": "{url}", "link-scheme": "{url}", "link-relative": "{url}", "link-telephone": "{url}",
    "link-lookalike": "{text}", "rich-picture": "{file}", "picture-words": "{alt}", "ref-form": "{value}",
    "ref-anchor": "#{anchor}", "ref-unknown": "{kind}:{id}", "ref-draft": "{kind}:{id}", "told-gone": "{kind}:{id}",
}  # fmt: skip
"""What the text says where it is wrong, by the code of the problem."""
_HTML = re.compile(r"</?[A-Za-z][^>]*>?|<!--")


def exact(problem: Problem, text: str) -> Problem:
    """The problem at the line that it is about; as it is when its text is of one line, or says it in other words."""
    span = problem.span
    if span.end_line == span.line or (stands := _finder(problem)) is None:
        return problem
    for number, line in enumerate(lines_of(text)[span.line - 1 : span.end_line], span.line):
        if found := stands(line):
            return replace(problem, span=Span(span.file, number, found[0] + 1, number, found[1] + 1))
    return problem


def exact_in(root: Path, problem: Problem) -> Problem:
    """The same for a problem of a file that is no longer in memory."""
    text = read_text(root, problem.span.file)[1] if problem.span.end_line > problem.span.line else ""
    return exact(problem, text) if isinstance(text, str) else problem


def _finder(problem: Problem) -> Callable[[str], tuple[int, int] | None] | None:
    """Says from where to where a line holds what the problem is about."""
    if problem.code == "personal-cpr":
        return lambda line: next((found.span() for found in found_in(line)), None)
    if problem.code == "rich-html":
        return lambda line: found.span() if (found := _HTML.search(line)) else None
    words = _NAMED.get(problem.code, "").format_map(problem.values)
    if not words and problem.code.startswith(("asset-", "picture-")):
        words = problem.values.get("file", "")
    return (lambda line: (at, at + len(words)) if (at := line.find(words)) >= 0 else None) if words else None
