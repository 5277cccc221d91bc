"""What can be wrong, and where: the one value by which every stage reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Severity(StrEnum):
    """An error stops the build; a warning does not, unless the build is strict."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file. Lines and columns count from 1, columns in characters; the end is exclusive."""

    file: str
    """Path relative to the hub's root, with forward slashes."""
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@dataclass(frozen=True, slots=True)
class Rule:
    """A permanent kind of problem. Texts are English message ids; `{name}` is filled from a problem's values."""

    code: str
    severity: Severity
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault found in one place, not yet put into any language."""

    rule: Rule
    span: Span
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    about: str = ""
    """Whose and which thing it is about, in the reader's words, where the place alone does not tell a reader."""

    @property
    def code(self) -> str:
        return self.rule.code

    @property
    def severity(self) -> Severity:
        return self.rule.severity

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (self.rule, self.span, dict(self.values), self.about)


def _rebuild(rule: Rule, span: Span, values: dict[str, str], about: str) -> Problem:
    return Problem(rule, span, MappingProxyType(values), about)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """By file, then place, then code: the order in which people read them. Equal problems are said once."""
    unique = {(p.span, p.code, tuple(sorted(p.values.items()))): p for p in problems}
    return tuple(unique[key] for key in sorted(unique))


def has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


class HubError(Exception):
    """The work cannot go on, and it is not the content's fault. Exit code 2.

    `message` says what, `hint` what to do; both are English message ids filled with `values`.
    """

    def __init__(self, message: str, hint: str = "", **values: object) -> None:
        self.message = message
        self.hint = hint
        self.values = {name: str(value) for name, value in values.items()}
        super().__init__(message.format(**self.values))


class ContentError(HubError):
    """The content has errors; nothing was written. Exit code 1."""

    def __init__(
        self, problems: Sequence[Problem], message: str = "The content has errors; nothing was written."
    ) -> None:
        self.problems = tuple(problems)
        super().__init__(message, "Mend them and build again.")
