"""What comes of one file that somebody handed in."""

from __future__ import annotations

from dataclasses import dataclass

from generator.problems.problem import Problem, has_errors


@dataclass(frozen=True, slots=True)
class Answer:
    """What comes of one file."""

    file: str
    """As it was named."""
    problems: tuple[Problem, ...]
    title: str = ""
    """Of the item; "" when it is not known whose the file is."""
    differences: tuple[str, ...] = ()
    """In sentences; none when there is nothing new in it, or something wrong."""
    target: str = ""
    """The content file that it is taken into, seen from the hub's root."""
    text: str | None = None
    """What the content file is to say; None when it stays as it is."""
    files: tuple[tuple[str, bytes], ...] = ()
    """New files beside it, by their paths from the hub's root."""
    sha256: str = ""
    """Of the content file as it was read; "" for one that is not there."""

    @property
    def passes(self) -> bool:
        return not has_errors(self.problems)
