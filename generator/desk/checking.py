"""The real check of a document that is not on the disk: what is wrong, by the path of the field that it stands at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator.content.check import check_one
from generator.content.validate import Checked
from generator.content.yaml.entry_spans import Path
from generator.model.catalog import Document, Item, Listed
from generator.problems.problem import Problem, Severity, Span

_HERE = ""
"""The file that places are told in: a line of it is a path of the document."""


@dataclass(frozen=True, slots=True)
class Found:
    """A problem, and where in the document."""

    path: Path
    problem: Problem

    @property
    def is_error(self) -> bool:
        return self.problem.severity is Severity.ERROR


@dataclass(slots=True)
class _Paths:
    """Places that remember the paths that were asked for."""

    known: list[Path] = field(default_factory=list)

    def of_document(self, _: Document, path: Path, __: bool) -> Span:
        return self.of_listed(None, path)

    def of_listed(self, _: Listed | Item | None, path: Path) -> Span:
        self.known.append(path)
        return Span(_HERE, len(self.known))

    def found(self, problem: Problem) -> Found:
        """What is told of the file as a whole, or of a file beside it, is told at the top."""
        return Found(self.known[problem.span.line - 1] if problem.span.file == _HERE else (), problem)


def check(document: Document, checked: Checked) -> tuple[Found, ...]:
    """What is wrong with a document in the midst of the others as they were last checked, each once, in its order."""
    paths = _Paths()
    alone = replace(checked.checker, locate=paths.of_document).check(document)
    others = (one for one in checked.listed if one.path != document.path)
    between = check_one(alone, checked.hub, (*others, alone.listed), paths.of_listed, checked.pages.anchors)
    return tuple(_once(paths.found(problem) for problem in (*alone.problems, *between)))


def _once(found: Iterator[Found]) -> Iterator[Found]:
    seen = set()
    for one in found:
        key = (one.path, one.problem.code, tuple(sorted(one.problem.values.items())))
        if key not in seen:
            seen.add(key)
            yield one
