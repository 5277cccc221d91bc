"""Days, times and lengths are shown and read as people write them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.desk.checking import Found
from generator.desk.form_state import State, of_posted
from generator.desk.form_view import shown_form
from generator.forms.fields import form_of
from generator.forms.shapes import Field, Line
from generator.forms.value_texts import as_read, as_spoken
from generator.i18n.language import Language
from generator.kinds import KINDS
from generator.model.date_parsing import wrong_weekday
from generator.model.format_suggestions import NONE, number_meant
from generator.problems.content_rules import RULES
from generator.problems.problem import Problem, Span
from tests.desk.test_form import every

DAY, MOMENT, NUMBER = Line(10, "2026-12-03"), Line(16, "2026-12-03 14:30"), Line(9, keys="numeric")


SHAPES = {
    "day": DAY, "moment": MOMENT, "time": Line(5, "14:30"), "numeric": NUMBER, "share": Line(6, "0.25"), "": Line(120),
}  # fmt: skip
CASES = json.loads((Path(__file__).parent / "written.json").read_text("utf-8"))
"""Form, language, what somebody writes on TODAY, and what the file is to say (null: nobody understands it); then, for
some, the day of the time before it, and which day is meant without a year. `tests/js/write` reads them too: the page
and the program are to read alike.
"""
TODAY = date(2026, 11, 28)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{case[1]}-{case[2]}")
def test_what_people_write_is_read_and_what_nobody_understands_stays(case: list[str | None]) -> None:
    form, code, text, said = case[:4]
    day = case[4] if len(case) > 4 else None
    assert form is not None
    assert code
    assert text
    near = case[5] if len(case) > 5 else "next"
    shape, before = replace(SHAPES[form], near=near), Field("before", "B", "", True, MOMENT)

    assert shape.form == form
    assert as_read(shape, text, code, TODAY, day) == (said or text)
    posted = {"a": [text], **({"before": [f"{day} 09:00"]} if day else {})}
    assert of_posted([before, Field("a", "A", "", True, shape)], posted, code, TODAY).fields["a"] == (said or text)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("onsdag d. 8/12 2026", (date(2026, 12, 8), date(2026, 12, 9))),
        ("søn. 8. december 2026 kl. 9", (date(2026, 12, 8), date(2026, 12, 13))),
        ("tirsdag d. 8/12 2026", None),
        ("onsdag d. 8/12", None),
        ("onsdag", None),
        ("8/12 2026", None),
    ],
)
def test_a_day_that_has_the_name_of_another_is_told(text: str, days: tuple[date, date] | None) -> None:
    assert wrong_weekday(text, "da") == days


def test_a_form_says_which_day_of_the_week_it_is() -> None:
    fields, said = [Field("by", "Senest", "", True, DAY)], "onsdag d. 8/12 2026"
    problem = Problem(RULES["value-date"], Span("a.yml"), {"value": said, "nearest": NONE})
    shown = shown_form(fields, State({"by": said}), [Found(("by",), problem)], {"by": said}, Language("da"))

    assert [told.hint for told in shown.fields[0].told] == ["8. december 2026 er en tirsdag, ikke en onsdag."]


def test_of_lessons_nobody_knows_how_many_minutes_they_are() -> None:
    texts = ("1 lektion", "2 dage", "5 mins")
    assert [number_meant(text, are_minutes=True) for text in texts] == [NONE, NONE, "5"]
    assert number_meant("2 lektioner") == "2"


@pytest.mark.parametrize("code", ["da", "en"])
@pytest.mark.parametrize("month", range(1, 13))
def test_what_is_shown_is_read_as_what_the_file_says(code: str, month: int) -> None:
    for shape, text in ((DAY, f"2026-{month:02}-03"), (MOMENT, f"2026-{month:02}-03 09:05")):
        shown = as_spoken(shape, text, Language(code))
        assert shown != text
        assert as_read(shape, shown, code) == text


def test_days_are_shown_in_the_languages_way() -> None:
    assert as_spoken(MOMENT, "2026-12-03 14:30", Language("da")) == "3. december 2026 kl. 14.30"
    assert as_spoken(DAY, "2026-13-03", Language("da")) == "2026-13-03"


def test_what_has_been_lies_in_the_past_and_news_are_near() -> None:
    near = {
        f"{kind.name}.{name}": one.shape.near
        for kind in KINDS
        for name, one in every(form_of(kind.model, lambda _: {"a": "A"}, Language("en")))
        if isinstance(one.shape, Line) and one.shape.form in ("day", "moment")
    }

    last = {"case.opened", "course.experiences.date", "event.occasions.changes.date", "school.agreements.made"}
    last |= {name for name in near if name.endswith((".published", ".updated"))}
    assert {near[name] for name in last} == {"last"}
    assert {near["news.date"], near["case.planned.start"]} == {"nearest"}
    assert {near["event.occasions.start"], near["event.signup.by"], near["school.agreements.due"]} == {"next"}
