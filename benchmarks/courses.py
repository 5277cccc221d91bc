"""Courses that differ as real ones do, so that pages by subject and the search index are of a real size.

One course of the hub gives the shape; subjects, grades, level and functions are drawn from the vocabularies, and a
share of the words from the words of all courses, as often as they stand there. The same number is always the same
course, on every machine and however many are made.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

Course = dict[str, Any]
Entry = Mapping[str, Any]

_SHAPE = "fagtekster-5-klasse.yml"
_SHARE = 0.3
"""How many of the longer words are replaced."""
_WORD = re.compile(r"\b[a-zæøå]{5,14}\b")
_PROSE = frozenset({
    "title", "summary", "keywords", "word", "explanation", "prior_knowledge", "misconception", "response", "note",
    "text", "signs", "preparation", "materials", "feedback", "self_evaluation", "differentiation",
})  # fmt: skip
"""Keys whose texts are read by people; the other texts are ids, which must stay."""
_FIRST_DAY = date(2025, 1, 1)


@dataclass(frozen=True, slots=True)
class Source:
    """What courses are drawn from."""

    shape: Course
    words: tuple[str, ...]
    """Every longer word of the courses, as often as it stands there."""
    vocabularies: Mapping[str, tuple[Entry, ...]]

    @staticmethod
    def of(content: Path) -> Source:
        courses = {path.name: yaml.safe_load(path.read_text("utf-8")) for path in sorted(content.glob("courses/*.yml"))}
        words = tuple(word for course in courses.values() for text in _prose(course) for word in _WORD.findall(text))
        vocabularies = {
            path.stem: tuple(yaml.safe_load(path.read_text("utf-8"))["entries"])
            for path in sorted(content.glob("vocabulary/*.yml"))
        }
        # What points to other items and files is left out: they are not in the hub that is measured.
        elsewhere = ("see_also", "based_on", "picture")
        shape = {key: value for key, value in courses[_SHAPE].items() if key not in elsewhere}
        return Source(shape, words, vocabularies)

    def name(self, vocabulary: str, id_: str) -> str:
        return next(str(entry["name"]) for entry in self.vocabularies[vocabulary] if entry["id"] == id_)

    def course(self, number: int) -> Course:
        """Course number `number`."""
        draw = random.Random(f"course {number}")
        course: Course = _varied(self.shape, self.words, draw)
        one, other = (word.capitalize() for word in draw.sample(self.words, 2))
        published = _FIRST_DAY + timedelta(days=draw.randrange(365))
        return course | self._facets(draw) | {
            "title": f"{one} og {other.lower()} {number}",
            "keywords": list(dict.fromkeys(draw.choices(self.words, k=6))),
            "published": published,
            "updated": published + timedelta(days=draw.randrange(180)),
            "author": {"school": self._id("schools", draw), "role": self._id("roles", draw)},
            "lessons": [self._lesson(lesson, draw) for lesson in course["lessons"]],
        }  # fmt: skip

    def _facets(self, draw: random.Random) -> Course:
        subject = draw.choice(self.vocabularies["subjects"])
        taught = _grades(subject) or [grade["id"] for grade in self.vocabularies["grades"]]
        start = draw.randrange(len(taught))
        grades = taught[start : start + draw.randint(1, 3)]
        # A second subject must be taught at the same grades.
        beside = [one["id"] for one in self.vocabularies["subjects"] if set(grades) <= set(_grades(one) or grades)]
        subjects = [subject["id"], draw.choice(beside)] if draw.random() < 0.3 else [subject["id"]]
        functions = [entry["id"] for entry in self.vocabularies["functions"]]
        return {
            "subjects": list(dict.fromkeys(subjects)),
            "grades": grades,
            "level": self._id("levels", draw),
            "functions": draw.sample(functions, draw.randint(2, 5)),
        }

    def _lesson(self, lesson: Course, draw: random.Random) -> Course:
        activities = [
            activity | {"function": self._id("functions", draw)} if "function" in activity else activity
            for activity in lesson["activities"]
        ]
        return lesson | {"activities": activities}

    def _id(self, vocabulary: str, draw: random.Random) -> str:
        return str(draw.choice(self.vocabularies[vocabulary])["id"])


def as_yaml(course: Course) -> str:
    """The course as a person would write it: long texts as blocks."""
    return yaml.dump(course, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100_000)


class _Dumper(yaml.CSafeDumper):
    pass


def _text(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


def _grades(subject: Entry) -> list[str]:
    return list(subject.get("grades", ()))


def _prose(value: object, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _prose(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from _prose(part, key)
    elif isinstance(value, str) and key in _PROSE:
        yield value


def _varied(value: Any, words: tuple[str, ...], draw: random.Random, key: str = "") -> Any:
    """The same shape with a share of the words of its prose drawn anew."""
    if isinstance(value, dict):
        return {name: _varied(part, words, draw, name) for name, part in value.items()}
    if isinstance(value, list):
        return [_varied(part, words, draw, key) for part in value]
    if isinstance(value, str) and key in _PROSE:
        return _WORD.sub(lambda found: draw.choice(words) if draw.random() < _SHARE else found[0], value)
    return value
