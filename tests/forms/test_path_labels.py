"""Places in a document are called as their form calls them."""

from __future__ import annotations

import pytest

from generator.forms.fields import form_of
from generator.forms.path_labels import as_key, named
from generator.i18n.language import Language
from generator.kinds import KINDS

WORDS = {"licences": {"CC0": "free"}, "grades": {"year-7": "Year 7"}}
FIELDS = {kind.name: form_of(kind.model, lambda name: WORDS.get(name, {}), Language("en")) for kind in KINDS}


@pytest.mark.parametrize(
    ("kind", "path", "name", "key"),
    [
        ("course", "title", "Title", "title"),
        (
            "course",
            "lessons.1.activities.0.title",
            "Session 2 · Activity 1 · Title",
            "lessons 2 · activities 1 · title",
        ),
        ("course", "goals.0.signs.2", "Goal 1 · Sign 3", "goals 1 · signs 3"),
        ("guide", "last_tested.date", "Last tested · Date", "last_tested · date"),
        ("guide", "no_such_key.0.colour", "No such key 1 · Colour", "no_such_key 1 · colour"),
    ],
)
def test_a_place_is_called_as_its_form_and_its_file_call_it(kind: str, path: str, name: str, key: str) -> None:
    assert named(FIELDS[kind], path, Language("en")).name == name
    assert as_key(path) == key


def test_what_stands_there_is_shown_as_the_form_shows_it() -> None:
    def said(kind: str, path: str, text: str) -> str:
        return named(FIELDS[kind], path, Language("en")).said(text, Language("en"))

    assert said("course", "grades.0", "year-7") == "Year 7"
    assert said("course", "grades.0", "year-8") == "year-8"
    assert said("guide", "last_tested.date", "2026-12-03") == "December 3, 2026"
    assert said("guide", "steps.0.quiz.choices.0.correct", "true") == "Yes"
    assert said("guide", "no_such_key", "as it is") == "as it is"
