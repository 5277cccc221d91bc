"""Plans: days, phases and milestones that fit each other."""

from __future__ import annotations

import re

import pytest

from generator.kinds.plan.timeline import WIDTH, Timeline
from generator.kinds.plan.views import view
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

    assert (line.first, line.last) == (2026, 2027)
    assert first.x == 0
    assert later.x == line.turns[0].x > first.width
    assert later.x + later.width == pytest.approx(WIDTH, abs=0.1)
    assert [turn.year for turn in line.turns] == [2027]


def test_milestones_are_points_in_order_of_their_days() -> None:
    line = drawn(PHASES)

    assert [(one.anchor, one.title) for one in line.milestones] == [
        ("phase-later", "Asked"),
        ("phase-later", "Counted"),
    ]
    assert [band.points for band in line.bands] == [(WIDTH - 6, line.turns[0].x), ()]


def test_a_point_is_drawn_whole_on_the_first_and_the_last_day() -> None:
    days = (
        "phases: [{id: a, title: A, start: 2026-01-01, end: 2026-01-31, aims: [x], activities: ["
        "{title: B, role: teacher, due: 2026-01-01, milestone: true},"
        "{title: C, role: teacher, due: 2026-01-31, milestone: true}]}]"
    )

    assert drawn(days).bands[0].points == (6, WIDTH - 6)


def test_a_plan_of_one_day_has_a_timeline() -> None:
    day = "phases: [{id: day, title: Day, start: 2026-09-01, end: 2026-09-01, aims: [Done.]}]"

    assert [(band.x, band.width) for band in drawn(day).bands] == [(0, 4)]
    assert findings(item("plan", day)) == []
    assert 'id="phase-day"' in body(item("plan", day))


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
    assert among.index(">Asked<") < among.index("hub-today") < among.index(">Counted<")
