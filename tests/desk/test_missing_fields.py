"""A form shows and counts what something published needs, also where rules ask for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from generator.desk.checking import Found
from generator.desk.form_state import State, of_document
from generator.desk.form_view import shown_form
from generator.desk.missing_fields import lacks
from generator.forms.field_view import Shown
from generator.forms.fields import Field, FrameworkGoal, Group, Rows, form_of
from generator.i18n.language import Language
from generator.kinds import KINDS
from generator.kinds.case.model import Case
from generator.kinds.course.model import Course
from generator.kinds.event.model import Event
from generator.kinds.guide.model import Guide
from generator.kinds.news.model import News
from generator.kinds.school.model import School
from generator.kinds.video.model import Video
from generator.model.fields import Expected, Published
from generator.model.kind import Kind
from generator.problems.problem import Problem, Severity, Span
from generator.problems.report import in_words
from generator.problems.rules import RULES
from generator.render import environment
from generator.runtime.template_folders import program_templates

DANISH = Language("da")
GOALS = (FrameworkGoal("Fælles Mål 2023", ("", ""), (), "a@1#b", "Jeg læser."),)


def form(model: type[Published]) -> tuple[Field, ...]:
    return form_of(model, lambda _: {"a": "A"}, DANISH, goals=GOALS)


def lacking(model: type[Published], value: dict[str, object]) -> list[str]:
    state = of_document(form(model), value)  # type: ignore[arg-type]  # texts, lists and mappings
    return [".".join(map(str, one.path)) for one in lacks(form(model), state)]


def every(fields: tuple[Field, ...]) -> Iterator[Field]:
    for one in fields:
        yield one
        inner = one.shape.each if isinstance(one.shape, Rows) else one.shape
        yield from every(inner.fields) if isinstance(inner, Group) else ()


def test_what_rules_ask_for_is_shown_at_once() -> None:
    course = {one.name: one for one in every(form(Course))}
    event = {one.name: one for one in form(Event)}
    times = {one.name: one for one in every((event["occasions"],))}

    assert all(course[name].is_required for name in ("subjects", "grades", "signs", "self_evaluation"))
    assert course["framework"].is_asked
    assert course["own_wording"].is_asked
    assert (event["place"].is_asked, event["place"].is_required) == (True, False)
    assert (times["minutes"].other, times["end"].other) == ("Slutter", "Minutter")


def test_one_of_two_is_enough() -> None:
    time = {"id": "a", "start": "2026-12-03 14:30"}
    asked = {"occasions.0.minutes", "place"}

    assert asked <= set(lacking(Event, {"occasions": [time]}))
    assert not asked & set(lacking(Event, {"occasions": [time | {"end": "2026-12-03 15:30", "place": {"name": "A"}}]}))
    assert "place" in lacking(Event, {"occasions": [time | {"place": {"name": "A"}}, time]})
    assert "place" not in lacking(Event, {"occasions": [time], "place": {"name": "A"}})
    assert lacking(Event, {"signup": {"by": "2026-12-03"}}).count("signup.url") == 1


def test_what_only_some_need_is_asked_of_those() -> None:
    goals = [
        {"id": "a", "kind": "subject"},
        {"id": "b", "kind": "all-round"},
        {"kind": "subject", "own_wording": "true"},
    ]

    assert [one for one in lacking(Course, {"goals": goals}) if "framework" in one] == ["goals.0.framework"]


@pytest.mark.parametrize(
    ("model", "value", "lacks"),
    [
        (Course, {"materials": [{"file": "a.pdf"}, {}]}, "materials.0.licence"),
        (Case, {"state": "workaround"}, "workaround"),
        (Case, {"state": "decided"}, "decision"),
        (Case, {"state": "solved"}, "solved"),
        (Case, {"state": "solved", "solved": {"version": "2"}}, "solved.date"),
        (Guide, {"steps": [{"completion": "do"}, {"completion": "quiz"}]}, "steps.1.quiz"),
        (Guide, {"steps": [{"image": {"alt": "A list"}}]}, "steps.0.image.file"),
        (Event, {"occasions": [{"id": "a", "state": "cancelled", "end": "15:00"}]}, "occasions.0.changes"),
        (School, {"plans": [{"changes": [{"state": "dropped"}]}]}, "plans.0.changes.0.reason"),
        (Video, {"audio_description": {"kind": "exempt"}}, "audio_description.until"),
    ],
)
def test_what_a_choice_asks_for_is_asked_of_it_alone(
    model: type[Published], value: dict[str, object], lacks: str
) -> None:
    everywhere = {one for state in ("open", "planned", "closed") for one in lacking(model, {"state": state})}

    assert lacks in {*lacking(model, value)} - everywhere


def test_what_is_needed_by_a_choice_is_shown_at_once() -> None:
    fields = form(Case)

    def shown(state: str) -> list[str]:
        value: dict[str, object] = {"status": "draft", "state": state}
        found = shown_form(fields, of_document(fields, value), (), value, DANISH)  # type: ignore[arg-type]
        return [one.name for one in found.fields if one.field.expected and one.is_asked]

    assert (shown("open"), shown("decided"), shown("solved")) == ([], ["decision"], ["solved"])


def rendered(shown: tuple[Shown, ...]) -> str:
    template = '{% import "_parts/fields.html" as form with context %}{{ form.parts(fields) }}'
    return environment((program_templates(),), DANISH).from_string(template).render(fields=shown, view={"focus": ""})


def test_what_must_be_filled_in_says_so_in_its_name_and_nothing_else_says_anything() -> None:
    value: dict[str, object] = {
        "status": "draft", "summary": "A",
        "materials": [{"title": "Map", "file": "a.pdf"}, {"title": "Pen", "note": "B"}],
        "goals": [{"id": "a", "kind": "subject"}, {"id": "b", "kind": "all-round"}],
    }  # fmt: skip
    shown = shown_form(form(Course), of_document(form(Course), value), (), value, DANISH).fields  # type: ignore[arg-type]
    names = dict(
        re.findall(r'<(?:label for="|fieldset[^>]* id=")(f-[^"]+)"[^>]*>(?:<legend>)?(.*?)</', rendered(shown))
    )
    said = {
        id_: re.sub(r"<[^>]*hidden>.*", "", name).partition("<span")[2].partition(">")[2] for id_, name in names.items()
    }

    assert {said[f"f-{name}"] for name in ("title", "lessons", "author", "author-role", "goals-0-text")} == {
        "(skal udfyldes)"
    }
    assert {said[f"f-{name}"] for name in ("level", "feedback", "materials-0-note", "see_also", "published")} == {""}
    assert (said["f-materials-0-licence"], said["f-materials-1-licence"]) == ("(skal udfyldes)", "")
    assert said["f-goals-0-framework"] == "(udfyld denne eller »Afdelingens egen formulering«)"
    assert said["f-goals-1-framework"] == ""


def test_what_is_filled_in_stays_where_it_was_until_the_form_is_opened_again() -> None:
    fields = form(Course)
    first: dict[str, object] = {"status": "draft", "title": "A", "feedback": "B", "lessons": [{"title": "C"}]}
    now = {**first, "level": "a", "picture": {"alt": "D"}, "materials": [{"title": "Map"}]}
    now["lessons"] = [{"title": "C", "homework": "E"}]

    def folded(opened: dict[str, object]) -> list[str]:
        before = of_document(fields, opened)  # type: ignore[arg-type]  # texts, lists and mappings
        state = of_document(fields, now)  # type: ignore[arg-type]  # the same
        shown = shown_form(fields, state, (), now, DANISH, opened=before)  # type: ignore[arg-type]  # the same
        lessons = next(one for one in shown.fields if one.name == "lessons")
        all_ = (*shown.fields, *lessons.rows[0].inside.fields)
        html = rendered(shown.fields)
        assert html.count('class="hub-form-more" open') == len(
            {"level", "homework"} & {one.field.name for one in all_ if not one.is_shown}
        )
        return [one.field.name for one in all_ if one.is_filled and not one.is_shown]

    assert sorted(folded(first)) == ["homework", "level", "materials", "picture"]
    assert folded(now) == []


def test_an_id_that_the_program_made_unfolds_nothing() -> None:
    value: dict[str, object] = {
        "status": "draft",
        "occasions": [{"id": "2026-12-03-14-30", "start": "2026-12-03 14:30"}],
    }
    state = of_document(form(Event), value)  # type: ignore[arg-type]  # texts, lists and mappings
    shown = shown_form(form(Event), state, (), value, DANISH, is_new=True, opened=State())  # type: ignore[arg-type]

    assert 'class="hub-form-more" open' not in rendered(tuple(one for one in shown.fields if one.name == "occasions"))


def test_a_draft_counts_each_field_that_is_empty() -> None:
    value = {"status": "draft", "title": "A", "goals": [{"id": "a", "kind": "all-round"}]}
    state = of_document(form(Course), value)  # type: ignore[arg-type]  # texts, lists and mappings
    shown = shown_form(form(Course), state, (), value, DANISH)  # type: ignore[arg-type]

    assert shown.missing == len(lacking(Course, value)) > 8  # type: ignore[arg-type]
    assert shown.summary == ()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_is_expected_names_a_rule_and_fields_that_there_are(kind: Kind) -> None:
    for fields in groups(form(kind.model)):
        names = {one.name for one in fields}
        marks = [one.expected for one in fields if isinstance(one.expected, Expected)]
        assert all(mark.rule in RULES for mark in marks)
        assert all(mark.instead.partition(".")[0] in names for mark in marks if mark.instead)
        assert all(mark.when[0] in names for mark in marks if mark.when)


def groups(fields: tuple[Field, ...]) -> Iterator[tuple[Field, ...]]:
    yield fields
    for one in fields:
        inner = one.shape.each if isinstance(one.shape, Rows) else one.shape
        yield from groups(inner.fields) if isinstance(inner, Group) else ()


def test_nothing_is_lacking_where_nothing_is_asked() -> None:
    assert list(lacks((), State())) == []


def test_a_form_calls_fields_by_their_labels_where_files_have_keys() -> None:
    value: dict[str, object] = {"status": "published", "signup": {"url": "https://example.org", "mailbox": "a@b.dk"}}
    state = of_document(form(Event), value)  # type: ignore[arg-type]  # texts, lists and mappings
    rule = next(one for kind in KINDS for one in kind.problems if one.code == "signup-one")
    problem = Problem(rule, Span(""))
    told = shown_form(form(Event), state, [Found(("signup",), problem)], value, DANISH).summary  # type: ignore[arg-type]
    own = [one.told for one in told if "ét sted" in one.told.text]

    assert [(one.text, one.hint) for one in own] == [
        (
            "»Tilmelding« skal sige ét sted, hvor man tilmelder sig.",
            "Skriv »Adresse på nettet« eller »Fælles postkasse«, ikke begge.",
        )
    ]
    assert in_words(problem, DANISH)[1] == "Skriv url eller mailbox, ikke begge."


def test_a_line_of_the_summary_leads_to_what_can_have_the_focus() -> None:
    fields = form(Course)
    value: dict[str, object] = {
        "status": "draft", "goals": [{"id": "a", "signs": ["b"]}], "materials": [{"title": "Map", "file": "a.pdf"}],
    }  # fmt: skip
    state = of_document(fields, value)  # type: ignore[arg-type]  # texts, lists and mappings
    rules = {one.code: one for kind in KINDS for one in kind.problems}
    problem = Problem(rules["material-two-places"], Span(""), {"title": "Map"})
    inner: list[tuple[str | int, ...]] = [
        ("goals", 0), ("goals", 0, "signs", 0), ("evaluation", "text"), ("materials", 0), ("materials", 0, "licence"),
    ]  # fmt: skip
    found = [Found(path, problem) for path in (*((one.name,) for one in fields), *inner)]
    shown = shown_form(fields, state, found, value, DANISH)  # type: ignore[arg-type]
    template = '{% import "_parts/fields.html" as form with context %}{{ form.parts(fields) }}'
    jinja = environment((program_templates(),), DANISH)
    body = jinja.from_string(template).render(fields=shown.fields, view={"focus": ""})
    tags = {id_: tag for tag, id_ in re.findall(r'(<\w+[^>]*? id="(f-[^"]+)"[^>]*>)', body)}
    led = {one.id for one in shown.summary}

    assert {"f-materials-0", "f-materials-0-licence", "f-goals-0-signs-0", "f-evaluation"} <= led
    assert [id_ for id_ in led if not re.match(r'<(input|select|textarea)\b|.* tabindex="-1"', tags[id_])] == []


def test_an_entry_is_called_by_what_it_says_or_by_its_day() -> None:
    held = [{"id": "x-3-12", "start": "2026-12-03 14:30"}, {"id": "y", "start": "soon"}]
    value: dict[str, object] = {"occasions": held}
    shown = shown_form(form(Event), of_document(form(Event), value), (), value, DANISH)  # type: ignore[arg-type]
    times = next(one for one in shown.fields if one.name == "occasions")

    assert [row.title for row in times.rows] == ["3. december 2026 kl. 14.30", ""]


def test_a_message_says_days_as_the_form_shows_them() -> None:
    rules = {one.code: one for kind in KINDS for one in kind.problems}
    values = {"date": "2026-12-03", "updated": "2026-11-28"}
    found = [Found(("date",), Problem(rules["news-ahead"], Span(""), values))]
    shown = shown_form(form(News), of_document(form(News), {}), found, {"status": "published"}, DANISH)

    assert [one.told.text for one in shown.faults if one.id == "f-date"] == [
        "Nyheden er fra 3. december 2026 og er sidst opdateret 28. november 2026."
    ]


def test_an_id_is_not_missed_while_what_it_is_made_of_is_wrong() -> None:
    value: dict[str, object] = {"status": "published", "place": {"name": "A"}, "occasions": [{"start": "soon"}]}
    missing = Problem(RULES["field-missing"], Span(""), {"field": "id", "purpose": ""})
    wrong = Problem(RULES["value-local-time"], Span(""), {"value": "soon"})
    found = [Found(("occasions", 0, "id"), missing), Found(("occasions", 0, "start"), wrong)]
    state = of_document(form(Event), value)  # type: ignore[arg-type]  # texts, lists and mappings

    def ids(found: list[Found]) -> list[str]:
        return [one.id for one in shown_form(form(Event), state, found, value, DANISH).faults]  # type: ignore[arg-type]

    assert "f-occasions-0-id" not in ids(found)
    assert "f-occasions-0-id" in ids(found[:1])


def test_what_is_to_be_published_lacks_each_field_once_and_at_the_field() -> None:
    value: dict[str, object] = {"status": "published", "occasions": [{"id": "a", "start": "2026-12-03 14:30"}]}
    state = of_document(form(Event), value)  # type: ignore[arg-type]  # texts, lists and mappings
    rules = {one.code: one for kind in KINDS for one in kind.problems}
    found = [
        Found(("occasions", 0, "id"), Problem(rules["place-missing"], Span(""), {"occasion": "a"})),
        Found(("occasions", 0, "start"), Problem(rules["occasion-length"], Span(""), {"occasion": "a"})),
    ]
    shown = shown_form(form(Event), state, found, value, DANISH)  # type: ignore[arg-type]

    assert [(one.id, one.label, one.told.text) for one in shown.faults] == [
        ("f-place", "", "»Sted« eller »Tidspunkter: Sted« mangler."),
        ("f-occasions-0-minutes", "Tidspunkt 1", "»Minutter« eller »Slutter« mangler."),
    ]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_whatever_is_missing_can_be_told(kind: Kind) -> None:
    fields, value = form(kind.model), {"status": "published"}
    state = of_document(fields, value)  # type: ignore[arg-type]  # texts, lists and mappings
    found = [one.found(Severity.ERROR) for one in lacks(fields, state)]
    told = shown_form(fields, state, found, value, DANISH)  # type: ignore[arg-type]

    assert len(told.faults) == len(found) > 2
    assert {one.told.hint for one in told.faults} == {""}


def test_a_field_of_earlier_files_is_shown_only_where_it_says_something() -> None:
    def asked(activity: dict[str, object]) -> set[str]:
        value: dict[str, object] = {"status": "draft", "lessons": [{"activities": [activity]}]}
        found = shown_form(form(Course), of_document(form(Course), value), (), value, DANISH)  # type: ignore[arg-type]
        lessons = next(one for one in found.fields if one.name == "lessons")
        activities = next(one for one in lessons.rows[0].inside.fields if one.field.name == "activities")
        return {one.field.name for one in activities.rows[0].inside.fields} & {"picture", "pictures"}

    assert asked({"title": "A"}) == {"pictures"}
    assert asked({"picture": {"file": "a.png", "alt": "A map."}}) == {"picture", "pictures"}
