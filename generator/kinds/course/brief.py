"""What lists say of a course beside what they say of every item."""

from __future__ import annotations

from dataclasses import dataclass

from generator.kinds.course.exchange import fingerprint
from generator.kinds.course.model import Course, total_minutes
from generator.store.pickling import packed_as_called


@packed_as_called
@dataclass(frozen=True, slots=True)
class InBrief:
    """A course in the lists of courses."""

    lessons: int
    minutes: int
    school: str
    licence: str
    level: str | None
    version: str
    fingerprint: str
    experienced: tuple[str, ...]
    """The schools that tell how it went, once for each time."""
    goals: tuple[tuple[str, tuple[str, str, str]], ...]
    """The id of each goal that comes from a framework, and the framework, its version and its goal."""


def brief(course: Course) -> InBrief:
    return InBrief(
        lessons=len(course.lessons), minutes=total_minutes(course), school=course.author.school,
        licence=course.licence, level=course.level, version=course.version, fingerprint=fingerprint(course),
        experienced=tuple(one.school for one in course.experiences),
        goals=tuple(
            (goal.id, (goal.framework.id, goal.framework.version, goal.framework.goal))
            for goal in course.goals
            if goal.framework
        ),
    )  # fmt: skip
