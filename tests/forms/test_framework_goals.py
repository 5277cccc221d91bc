"""A goal of a framework is chosen by its text, and written as the mapping that it is."""

from __future__ import annotations

import pytest

from generator.content.yaml.parser import value_of
from generator.desk.document_edit import written
from generator.desk.form_state import of_document, of_posted
from generator.desk.form_view import shown_form
from generator.forms.fields import form_of
from generator.forms.framework_goals import goal_id, goals_of, mapping_of
from generator.i18n.language import Language
from generator.kinds.course.model import Course
from generator.model.catalog import Catalog
from generator.model.vocabulary import FrameworkEntry, FrameworkGoalEntry, SubjectEntry
from generator.render import environment
from generator.runtime.template_folders import program_templates

FRAMEWORKS = [
    FrameworkEntry(
        id="plan", name="Plan", version=version,
        goals=(
            FrameworkGoalEntry(id="read", text=f"I read ({version}).", subject="english", grades=("3", "4")),
            FrameworkGoalEntry(id="build", text="I build."),
        ),
    )
    for version in ("1", "2")
]  # fmt: skip
CATALOG = Catalog(
    items={},
    folders={},
    vocabularies={
        "frameworks": {f"{one.id}@{one.version}": one for one in FRAMEWORKS},
        "subjects": {"english": SubjectEntry(id="english", name="English")},
    },
)
FORM = form_of(Course, CATALOG.words, Language("en"), goals=goals_of(CATALOG))
TEXT = """\
goals:
  - {id: a, kind: subject, text: A.}   # ours
  - {id: b, kind: subject, text: B., framework: {goal: read, id: plan, version: "1"}}
"""


def after(posted: dict[str, list[str]]) -> str:
    raw, _ = value_of(TEXT, "")
    assert raw is not None
    rows = {"goals#": ["", "0", "1"], "goals.0.kind": ["subject"], "goals.0.text": ["A."], "goals.0.id": ["a"]}
    return written(TEXT, raw, FORM, of_posted(FORM, {**rows, **posted}, "en"))[0]


def test_what_is_chosen_is_written_as_a_mapping() -> None:
    text = after({"goals.0.framework": ["plan@2#build"]})

    assert "framework: {id: plan, version: 2, goal: build}" in text
    assert "# ours" in text


def test_what_stays_chosen_stays_as_it_is_written() -> None:
    assert after({"goals.1.framework": ["plan@1#read"], "goals.1.text": ["B."]}) == TEXT


@pytest.mark.parametrize("said", ["", "plan@1#read", "plan@2019@draft#1#read", "@#read"])
def test_what_a_form_sends_is_read_again(said: str) -> None:
    assert goal_id({**mapping_of(said)}) == said
    assert goal_id({"id": "plan", "extra": "x"}) is None
    assert goal_id({"id": ["plan"]}) is None


def test_people_read_texts_and_names_never_ids() -> None:
    raw, _ = value_of(TEXT, "")
    assert raw is not None
    shown = shown_form(FORM, of_document(FORM, raw), (), raw, Language("en")).fields
    fields = environment((program_templates(),), Language("en"), ()).get_template("_parts/fields.html")
    goals = next(one for one in shown if one.name == "goals")
    second = next(one for one in goals.rows[1].inside.fields if one.name == "goals.1.framework")
    html = str(fields.make_module({"view": None}).field(second))  # type: ignore[attr-defined]  # a macro

    assert '<optgroup label="Plan 1 · English" data-framework="Plan 1" data-subject="english">' in html
    assert '<option value="plan@1#read" data-grades="3 4" selected>I read (1).</option>' in html
    assert '<optgroup label="Plan 2" data-framework="Plan 2" data-subject="">' in html
    assert html.count("<option>Plan ") == 2
