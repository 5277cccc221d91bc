"""How long a course takes, and its lessons."""

from __future__ import annotations

from generator.kinds.course.model import Course, Lesson


def total_minutes(course: Course) -> int:
    """Minutes of all lessons together."""
    return sum(lesson.minutes for lesson in course.lessons)


def known_minutes(lesson: Lesson) -> int:
    """Minutes of its activities, as far as they say how long they take."""
    return sum(activity.minutes or 0 for activity in lesson.activities)


def lesson_count(minutes: int, lesson: int) -> int:
    """How many lessons of so many minutes that comes to, to the nearest; at least 1. 0 where the hub counts none."""
    return max(1, (minutes + lesson // 2) // lesson) if lesson else 0
