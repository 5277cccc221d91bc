"""A form changes what was changed in it, and nothing else: comments, order and layout of the file stay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.check import said
from generator.content.yaml.parser import value_of
from generator.content.yaml.writer import Value
from generator.desk.document_edit import written
from generator.desk.form_state import Row, Said, State, changed, of_document, of_posted, with_ids
from generator.desk.form_view import shown_form
from generator.forms.fields import Field, Group, Line, Own, Rows, Ticks, Words, form_of
from generator.i18n.language import Language
from generator.kinds.course.model import Course
from generator.kinds.event.model import Event
from tests.hub import ENGLISH_HUB

FORM = form_of(Course, lambda _: {}, Language("en"))
TEXT = """\
# What a colleague should know
title: Floden   # as it is said
status: draft
grades: ["4", "5"]
goals:
  # the first goal
  - id: read
    kind: subject
    text: I can read.   # in their words
    signs:
      - reads aloud
      - |
        tells
        it again
  # the second goal
  - {id: tell, kind: all-round, text: I can tell., signs: [tells]}
lessons:
  - title: One
    minutes: 45
    goals: [read]
    activities:
      - {title: A, minutes: 45, grouping: whole, text: All.}
extra: kept
version: "1.0"
"""
COMMENTS = [line[line.index("#") :].strip() for line in TEXT.splitlines() if "#" in line]


def value(text: str) -> dict[str, Value]:
    found, problems = value_of(text, "")
    assert found is not None, problems
    return found


def posted(fields: Sequence[Field], state: State, at: str = "") -> Iterator[tuple[str, str]]:
    """What a browser sends of a form that shows a state."""
    for one in fields:
        if one.name in state.fields:
            yield from _posted(one, state.fields[one.name], f"{at}{one.name}")


def _posted(one: Field, said: Said, name: str) -> Iterator[tuple[str, str]]:
    shape = one.shape
    if isinstance(shape, Group) and isinstance(said, State):
        yield from posted(shape.fields, said, f"{name}.")
    elif isinstance(shape, Rows) and isinstance(said, tuple):
        yield f"{name}#", ""
        for row in said:
            assert isinstance(row, Row)
            yield f"{name}#", row.token
            yield from _posted(Field("", "", "", True, shape.each), row.said, f"{name}.{row.token}")
    elif isinstance(said, tuple):
        yield name, ""
        yield from ((name, str(one)) for one in said)
    elif isinstance(said, str):
        yield name, said.replace("\n", "\r\n")


def sent(state: State) -> State:
    """The state as it comes back from a browser."""
    pairs: dict[str, list[str]] = {}
    for name, text in posted(FORM, state):
        pairs.setdefault(name, []).append(text)
    return of_posted(FORM, pairs, "en")


def edited(text: str, *acts: str, **fields: str) -> str:
    state = sent(of_document(FORM, value(text)))
    for act in acts:
        state = sent(changed(FORM, state, *act.split(" ")))
    return written(text, value(text), FORM, State({**state.fields, **fields}))[0]


@pytest.mark.parametrize("file", sorted((ENGLISH_HUB / "content/courses").glob("*.yml")), ids=lambda file: file.stem)
def test_a_form_that_nobody_changes_changes_no_byte(file: object) -> None:
    text = file.read_text("utf-8")  # type: ignore[attr-defined]

    assert edited(text) == text
    assert edited(TEXT) == TEXT


def test_one_field_is_one_line() -> None:
    now = edited(TEXT, title="Åen: nu")

    assert now == TEXT.replace("Floden   #", '"Åen: nu"   #')


def test_a_row_keeps_its_comments_when_it_is_moved_and_changed_at_once() -> None:
    state = changed(FORM, of_document(FORM, value(TEXT)), "down", "goals.0")
    goals = state.fields["goals"]
    assert isinstance(goals, tuple)
    last = goals[1]
    assert isinstance(last, Row)
    assert isinstance(last.said, State)
    new = Row(last.token, State({**last.said.fields, "text": "I can."}))
    now, _ = written(TEXT, value(TEXT), FORM, State({**state.fields, "goals": (goals[0], new)}))

    assert "    text: I can.   # in their words\n" in now
    assert [goal["id"] for goal in value(now)["goals"]] == ["tell", "read"]
    assert [comment for comment in COMMENTS if comment not in now] == []


def test_a_new_field_stands_after_the_one_before_it_in_the_form() -> None:
    assert "title: Floden   # as it is said\nsummary: Vand.\nstatus: draft\n" in edited(TEXT, summary="Vand.")


def test_what_a_form_does_not_show_stays() -> None:
    odd = TEXT.replace('grades: ["4", "5"]', "grades: {a: b}")

    assert "grades" not in of_document(FORM, value(odd)).fields
    assert edited(odd, title="Åen") == odd.replace("title: Floden", "title: Åen")


def test_an_empty_field_that_stays_empty_is_left_as_it_was_begun() -> None:
    begun = "title: A\n# The goals\ngoals:\n  - id:\n    text:\nlicence:\n"

    assert edited(begun) == begun


def test_a_new_row_gets_an_id_of_what_it_says() -> None:
    state = changed(FORM, of_document(FORM, value(TEXT)), "add", "goals")
    goals = state.fields["goals"]
    assert isinstance(goals, tuple)
    new = Row("new0", State({"text": "Jeg kan læse", "id": "", "signs": ()}))
    filled = with_ids(FORM, State({**state.fields, "goals": (*goals[:-1], new)}))
    _, wanted = written(TEXT, value(TEXT), FORM, filled)

    assert wanted["goals"][-1]["id"] == "jeg-kan-laese"


EVENT = form_of(Event, lambda _: {"a": "A"}, Language("da"))


def new_time(*entry: tuple[str, str]) -> dict[str, Said]:
    """A new time of an event as a browser sends it, with its id where it can have one."""
    pairs = {"occasions#": ["", "new0"], **{f"occasions.new0.{name}": [text] for name, text in entry}}
    occasions = with_ids(EVENT, of_posted(EVENT, pairs, "da")).fields["occasions"]
    assert isinstance(occasions, tuple)
    assert isinstance(occasions[0], Row)
    assert isinstance(occasions[0].said, State)
    return occasions[0].said.fields


@pytest.mark.parametrize(
    ("entry", "id_"),
    [
        ([("start", "torsdag i næste uge"), ("id", "")], ""),
        ([("start", "3.12.2026 14.30"), ("id", "")], "2026-12-03-14-30"),
        # What the program made is made anew; what somebody has written stays.
        ([("start", "4.12.2026 14.30"), ("id", "2026-12-03-14-30"), ("id=", "2026-12-03-14-30")], "2026-12-04-14-30"),
        ([("start", "snart"), ("id", "2026-12-03-14-30"), ("id=", "2026-12-03-14-30")], ""),
        ([("start", "4.12.2026 14.30"), ("id", "julecafe"), ("id=", "2026-12-03-14-30")], "julecafe"),
        ([("start", "4.12.2026 14.30"), ("id", "julecafe"), ("id=", "")], "julecafe"),
    ],
)
def test_a_short_name_is_made_of_what_can_be_understood_and_follows_it(entry: list[tuple[str, str]], id_: str) -> None:
    assert new_time(*entry)["id"] == id_


@pytest.mark.parametrize(
    ("id_", "is_new", "made"),
    [
        ("2026-12-03-14-30", True, "2026-12-03-14-30"),
        ("2026-12-03-14-30", False, ""),
        ("julecafe", True, ""),
    ],
)
def test_a_short_name_follows_until_the_document_is_published(id_: str, is_new: bool, made: str) -> None:
    value = {"occasions": [{"id": id_, "start": "2026-12-03 14:30"}]}
    shown = shown_form(EVENT, of_document(EVENT, value), (), value, Language("da"), is_new=is_new)  # type: ignore[arg-type]
    inside = next(one for one in shown.fields if one.name == "occasions").rows[0].inside

    assert [one.made for one in inside.fields if one.field.name == "id"] == [made]


def test_signs_that_nobody_sees_are_left_out() -> None:
    found = of_posted(FORM, {"title": ["A\u200bb\x07"]}, "en")

    assert found.fields["title"] == "Ab"


# Any sequence of edits

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp")), max_size=30)


@st.composite
def edits(draw: st.DrawFn) -> list[tuple[str, str]]:
    acts = st.sampled_from(["add", "remove", "up", "down", "say", "say", "tick"])
    return [(draw(acts), draw(WORDS)) for _ in range(draw(st.integers(1, 8)))]


def _lists(fields: Sequence[Field], state: State, at: str = "") -> Iterator[tuple[str, tuple[Row, ...]]]:
    for one in fields:
        found = state.fields.get(one.name)
        if isinstance(one.shape, Group) and isinstance(found, State):
            yield from _lists(one.shape.fields, found, f"{at}{one.name}.")
        elif isinstance(one.shape, Rows) and isinstance(found, tuple):
            rows = tuple(row for row in found if isinstance(row, Row))
            yield f"{at}{one.name}", rows
            for row in rows:
                if isinstance(one.shape.each, Group) and isinstance(row.said, State):
                    yield from _lists(one.shape.each.fields, row.said, f"{at}{one.name}.{row.token}.")


def _filled(fields: Sequence[Field], state: State, number: int, text: str) -> tuple[State, int]:
    """The state with another text at the field of that number, counted depth first."""
    found: dict[str, Said] = {}
    for one in fields:
        if one.name in state.fields:
            found[one.name], number = _fill(one.shape, state.fields[one.name], number, text)
    return State(found), number


def _fill(shape: object, said: Said, number: int, text: str) -> tuple[Said, int]:
    if isinstance(shape, Group) and isinstance(said, State):
        return _filled(shape.fields, said, number, text)
    if isinstance(shape, Rows) and isinstance(said, tuple):
        rows = []
        for row in said:
            assert isinstance(row, Row)
            inner, number = _fill(shape.each, row.said, number, text)
            rows.append(Row(row.token, inner))
        return tuple(rows), number
    if isinstance(shape, Ticks | Own) and isinstance(said, tuple):
        return ((*said, text) if number == 0 and text.strip() and text not in said else said), number - 1
    return (text if number == 0 and isinstance(shape, Line | Words) else said), number - 1


@given(edits(), st.randoms())
@settings(max_examples=40)
def test_any_sequence_of_edits_gives_what_the_form_says_and_keeps_comments(
    acts: list[tuple[str, str]], random: object
) -> None:
    choose = random.choice  # type: ignore[attr-defined]
    state, removed = of_document(FORM, value(TEXT)), False
    for act, text in acts:
        if act in ("say", "tick"):
            state, _ = _filled(FORM, state, choose(range(60)), text)
            removed = removed or not text.strip()  # a field that is emptied goes, and what was said beside it
            continue
        name, rows = choose(list(_lists(FORM, state)))
        if act == "add":
            state = changed(FORM, state, "add", name)
        elif rows:
            removed = removed or act == "remove"
            state = changed(FORM, state, act, f"{name}.{choose(rows).token}")
    state = sent(state)
    now, wanted = written(TEXT, value(TEXT), FORM, state)

    assert value(now) == wanted
    assert bare(of_document(FORM, wanted)) == bare(state)
    assert wanted["extra"] == "kept"
    assert written(now, wanted, FORM, sent(of_document(FORM, wanted)))[0] == now
    assert removed or [comment for comment in COMMENTS if comment not in now] == []


def bare(said: object) -> object:
    """What a state says, without tokens and without what is empty."""
    if isinstance(said, State):
        return {name: part for name, one in said.fields.items() if (part := bare(one))}
    if isinstance(said, tuple):
        parts = [bare(one.said) if isinstance(one, Row) else one for one in said]
        return [part for part in parts if part]
    return said if str(said).strip() else ""


def test_the_whole_value_is_what_the_model_reads() -> None:
    file = ENGLISH_HUB / "content/courses/rivers.yml"
    text = edited(file.read_text("utf-8"), "add lessons", title="The brook")

    assert Course.model_validate(said(value(text))).title == "The brook"
