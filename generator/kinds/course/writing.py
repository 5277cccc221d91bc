"""What visitors write: how a course went at their place, and a course of their own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from generator.i18n.language import mark
from generator.model.catalog import YamlValue
from generator.model.writing import Writing

Entry = dict[str, YamlValue]

EXPERIENCE = Writing(
    name="experience",
    title=mark("Tell how a course went"),
    lead=mark("What worked, and what would you do otherwise? A few sentences help the next one who uses the course."),
    list="experiences",
    asks=("school", "date", "text"),
)


def _completed(now: Mapping[str, YamlValue], _: date) -> Mapping[str, YamlValue]:
    """It is the first version."""
    goals, lessons = now.get("goals"), now.get("lessons")
    return {
        "version": "1.0",
        "goals": [_in_own_words(one) for one in goals] if isinstance(goals, list) else None,
        "lessons": [_with_minutes(one) for one in lessons] if isinstance(lessons, list) else None,
    }


def _in_own_words(goal: YamlValue) -> YamlValue:
    """A goal of a subject that names no framework is in the writer's own words."""
    if isinstance(goal, dict) and goal.get("kind") == "subject" and "framework" not in goal:
        return {**goal, "own_wording": "true"}
    return goal


def _with_minutes(lesson: YamlValue) -> YamlValue:
    """A lesson lasts as long as its activities together, where all of them say how long."""
    activities = lesson.get("activities") if isinstance(lesson, dict) else None
    if not isinstance(lesson, dict) or not isinstance(activities, list):
        return lesson
    minutes = [str(one.get("minutes") if isinstance(one, dict) else "") for one in activities]
    if not all(text.isascii() and text.isdigit() and len(text) < 5 for text in minutes):
        return lesson
    rest = {name: value for name, value in lesson.items() if name not in ("title", "minutes")}
    return {"title": lesson.get("title"), "minutes": f"{sum(map(int, minutes))}", **rest}


OWN = Writing(
    name="course",
    title=mark("Share a course of your own"),
    lead=mark("A course that colleagues can use as it is: whom it is for, what is learnt, and what happens each time."),
    asks=(
        "title", "summary", "subjects", "grades", "author", "licence", "picture",
        "goals.kind", "goals.text", "goals.signs",
        "lessons.title", "lessons.goals", "lessons.preparation", "lessons.activities.title",
        "lessons.activities.minutes",
        "lessons.activities.grouping", "lessons.activities.text", "lessons.activities.materials",
        "lessons.activities.function", "lessons.activities.pictures", "lessons.homework", "evaluation", "level",
        "functions", "weeks", "prior_knowledge",
        "materials.title", "materials.file", "materials.url", "materials.licence", "materials.note",
        "concepts", "misconceptions", "feedback", "differentiation",
    ),
    completed=_completed,
)  # fmt: skip
