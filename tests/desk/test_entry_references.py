"""A new id of an entry follows in what names it, and an entry that is taken out is named no more."""

from __future__ import annotations

from generator.desk.entry_references import with_references
from generator.desk.form_state import of_document, of_posted, with_ids
from generator.desk.form_view import shown_form
from generator.forms.fields import form_of
from generator.i18n.language import Language
from generator.kinds.course.model import Course

FORM = form_of(Course, lambda _: {"a": "A"}, Language("en"))
VALUE = {"goals": [{"id": "old", "text": "Read"}], "lessons": [{"title": "One", "goals": ["old", "strange"]}]}


def posted(goals: dict[str, str], ticked: list[str]) -> object:
    rows = {"goals#": ["", *dict.fromkeys(name.split(".")[1] for name in goals)], "lessons#": ["", "0"]}
    state = of_posted(FORM, rows | {name: [text] for name, text in goals.items()} | {"lessons.0.goals": ticked}, "en")
    lessons = with_references(FORM, with_ids(FORM, state)).fields["lessons"]
    assert isinstance(lessons, tuple)
    return lessons[0].said.fields["goals"]  # type: ignore[union-attr]  # a row of fields


def test_a_form_knows_entries_by_their_rows() -> None:
    shown = shown_form(FORM, of_document(FORM, VALUE), (), VALUE, Language("en"))  # type: ignore[arg-type]
    lesson = next(one for one in shown.fields if one.name == "lessons").rows[0].inside
    goals = next(one for one in lesson.fields if one.name == "lessons.0.goals")

    assert goals.options == (("@0", "Read"), ("strange", "strange"))
    assert goals.ticked == ("@0", "strange")


def test_a_new_id_follows_and_what_is_gone_is_named_no_more() -> None:
    assert posted({"goals.0.id": "new", "goals.0.text": "Read"}, ["@0", "strange"]) == ("new", "strange")
    assert posted({"goals.0.id": "", "goals.0.text": "Write well"}, ["@0"]) == ("write-well",)
    assert posted({"goals.new0.text": "Spell", "goals.new0.id": ""}, ["@new0", "@0"]) == ("spell",)


def test_an_id_is_asked_last_and_of_nobody() -> None:
    goals = next(one for one in FORM if one.name == "goals").shape
    fields = goals.each.fields  # type: ignore[union-attr]  # rows of fields

    assert (fields[-1].name, fields[-1].is_made, fields[-1].is_asked) == ("id", True, False)
    assert fields[0].name == "kind"
