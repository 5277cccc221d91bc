"""Writes a small hub that builds at once: the files of `starter/`, filled in with what the organisation answered.

`starter/both` is for all hubs; `starter/<language>/all` for those of a language, and `starter/<language>/<words>` for
those that use these words. In a file, `$name` stands for a value; in YAML, what people typed stands in quotation marks.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from string import Template

import yaml

from generator.authoring.generator_requirement import Program, program
from generator.authoring.json_schema import FOLDER
from generator.i18n.custom_nouns import as_nouns
from generator.i18n.language import NOUNS, Language
from generator.kinds import KINDS
from generator.model.vocabulary import VOCABULARIES
from generator.problems.problem import HubError

_STARTER = Path(__file__).parent / "starter"
_TEXTS = {".yml", ".md", ".txt", ".vtt", ""}
"""Suffixes of files with values to fill in; others are copied as they are."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What somebody who starts a hub is asked."""

    organisation: str
    language: str
    platform: str
    """What is rolled out."""
    words: str
    """One of `words_of(language)`."""


def languages() -> tuple[str, ...]:
    """The languages that a new hub can be in."""
    return tuple(sorted(folder.name for folder in _STARTER.iterdir() if folder.name != "both"))


def words_of(language: str) -> tuple[str, ...]:
    """The sets of words that a new hub in a language can begin with."""
    return tuple(sorted(folder.name for folder in (_STARTER / language).iterdir() if folder.name != "all"))


def new_hub(folder: Path, answers: Answers, *, today: date) -> Program:
    """Writes the hub and returns the program that it names. HubError when there is anything in the folder already."""
    _refuse_used(folder)
    used = program()
    values = _values(answers, today) | {"program": used.requirement}
    for place, source in _files(answers):
        file = folder / place
        file.parent.mkdir(parents=True, exist_ok=True)
        # "x": what somebody writes meanwhile is not overwritten either.
        with file.open("xb") as target:
            target.write(_filled(source, place, values))
    if used.wheel:
        with (folder / "program" / used.wheel.name).open("xb") as target:
            target.write(used.wheel.read_bytes())
    return used


def _refuse_used(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise HubError("{folder} is a file.", "Choose another name.", folder=folder)
    # A repository that somebody has just made holds this alone.
    if folder.is_dir() and any(name != ".git" for name in os.listdir(folder)):  # noqa: PTH208  # names are enough
        raise HubError("There are files in {folder} already.", "Choose a folder that is empty or new.", folder=folder)


def _files(answers: Answers) -> Iterator[tuple[Path, Path]]:
    """Where each file goes in the hub, and where it comes from."""
    for part in ("both", f"{answers.language}/all", f"{answers.language}/{answers.words}"):
        for source in sorted((_STARTER / part).rglob("*")):
            if source.is_file():
                yield source.relative_to(_STARTER / part), source


def _filled(source: Path, place: Path, values: Mapping[str, str]) -> bytes:
    if source.suffix not in _TEXTS:
        return source.read_bytes()
    is_yaml = source.suffix == ".yml"
    escaped = {
        name: json.dumps(value, ensure_ascii=False)[1:-1] if is_yaml else value for name, value in values.items()
    }
    text = Template(source.read_text("utf-8")).substitute(escaped)
    return (_modeline(place) + text).encode()


def _modeline(place: Path) -> str:
    """What tells editors the schema of a content file."""
    if place.suffix != ".yml" or place.parts[0] != "content":
        return ""
    names = {kind.folder: kind.name for kind in KINDS} | {
        "vocabulary": f"vocabulary-{place.stem if place.stem in VOCABULARIES else 'own'}"
    }
    return f"# yaml-language-server: $schema=../../{FOLDER}/{names[place.parent.name]}.json\n"


def _values(answers: Answers, today: date) -> dict[str, str]:
    """What is filled in. The dates are those of a hub that begins today."""
    year, week, _ = today.isocalendar()
    phase_end = today + timedelta(days=90)
    days = {
        "today": today, "meeting": _thursday(today + timedelta(days=14)), "due": today + timedelta(days=30),
        "phase_end": phase_end, "second_phase": phase_end + timedelta(days=1), "year_end": today + timedelta(days=365),
    }  # fmt: skip
    return {
        **{name: day.isoformat() for name, day in days.items()},
        "organisation": answers.organisation, "platform": answers.platform,
        "week": f"{year}-W{week:02}",
        "kinds": "\n".join(_kinds(_spoken(answers))),
    }  # fmt: skip


def _spoken(answers: Answers) -> Language:
    """The language of the hub, with the words that its settings begin with."""
    settings = (_STARTER / answers.language / answers.words / "site_config.yml").read_text("utf-8")
    words = yaml.safe_load(settings)["plugins"][0]["hub"].get("words", {})
    return Language(answers.language, as_nouns(words, NOUNS))


def _kinds(spoken: Language) -> Iterator[str]:
    """A line of the README for each kind that people write; weekly mails are collected by a command."""
    for kind in KINDS:
        if kind.name != "digest":
            yield f"| `hub new {kind.name}` | {spoken.gettext(kind.plural)} | `content/{kind.folder}/` |"


def _thursday(day: date) -> date:
    """That of the same week."""
    return day + timedelta(days=4 - day.isoweekday())
