"""Courses: what a card says, where others may point, and what holds between a copy and its source."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from generator.kinds.course.extent import total_minutes
from generator.kinds.course.json_yaml_export import as_published
from generator.kinds.course.rules import rules
from generator.kinds.course.timebar import Stretch, timebar
from generator.kinds.course.views import anchors
from generator.model.catalog import Catalog
from generator.model.page import PageSpec
from generator.model.vocabulary import LicenceEntry
from generator.render.helpers import Says
from tests.hub import DANISH_HUB, spoken
from tests.kinds.small import SETTINGS, alone, body, data, facts, findings, item, missing_anchors, owner

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


# What courses of others need


def test_a_course_from_outside_says_who_made_it_and_who_brought_it_in() -> None:
    one = item(
        "course", "author: {school: north, role: teacher, made_by: {name: The Makers, url: https://example.org/}}"
    )
    page = body(one)

    assert '<a href="https://example.org/">The Makers</a>' in page
    assert "Brought in by North School, teacher" in page
    assert data(one)["creator"] == {"@type": "Organization", "name": "The Makers", "url": "https://example.org/"}


LEFT_OUT = """
lessons:
  - title: Maps
    minutes: 45
    goals: [maps]
    optional: true
    activities:
      - {title: Read, minutes: 40, grouping: whole, text: Read the map., alternative: Use a globe.}
      - {title: Sing, minutes: 5, grouping: whole, text: Sing., optional: true}
"""


def test_what_can_be_left_out_and_what_to_do_instead_is_said() -> None:
    page = body(item("course", LEFT_OUT))

    assert "1 session can be left out" in page
    assert page.count("Can be left out") == 2
    assert "<strong>Or instead</strong></p><p>Use a globe.</p>" in page


UNSAID = """
lessons:
  - title: Maps
    minutes: 45
    goals: [maps]
    activities:
      - {title: Read, minutes: %s, grouping: pair, text: Read the map.}
      - {title: Draw, text: Draw the sea.}
"""


def test_what_nobody_has_said_of_an_activity_is_left_out_and_not_made_up() -> None:
    one = item("course", UNSAID % 30)
    page = body(one)
    activities = page[page.index('<ol class="hub-activities">') :]

    assert (page.count('class="hub-time"'), page.count("hub-timebar")) == (1, 0)
    assert activities.index("Draw</h4>") + 15 > activities.index("<p>Draw the sea.")
    assert 'data-title="Maps" data-minutes="45"' in page
    assert '<span class="hub-small">45 min</span>' in page
    assert data(one)["timeRequired"] == "PT45M"
    assert one.model.lessons[0].activities[1].grouping is None


@pytest.mark.parametrize(("minutes", "told"), [("30", []), ("45", ["lesson-minutes"]), ("50", ["lesson-minutes"])])
def test_activities_that_leave_the_rest_no_time_are_told(minutes: str, told: list[str]) -> None:
    assert [rule for rule, _ in findings(item("course", UNSAID % minutes))] == told


def test_a_lesson_without_any_times_has_no_room_for_them() -> None:
    assert 'class="hub-activities is-untimed"' in body(item("course", (UNSAID % 30).replace("minutes: 30, ", "")))
    assert "is-untimed" not in body(item("course", UNSAID % 30))


def test_a_course_without_evaluation_leads_nowhere_to_one() -> None:
    one = item("course").model.model_copy(update={"evaluation": None})

    assert "evaluation" in anchors(item("course").model)
    assert "evaluation" not in anchors(one)


def test_a_copy_taken_before_a_field_was_there_has_the_same_fingerprint() -> None:
    before = item("course").summary.fingerprint

    assert before == item("course", "author: {school: north, role: teacher}").summary.fingerprint
    assert before != item("course", LEFT_OUT).summary.fingerprint


def test_only_what_can_be_opened_needs_a_licence() -> None:
    assert findings(item("course", "materials: [{title: Pencils}]")) == []
    assert findings(item("course", "materials: [{title: Map, url: https://example.org/}]")) == [
        ("material-licence", "materials.0.licence")
    ]


@pytest.mark.parametrize(
    ("own", "of_source", "told"),
    [
        ("CC-BY-SA-4.0", "CC-BY-SA-4.0", False), ("CC-BY-SA-4.0", "CC-BY-SA-3.0", False),
        ("CC-BY-SA-4.0", "CC-BY-SA-2.5-DK", False), ("CC-BY-SA-4.0", "CC-BY-SA-1.0", True),
        ("CC-BY-SA-3.0", "CC-BY-SA-4.0", True), ("CC-BY-4.0", "CC-BY-SA-3.0", True),
        ("CC-BY-NC-SA-4.0", "CC-BY-SA-4.0", True),
    ],
)  # fmt: skip
def test_a_copy_keeps_the_licence_or_a_later_version_of_it(own: str, of_source: str, told: bool) -> None:
    entries = {id_: LicenceEntry(id=id_, name=id_, share_alike="SA" in id_) for id_ in (own, of_source)}
    ground = replace(alone(), vocabularies={**alone().vocabularies, "licences": entries})
    source = f"{{url: https://example.org/, title: A, version: '1', creator: B, licence: {of_source}}}"
    copy = item("course", f"licence: {own}\nbased_on: {source}")

    found = [finding.rule for finding in rules(copy, ground)]

    assert (["licence-share-alike"] if told else []) == found


def test_a_file_to_hand_out_says_what_sort_it_is_and_how_much_it_takes(tmp_path: Path) -> None:
    (tmp_path / "game.sb3").write_bytes(bytes(1200))
    (tmp_path / "film.zip").write_bytes(bytes(2_400_000))
    spec = PageSpec(url="courses/x/", title="X", description="", view=None, section="courses", kind="course")
    says = Says.of(spec, Catalog(items={}, vocabularies={}, folders={"course": tmp_path}), SETTINGS, spoken(DANISH_HUB))

    assert says.file_note("game.sb3") == "SB3, 2 kB"
    assert says.file_note("film.zip") == "ZIP, 2,4 MB"


def test_lists_say_in_which_language_a_course_is_when_it_is_not_the_hubs() -> None:
    foreign, own = item("course", "language: nb", "foreign"), item("course", "language: en", "own")
    page = body(foreign, own, url="a-z/")

    assert 'href="../courses/foreign/" lang="nb"' in page
    assert 'href="../courses/own/">' in page
    assert ' lang="nb">A summary.' in body(foreign, own, url="subjects/geography/")


def test_comments_of_its_file_are_not_published() -> None:
    course = item("course", 'summary: A text with "# a sign".')
    published = as_published(b"# somebody\ntitle: T # else\n", course)

    assert b"somebody" not in published
    assert b"else" not in published
    assert yaml.safe_load(published)["summary"] == 'A text with "# a sign".'
    assert as_published(b"title: guide:a#step-1\n", course) == b"title: guide:a#step-1\n"
