"""Programmes: a clock that adds up, rules that see what is missing, and a page for participants and trainer."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.kinds.training import TRAINING
from generator.kinds.training.rules import TAKEN
from generator.kinds.training.timetable import Slot, timetable
from generator.model.programme import ProgrammeSession
from tests.hub import ROOT
from tests.kinds.small import body, data, facts, findings, item, missing_anchors, owner

CASES: list[dict[str, Any]] = json.loads((ROOT / "tests/kinds/timetable.json").read_text("utf-8"))["timetables"]
WHOLE = """
level: level-1
goals: [{id: copy, text: You can copy.}]
sessions:
  - id: one
    title: First
    start: "10:00"
    modules:
      - {id: hear, title: Hear, minutes: 25, kind: teach, text: "**Why**.", shrink_to: 15}
      - {id: lunch, title: Eat, minutes: 30, kind: lunch, at: "10:30"}
      - id: try
        title: Try
        minutes: 60
        kind: exercise
        goals: [copy]
        text: In pairs.
        notes: Walk around.
        materials: [{title: A sheet, url: "https://example.org/a"}]
  - {id: two, title: Second, modules: [{id: try, title: Again, minutes: 30, kind: exercise}]}
"""


@dataclass(frozen=True)
class Part:
    """A module as far as the clock knows it."""

    minutes: int
    at: time | None = None


def minutes(clock: str) -> int:
    hours, rest = map(int, clock.split(":"))
    return hours * 60 + rest


def session(*modules: str, start: str = "09:00") -> str:
    """A programme of one session."""
    lines = "\n".join(f"      - {{{one}}}" for one in modules)
    return f'sessions:\n  - id: day\n    title: A day\n    start: "{start}"\n    modules:\n{lines}\n'


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_the_clock_is_a_running_sum_in_which_pinned_modules_stay(case: dict[str, Any]) -> None:
    parts = [Part(one["minutes"], time.fromisoformat(one["at"]) if "at" in one else None) for one in case["modules"]]
    slots = tuple(Slot(minutes(start), minutes(end), *rest) for start, end, *rest in case["slots"])

    assert timetable(minutes(case["start"]), parts) == slots


@given(st.integers(0, 1439), st.lists(st.builds(Part, st.integers(1, 300), st.none() | st.times()), min_size=1))
def test_no_minute_is_lost_between_modules(start: int, parts: list[Part]) -> None:
    slots, now = timetable(start, parts), start
    for part, slot in zip(parts, slots, strict=True):
        assert slot.start == now + slot.slack - slot.overrun
        assert slot.end - slot.start == part.minutes
        assert min(slot.slack, slot.overrun) == 0 <= max(slot.slack, slot.overrun)
        assert part.at or slot.slack == slot.overrun == 0
        assert part.at is None or slot.start == part.at.hour * 60 + part.at.minute
        now = slot.end


@pytest.mark.parametrize(
    ("modules", "found"),
    [
        (["id: a, title: A, minutes: 90, kind: exercise"], []),
        (["id: a, title: A, minutes: 91, kind: exercise"], [("break-missing", "sessions.0.modules.0")]),
        (
            [
                "id: a, title: A, minutes: 60, kind: exercise",
                "id: b, title: B, minutes: 60, kind: exercise",
                "id: c, title: C, minutes: 60, kind: exercise",
            ],
            [("break-missing", "sessions.0.modules.1")],
        ),
        (
            [
                "id: a, title: A, minutes: 80, kind: exercise",
                "id: b, title: B, minutes: 5, kind: break",
                "id: c, title: C, minutes: 80, kind: exercise",
            ],
            [],
        ),
        (
            ["id: a, title: A, minutes: 10, kind: exercise", 'id: b, title: B, minutes: 5, kind: teach, at: "09:09"'],
            [("programme-overrun", "sessions.0.modules.1.at")],
        ),
        (
            ["id: a, title: A, minutes: 10, kind: exercise", 'id: b, title: B, minutes: 5, kind: teach, at: "09:10"'],
            [],
        ),
        (["id: a, title: A, minutes: 10, kind: teach", "id: b, title: B, minutes: 3, kind: exercise"],
         [("exercise-share", "sessions")]),
        (["id: a, title: A, minutes: 9, kind: teach", "id: b, title: B, minutes: 3, kind: exercise"], []),
        (["id: a, title: A, minutes: 9, kind: exercise", "id: a, title: B, minutes: 3, kind: exercise"],
         [("module-twice", "sessions.0.modules.1.id")]),
        (["id: a, title: A, minutes: 9, kind: exercise, shrink_to: 9"],
         [("shrink-longer", "sessions.0.modules.0.shrink_to")]),
        (["id: a, title: A, minutes: 9, kind: exercise, notes: N"], [("notes-only", "sessions.0.modules.0.notes")]),
        (["id: a, title: A, minutes: 9, kind: exercise, goals: [b]"],
         [("programme-goal", "sessions.0.modules.0.goals.0")]),
        (["id: a, title: A, minutes: 9, kind: exercise, materials: [{title: T}]"],
         [("handout-missing", "sessions.0.modules.0.materials.0")]),
    ],
)  # fmt: skip
def test_rules_see_what_is_missing(modules: list[str], found: list[tuple[str, str]]) -> None:
    assert findings(item("training", session(*modules))) == found


@pytest.mark.parametrize(("start", "length", "told"), [("11:30", 90, True), ("11:31", 90, False), ("11:30", 89, False)])
def test_whoever_is_there_over_noon_is_to_eat(start: str, length: int, *, told: bool) -> None:
    day = session(f"id: a, title: A, minutes: {length}, kind: exercise", start=start)

    assert (("lunch-missing", "sessions.0") in findings(item("training", day))) == told


def test_a_session_ends_before_the_day_does() -> None:
    late = item("training", session("id: a, title: A, minutes: 61, kind: exercise", start="23:00"))
    last = item("training", session("id: a, title: A, minutes: 60, kind: exercise", start="23:00"))

    assert findings(late) == [("programme-midnight", "sessions.0")]
    assert findings(last) == []


def test_goals_are_served_and_named_once() -> None:
    goals = "goals: [{id: a, text: A.}, {id: a, text: B.}, {id: b, text: C.}]\n"
    served = session("id: a, title: A, minutes: 9, kind: exercise, goals: [a]")

    assert findings(item("training", goals + served)) == [("goal-twice", "goals.1.id"), ("goal-unserved", "goals.2.id")]


def test_no_session_takes_an_anchor_that_the_page_has() -> None:
    assert findings(
        item("training", session("id: a, title: A, minutes: 9, kind: exercise").replace("day", "goals"))
    ) == [("module-twice", "sessions.0.id")]
    assert "goals" in TAKEN


def test_a_card_says_how_many_sessions_how_long_and_for_whom() -> None:
    assert facts(item("training")) == ("45 min", "Teacher")
    assert facts(item("training", WHOLE)) == ("2 sessions", "2 h 30 min", "Teacher", "Level 1")


def test_every_session_and_module_can_be_pointed_to() -> None:
    assert missing_anchors(item("training", WHOLE)) == set()
    assert missing_anchors(item("training")) == set()
    assert {"one", "one-lunch", "two-try"} <= TRAINING.anchors(item("training", WHOLE).model).keys()


def test_others_are_told_of_its_sessions() -> None:
    whole = item("training", WHOLE)
    sessions = (ProgrammeSession("one", "First", time(10), 120), ProgrammeSession("two", "Second", time(9), 30))

    assert tuple(TRAINING.offers(whole.model)) == sessions
    assert whole.common.shown == sessions


def test_its_page_says_when_each_module_is_and_what_is_slack() -> None:
    page = body(item("training", WHOLE))

    assert "10:00–10:25" in page
    assert "Slack: 5 min" in page
    assert "11:00–12:00" in page
    assert 'href="https://example.org/a"' in page


def test_notes_are_folded() -> None:
    page = body(item("training", WHOLE))
    folded = page.partition("<details")[2].partition("</details>")[0]

    assert "Can shrink to 15 min" in folded
    assert page.index("Walk around.") > page.index("In pairs.")
    assert page.count("<details") == 2


def test_machines_are_told_how_long_it_takes() -> None:
    assert data(item("training", WHOLE))["timeRequired"] == "PT150M"
    assert owner(item("training")) == "Consultant"


def test_the_pack_names_each_thing_once_and_hands_the_guides_out() -> None:
    modules = session(
        'id: a, title: A, minutes: 9, kind: exercise, refs: ["guide:small#step-1", "plan:small"]',
        'id: b, title: B, minutes: 9, kind: exercise, refs: ["guide:small", "plan:small"]',
    )
    page = body(item("training", modules), item("guide"), item("plan"), url="training/small/teach/")

    assert page.count("Guide: <a") == page.count("Plan: <a") == 1
    assert page.index("Guide: <a") < page.index("Plan: <a")
    assert 'data-handout="../../../guides/small/ "' in page
