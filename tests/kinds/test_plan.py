"""Plans: days, phases and milestones that fit each other."""

from __future__ import annotations

import re
from datetime import date

import pytest

from generator.kinds.plan.timeline import Timeline
from generator.kinds.plan.views import view
from generator.model.rollup import PlanSpan, plan_of
from tests.kinds.small import body, data, facts, findings, hub, item, missing_anchors, owner

PHASES = """
phases:
  - id: later
    title: Later
    start: 2027-01-01
    end: 2027-12-31
    aims: [Goes on.]
    activities:
      - {title: Counted, role: teacher, due: 2027-12-31, milestone: true}
      - {title: Asked, role: teacher, due: 2027-01-01, milestone: true}
      - {title: Written, role: teacher, due: 2027-02-01}
  - {id: first, title: First, start: 2026-01-01, end: 2026-12-31, aims: [Begins.]}
"""
CRITERIA = """
terms: [{id: spring, title: Spring, start: 2026-02-01, end: 2026-06-30}]
criteria:
  - {id: half, text: Half have begun., population: staff, measure: Survey., term: spring,
     target: {share: "0.5", words: half of them}}
  - {id: ten, text: Ten courses., population: courses, measure: Count., term: spring, target: {count: 10, words: ten}}
"""


def drawn(changes: str) -> Timeline:
    plan = item("plan", changes)
    return view(plan, hub(plan)).timeline


def test_a_card_says_years_phases_and_criteria() -> None:
    assert facts(item("plan")) == ("2026–2026", "1 phase", "0 criteria")
    assert facts(item("plan", PHASES + CRITERIA)) == ("2026–2027", "2 phases", "2 criteria")


def test_every_phase_and_criterion_can_be_pointed_to() -> None:
    assert missing_anchors(item("plan", PHASES + CRITERIA)) == set()


def test_no_anchor_is_offered_that_the_page_does_not_have() -> None:
    assert missing_anchors(item("plan")) == set()


def test_the_timeline_spans_all_phases_however_they_are_ordered() -> None:
    line = drawn(PHASES)
    later, first = line.bands

    assert line.scale == "2026-01-01/2027-12-31"
    assert first.x == 0
    assert later.x == line.turns[-1].x > first.width
    assert later.x + later.width == pytest.approx(100, abs=0.1)
    assert [turn.year for turn in line.turns] == ["2026", "2027"]


def test_labels_of_years_do_not_meet_on_a_phone() -> None:
    turns = drawn(PHASES.replace("2026-01-01", "2026-12-01")).turns
    near = drawn(PHASES.replace("2026-01-01", "2026-11-01")).turns
    many = drawn(PHASES.replace("start: 2026-01-01", "start: 2001-01-01")).turns

    assert [turn.year for turn in turns] == ["2027"]
    assert [(turn.year, turn.anchor) for turn in near] == [("2026", "start"), ("2027", "start")]
    assert len([turn for turn in many if turn.year]) <= 9


def test_milestones_are_points_in_order_of_their_days() -> None:
    line = drawn(PHASES)

    assert [(one.anchor, one.title) for one in line.milestones] == [
        ("phase-later", "Asked"),
        ("phase-later", "Counted"),
    ]
    assert [band.points for band in line.bands] == [(100, line.turns[-1].x), ()]


def test_a_plan_of_one_day_has_a_timeline() -> None:
    day = "phases: [{id: day, title: Day, start: 2026-09-01, end: 2026-09-01, aims: [Done.]}]"

    assert [(band.x, band.width) for band in drawn(day).bands] == [(0, 1)]
    assert findings(item("plan", day)) == []
    assert 'id="phase-day"' in body(item("plan", day))


def test_the_mark_of_today_is_hidden_outside_the_plan() -> None:
    plan = body(item("plan", PHASES.replace("2026-01-01", "2026-11-01")))

    assert re.findall(r'data-hub-scale="2026-11-01/2027-12-31"[^>]*?( hidden)?/?>', plan) == [" hidden"] * 3


def test_until_the_last_one_some_activity_is_due_next() -> None:
    """Asked on 1 January, written on 1 February, counted on 31 December."""
    asked, written, counted = (one for group in view(item("plan", PHASES), hub(item("plan", PHASES))).due
                               for one in group.deadlines)  # fmt: skip

    assert [one.activity.title for one in (asked, written, counted)] == ["Asked", "Written", "Counted"]
    assert asked.since == date(2026, 1, 1)
    assert written.since == date(2026, 12, 3)
    assert counted.since == date(2027, 2, 2)
    assert [counted.is_next(date(2027, 2, day)) for day in (1, 2)] == [False, True]
    assert not asked.is_next(date(2027, 1, 2))


def test_a_plan_that_is_over_says_so_and_leads_to_the_one_that_runs() -> None:
    old = item("plan", "phases: [{id: a, title: A, start: 2020-01-01, end: 2020-12-31, aims: [x]}]", "old")
    note = re.search(r'<div class="hub-note".*?</div>', body(old, item("plan")), re.DOTALL)
    running = re.search(r'<div class="hub-note".*?</div>', body(item("plan"), old), re.DOTALL)

    assert note is not None
    assert running is not None
    assert 'data-hub-from="2021-01-01">' in note[0]
    assert "The plan ended on December 31, 2020." in note[0]
    assert 'data-hub-from="2026-09-01" data-hub-until="2026-12-18"> The plan that runs now: <a' in note[0]
    assert 'data-hub-from="2026-12-19" hidden>' in running[0]


def test_people_meet_the_plan_that_runs_then_the_next_then_the_last() -> None:
    years = [PlanSpan(str(year), date(year, 1, 1), date(year, 6, 30), "", "") for year in (2020, 2022, 2024)]
    met = {day: plan_of(years, date.fromisoformat(day)) for day in ("2022-03-01", "2022-07-01", "2025-01-01")}

    assert {day: one.id for day, one in met.items() if one} == {
        "2022-03-01": "2022", "2022-07-01": "2024", "2025-01-01": "2024",
    }  # fmt: skip
    assert plan_of([], date(2022, 1, 1)) is None


def test_an_activity_may_be_due_on_the_first_and_the_last_day_of_its_phase() -> None:
    assert findings(item("plan", PHASES)) == []


def test_an_activity_a_day_outside_its_phase_is_told_where_it_is() -> None:
    assert findings(item("plan", PHASES.replace("due: 2027-01-01", "due: 2026-12-31"))) == [
        ("due-outside-phase", "phases.0.activities.1.due")
    ]


def test_a_term_is_held_to_its_days_as_a_phase_is() -> None:
    assert findings(item("plan", CRITERIA.replace("2026-06-30", "2026-01-31"))) == [("dates-reversed", "terms.0.end")]


def test_a_target_is_said_in_words_and_in_figures() -> None:
    html = body(item("plan", CRITERIA))

    assert "half of them (50 %)" in html
    assert "ten (10)" in html


def test_the_machine_readable_plan_says_when_it_changed() -> None:
    assert data(item("plan"))["dateModified"] == "2026-10-01"
    assert owner(item("plan")) == "Consultant"


def test_the_phase_that_lasts_on_the_hubs_day_is_marked() -> None:
    now = re.findall(r'<span class="hub-tag hub-now"[^>]*>', body(item("plan", PHASES)))

    assert ["hidden" in tag for tag in now] == [True, False]
    assert 'data-hub-from="2026-01-01" data-hub-until="2026-12-31"' in now[1]


def test_the_hubs_day_stands_among_the_milestones_or_is_hidden() -> None:
    later = body(item("plan", PHASES))
    among = body(item("plan", PHASES), item("guide", "updated: 2027-02-01"))

    assert re.findall(r'<li class="hub-today"[^>]*?( hidden)?>', later) == [" hidden"]
    assert re.findall(r'<li class="hub-today"[^>]*?( hidden)?>', among) == [""]
    among = among.replace("hub-today-mark", "")
    assert among.index(">Asked</a> <span") < among.index("hub-today") < among.index(">Counted</a> <span")
