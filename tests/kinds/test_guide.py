"""Guides: what a card says, where others may point, and what a step may hold."""

from __future__ import annotations

import re

from generator.i18n.language import Language
from tests.kinds.small import body, data, facts, findings, item, missing_anchors, owner

WHOLE = """
before: [A computer.]
result: A copy.
steps:
  - {action: Open it., text: Look., expected: A list., if_fails: Try again., minutes: 2}
  - {action: Choose one., completion: read}
"""
QUIZ = "quiz: {question: 'Which?', choices: [{text: A, correct: true, explanation: Yes.}, {text: B, explanation: No.}]}"
PICTURE = "{file: list.png, alt: A list., highlight: [{x: '%s', y: '0', width: '%s', height: '1', label: Here}]}"


def test_a_card_says_time_steps_and_readers() -> None:
    assert facts(item("guide")) == ("3 min", "1 step", "Teacher")
    assert facts(item("guide", f"{WHOLE}\nlevel: level-1\naudience: [teacher, consultant]")) == (
        "3 min", "2 steps", "Teacher, Consultant", "Level 1",
    )  # fmt: skip


def test_a_card_counts_in_the_hubs_language() -> None:
    assert facts(item("guide", WHOLE), Language("da"))[:2] == ("3 min.", "2 trin")


def test_every_step_can_be_pointed_to() -> None:
    assert missing_anchors(item("guide", WHOLE)) == set()


def test_no_anchor_is_offered_that_the_page_does_not_have() -> None:
    assert missing_anchors(item("guide")) == set()


def test_the_role_keeps_it_true() -> None:
    assert owner(item("guide")) == "Consultant"


def test_the_machine_readable_steps_are_numbered_and_lead_to_the_page() -> None:
    said = data(item("guide", WHOLE))

    assert said["totalTime"] == "PT3M"
    assert [(step["position"], step["name"], step["url"]) for step in said["step"]] == [
        (1, "Open it.", "guides/small/#step-1"), (2, "Choose one.", "guides/small/#step-2"),
    ]  # fmt: skip


def test_a_quiz_is_shown_whatever_completes_the_step() -> None:
    for completion in ("quiz", "do"):
        guide = item("guide", f"steps: [{{action: Choose., completion: {completion}, {QUIZ}}}]")

        assert findings(guide) == []
        assert "Which?" in body(guide)


def test_a_moment_must_lie_before_the_films_last_second() -> None:
    film = item("video", id_="film")
    at = "steps: [{action: Look., video: {video: film, at: '%s'}}]"

    assert findings(item("guide", at % "0:03"), film) == []
    assert findings(item("guide", at % "0:04"), film) == [("moment-beyond-end", "steps.0.video.at")]


def test_a_film_that_is_not_there_is_told_by_the_references_alone() -> None:
    assert findings(item("guide", "steps: [{action: Look., video: {video: none, at: '9:00'}}]")) == []


def test_a_frame_may_touch_the_edge_of_its_picture() -> None:
    assert findings(item("guide", f"steps: [{{action: Look., image: {PICTURE % ('0.5', '0.5')}}}]")) == []
    assert findings(item("guide", f"steps: [{{action: Look., image: {PICTURE % ('0.5', '0.6')}}}]")) == [
        ("highlight-outside", "steps.0.image.highlight.0")
    ]


def test_frames_are_drawn_in_the_pictures_own_pixels() -> None:
    html = body(item("guide", f"steps: [{{action: Look., image: {PICTURE % ('0.5', '0.5')}}}]"))
    size = re.search(r'viewBox="0 0 (\d+) (\d+)" aria-hidden', html.partition("hub-highlights")[2])
    frame = re.search(r'<rect x="([\d.]+)" y="0.0" width="([\d.]+)" height="([\d.]+)"', html)

    assert size
    assert frame
    assert [float(part) for part in frame.groups()] == [int(size[1]) / 2, int(size[1]) / 2, int(size[2])]


def test_two_hundred_steps_are_shown_and_can_be_pointed_to() -> None:
    steps = ", ".join(f"{{action: Do number {number}.}}" for number in range(1, 201))
    html = body(item("guide", f"{{steps: [{steps}]}}"))

    assert html.count('class="hub-step"') == 200
    assert 'id="step-200"' in html


def test_an_old_picture_of_a_renamed_button_is_told() -> None:
    guide = item(
        "guide",
        "{last_tested: {date: 2026-07-01, product_version: '1'}, steps: "
        "[{action: Press it., function: feedback, image: {file: list.png, alt: A list.}}]}",
    )

    assert findings(guide) == [("label-picture", "steps.0.image.file")]


def test_a_function_that_only_a_step_shows_has_its_page_among_its_words() -> None:
    """The step leads to the function's page; a build stopped where no guide listed the function as a whole."""
    shown = item("guide", "{functions: [], steps: [{action: Open it., function: search}]}")

    assert shown.common.terms["functions"] == ("search",)
