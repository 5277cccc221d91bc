"""Other documents are named by their titles in a form, and by their ids in its file."""

from __future__ import annotations

import pytest

from generator.desk.form_state import State, of_document
from generator.desk.form_view import shown_form
from generator.desk.item_titles import titles_of, with_ids_of_titles
from generator.forms.fields import form_of
from generator.i18n.language import Language
from generator.kinds.course.model import Course

TITLES = titles_of(
    {
        "course": [("rivers", "Rivers  on maps"), ("a", "Twins"), ("b", "twins"), ("c", "C# for all")],
        "*": [("guide:log-in", "Guide: Log in"), ("course:rivers", "Course: Rivers on maps")],
    }
)
FORM = form_of(Course, lambda _: {"a": "A"}, Language("en"))


@pytest.mark.parametrize(
    ("kind", "said", "title"),
    [
        ("course", "rivers", "Rivers on maps"),
        ("*", "guide:log-in", "Guide: Log in"),
        ("*", "guide:log-in#step-2", "Guide: Log in#step-2"),
        ("course", "a", "Twins [a]"),
        ("course", "b", "twins [b]"),
        ("course", "c", "C# for all"),
        ("course", "gone", "gone"),
        ("video", "rivers", "rivers"),
    ],
)
def test_a_title_is_shown_and_read_as_the_id(kind: str, said: str, title: str) -> None:
    assert TITLES.title(kind, said) == title
    assert TITLES.said(kind, title) == said


def test_a_title_is_read_however_it_is_written() -> None:
    assert TITLES.said("course", " RIVERS on maps ") == "rivers"
    assert TITLES.said("course", "Rivers") == "Rivers"


def test_a_form_shows_titles_and_its_file_gets_ids() -> None:
    value = {"based_on": {"course": "rivers"}, "see_also": ["guide:log-in#step-2", "guide:gone"]}
    state = of_document(FORM, value)  # type: ignore[arg-type]  # texts, lists and mappings
    shown = {one.name: one for one in shown_form(FORM, state, (), {}, Language("en"), titles=TITLES).fields}
    named = [row.inside.value for row in shown["see_also"].rows]

    assert named == ["Guide: Log in#step-2", "guide:gone"]
    assert next(one.value for one in shown["based_on"].fields if one.field.name == "course") == "Rivers on maps"
    by_titles = of_document(FORM, {"based_on": {"course": "Rivers on maps"}, "see_also": [*named]})
    assert with_ids_of_titles(FORM, by_titles, TITLES) == state
    assert with_ids_of_titles(FORM, State(), TITLES) == State()
