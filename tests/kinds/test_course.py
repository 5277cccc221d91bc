"""Courses: what a card says, where others may point, and what holds between a copy and its source."""

from __future__ import annotations

import pytest

from generator.kinds.course.model import total_minutes
from generator.kinds.course.timebar import Stretch, timebar
from tests.hub import DANISH_HUB, spoken
from tests.kinds.small import body, data, facts, findings, item, missing_anchors, owner

TWO_LESSONS = """
lessons:
  - {title: One, minutes: 60, goals: [maps], activities: [{title: Read, minutes: 60, grouping: pair, text: Read.}]}
  - title: Two
    minutes: 45
    goals: [maps]
    activities:
      - {title: Draw, minutes: 30, grouping: alone, text: Draw.}
      - {title: Tell, minutes: 15, grouping: whole, text: Tell.}
"""
COPY = "{based_on: {course: source, title: Source, version: '1', creator: North School, licence: %s}, licence: %s}"


def test_a_course_lasts_as_long_as_its_lessons() -> None:
    assert total_minutes(item("course", TWO_LESSONS).model) == 105
    assert "2 lessons of 45 minutes, over 2 sessions" in body(item("course", TWO_LESSONS))


def test_the_machine_readable_time_is_a_duration() -> None:
    assert data(item("course", TWO_LESSONS))["timeRequired"] == "PT105M"


def test_a_card_says_subject_grade_extent_and_level() -> None:
    assert facts(item("course")) == ("Geography", "Year 7", "1 lesson")
    assert facts(item("course", "{level: level-1, grades: ['8', '6', '7']}"))[1:] == (
        "Year 6–8", "1 lesson", "Level 1",
    )  # fmt: skip


def test_a_card_counts_in_the_hubs_language() -> None:
    assert facts(item("course", TWO_LESSONS), spoken(DANISH_HUB))[2] == "2 lektioner"


def test_every_goal_and_lesson_can_be_pointed_to() -> None:
    assert missing_anchors(item("course", TWO_LESSONS)) == set()


def test_the_school_stands_behind_it_and_no_person() -> None:
    assert owner(item("course")) == "North School"
    assert data(item("course"))["creator"] == {"@type": "Organization", "name": "North School"}


def test_a_goal_of_a_framework_is_an_alignment_in_its_own_words() -> None:
    goal = "goals: [{id: maps, kind: subject, text: I read., signs: [Reads.], framework: %s}]"
    known = item("course", goal % "{id: harbour, version: '2026', goal: maps}")
    unknown = item("course", goal % "{id: other, version: '1', goal: maps}")

    assert [one["targetName"] for one in data(known)["educationalAlignment"]] == ["Reads maps."]
    assert data(unknown)["educationalAlignment"] == []


def test_the_bar_over_a_lesson_is_shared_by_its_activities() -> None:
    one, two = item("course", TWO_LESSONS).model.lessons

    assert timebar(one) == (Stretch("pair", 0, 59.64),)
    assert timebar(two) == (Stretch("alone", 0, 29.73), Stretch("whole", 30, 14.73))


def test_a_goal_that_all_lessons_together_serve_is_used() -> None:
    assert findings(item("course", TWO_LESSONS)) == []


def test_an_all_round_goal_needs_no_source() -> None:
    assert findings(item("course", "goals: [{id: maps, kind: all-round, text: I try., signs: [Tries.]}]")) == []


@pytest.mark.parametrize(
    ("of_source", "own", "found"),
    [
        ("CC-BY-4.0", "CC-BY-SA-4.0", []),
        ("CC-BY-SA-4.0", "CC-BY-SA-4.0", []),
        ("CC-BY-NC-4.0", "CC-BY-NC-4.0", []),
        ("CC-BY-ND-4.0", "CC-BY-ND-4.0", [("licence-forbids", "based_on.licence")]),
        ("no-such-licence", "CC-BY-4.0", []),
    ],
)
def test_a_copy_gives_no_more_than_its_source(of_source: str, own: str, found: list[tuple[str, str]]) -> None:
    assert findings(item("course", COPY % (of_source, own)), item("course", id_="source")) == found


def test_a_course_that_may_not_be_adapted_offers_no_copy() -> None:
    note = "The licence does not allow adapted copies"
    assert note in body(item("course", "{licence: CC-BY-ND-4.0}"))
    assert note not in body(item("course"))
