"""The bar over a lesson: how its time is shared by its activities."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from generator.kinds.course.model import Lesson

_GAP = 0.006
"""Between two activities, as a share of the lesson."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """An activity on the bar, in minutes."""

    grouping: str
    x: int
    width: float


def timebar(lesson: Lesson) -> tuple[Stretch, ...]:
    """A stretch for each activity, in order."""
    begins = accumulate((activity.minutes for activity in lesson.activities), initial=0)
    return tuple(
        Stretch(activity.grouping, x, round(activity.minutes - lesson.minutes * _GAP, 2))
        for x, activity in zip(begins, lesson.activities, strict=False)
    )
