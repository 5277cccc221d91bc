"""The bar over a lesson: how its time is shared by its activities, where all of them say how long they take."""

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
    """`unsaid` where the activity does not say it."""
    x: int
    width: float


def timebar(lesson: Lesson) -> tuple[Stretch, ...]:
    """A stretch for each activity, in order; none where it is not known how long one takes."""
    lengths = [activity.minutes for activity in lesson.activities if activity.minutes]
    if len(lengths) < len(lesson.activities):
        return ()
    begins = accumulate(lengths, initial=0)
    return tuple(
        Stretch(activity.grouping or "unsaid", x, round(minutes - lesson.minutes * _GAP, 2))
        for x, minutes, activity in zip(begins, lengths, lesson.activities, strict=False)
    )
