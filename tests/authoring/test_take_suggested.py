"""What visitors write in the forms of the site is taken in as drafts and entries; nothing that is there is touched."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.authoring.submission_from_mail import form_in
from generator.authoring.take import take, write
from generator.authoring.take_result import Answer
from generator.content.validate import check_content
from generator.engine import load_config
from generator.i18n.language import Language
from generator.kinds import KINDS
from tests.hub import ENGLISH_HUB, copied_site

TODAY = date(2026, 11, 28)
CASE = """\
# From the form “Report a problem”.
form: "case"
version: 1
saved: "2026-11-20 14:05"
now:
  title: "The camera: black picture"
  problem: |-
    It stays black.

    Also today.
  summary: "The camera cannot be used."
  track: "technical"
  weight: "nuisance"
  affects:
    devices:
      - "ipad"
"""
EXPERIENCE = """\
form: "experience"
version: 1
course: "rivers"
saved: "2026-11-20 14:05"
now:
  experiences:
    - school: "north"
      date: "2026-11-19"
      text: "The bridge held."
"""
COURSE = """\
form: "course"
version: 1
saved: "2026-11-20 14:05"
now:
  title: "Bridges"
  goals:
    - id: "build"
      kind: "subject"
      text: "I can build"
      signs:
        - "It stands"
  lessons:
    - title: "Build"
      goals:
        - "build"
      activities:
        - {title: "Plan", minutes: "15", grouping: "group", text: "Draw it."}
        - {title: "Build", minutes: "30", grouping: "group", text: "Build it."}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copied_site(ENGLISH_HUB, tmp_path / "hub")


def taken(root: Path, *texts: str, name: str = "form.yml") -> tuple[Answer, ...]:
    files = []
    for number, text in enumerate(texts):
        files.append(root.parent / f"{number}-{name}")
        files[-1].write_text(text, "utf-8")
    settings = load_config(root / "site_config.yml").settings
    return take(files, root, settings, today=TODAY, spoken=Language("en"))


def codes(*answers: Answer) -> list[str]:
    return [problem.code for answer in answers for problem in answer.problems]


def texts_in(root: Path) -> dict[str, str]:
    return {str(file): file.read_text("utf-8") for file in sorted((root / "content").rglob("*.yml"))}


def test_a_new_case_is_a_draft_that_says_what_is_missing(root: Path) -> None:
    (answer,) = taken(root, CASE)
    write([answer], root)
    text = (root / answer.target).read_text("utf-8")
    checked = check_content(root, load_config(root / "site_config.yml").settings, KINDS, drafts="checked")

    assert answer.target == "content/cases/the-camera-black-picture.yml"
    assert answer.differences == ("A new draft: case.", "Still missing before it can be published: Owner.")
    assert "status: draft\n" in text
    assert "opened: 2026-11-20\nstate: open\n" not in text  # in the order of the model
    assert "state: open\nweight: nuisance\nopened: 2026-11-20\n" in text
    assert "  It stays black.\n\n  Also today.\n" in text
    assert [one.code for one in checked.problems if one.span.file == answer.target] == ["draft-incomplete"]


def test_the_same_file_is_not_taken_in_twice_whatever_became_of_its_draft(root: Path) -> None:
    write(taken(root, CASE), root)
    file = root / "content/cases/the-camera-black-picture.yml"
    file.write_text(file.read_text("utf-8").replace("black picture", "mended title"), "utf-8")
    before = texts_in(root)
    again, twice = taken(root, CASE, CASE)

    assert (again.text, twice.text, codes(again, twice)) == (None, None, [])
    write([again, twice], root)
    assert texts_in(root) == before


def test_another_of_the_same_title_stands_beside_it(root: Path) -> None:
    write(taken(root, CASE), root)
    answers = taken(root, CASE.replace("Also today", "Also here"), CASE.replace("Also today", "And there"))

    assert [answer.target.rpartition("/")[2] for answer in answers] == [
        "the-camera-black-picture-2.yml", "the-camera-black-picture-3.yml",
    ]  # fmt: skip


def test_the_text_of_a_mail_is_read_quoted_and_with_words_around_it(root: Path) -> None:
    quoted = "".join(f"> {line}\r\n" for line in CASE.splitlines())
    mail = f"Dear colleagues\r\n\r\nPlease see: this\r\n\r\n{quoted}\r\nKind regards\r\nA colleague\r\n"
    plain, marked = taken(root, f"Hello\n\n{CASE}\nKind regards\n", mail.replace("black", "dark"), name="mail.txt")

    assert codes(plain, marked) == []
    assert plain.text is not None
    assert "It stays black." in plain.text
    assert marked.target == "content/cases/the-camera-dark-picture.yml"


def test_lines_that_a_mail_program_has_broken_are_whole_again(root: Path) -> None:
    broken = CASE.replace("It stays black.", "It stays\nblack.").replace("cannot be used", "cannot \nbe used")
    (answer,) = taken(root, f"Hello\n\n{broken}\nKind regards\nA colleague\n")
    (whole,) = taken(root, CASE)

    assert (codes(answer), answer.text) == ([], whole.text)


def test_what_is_wrong_in_a_mail_is_told_where_it_stands_there() -> None:
    text = form_in(f"Hello\n\n{CASE}")

    assert text.splitlines()[4 - 1].startswith("form:")
    assert form_in("title: A course\nform: case\n") != ""


BAD = (
    ('  title: "The camera: black picture"\n', "", "take-untitled"),
    ('"The camera: black picture"', "[a, b]", "take-untitled"),
    ("now:\n", 'now:\n  status: "published"\n', "take-field"),
    ("now:\n", 'now:\n  redirect_from: ["guides/"]\n', "take-field"),
    ("now:\n", "colour: red\nnow:\n", "field-unknown"),
    ("version: 1", "version: 2", "take-version"),
    ("2026-11-20 14:05", "2026-11-30 14:05", "take-future"),
    ("2026-11-20 14:05", "yesterday", "value-local-time"),
    ('"ipad"', '"gramophone"', "value-choice"),
    ("It stays black.", "Ring 22 33 44 55.", "take-contact"),
    ("It stays black.", "The number is 010203-1234.", "personal-cpr"),
    ("now:\n", "now: &a\n", "yaml-anchor"),
    ("now:\n  title", "now: x\nold:\n  title", "field-unknown"),
    ("It stays black.", "x" * 21_000, "field-too-long"),
)
"""What is changed in a good file, and what is told of it."""


def test_hostile_and_clumsy_files_are_refused_each_with_what_is_wrong(root: Path) -> None:
    assert [old for old, _, _ in BAD if old not in CASE] == []
    answers = taken(root, *(CASE.replace(old, new) for old, new, _ in BAD))

    assert [code for (_, _, code), answer in zip(BAD, answers, strict=True) if code not in codes(answer)] == []
    assert [answer.passes for answer in answers] == [False] * len(BAD)


def test_an_experience_comes_to_its_course_and_comments_stay(root: Path) -> None:
    course = root / "content/courses/rivers.yml"
    before = course.read_text("utf-8")
    answers = taken(root, EXPERIENCE, EXPERIENCE.replace("2026-11-19", "2026-11-18"))
    write(answers, root)
    after = course.read_text("utf-8")

    assert codes(*answers) == []
    assert answers[0].differences == ("An experience from North School, November 19, 2026.",)
    assert [line for line in before.splitlines() if line not in after.splitlines()] in ([], [f"updated: {day(before)}"])
    assert after.count("The bridge held.") == 2
    assert taken(root, EXPERIENCE)[0].text is None


def day(text: str) -> str:
    return next(line for line in text.splitlines() if line.startswith("updated:")).partition(": ")[2]


def test_another_experience_of_one_place_and_day_is_asked_about(root: Path) -> None:
    write(taken(root, EXPERIENCE), root)
    (answer,) = taken(root, EXPERIENCE.replace("held", "fell"))

    assert codes(answer) == ["take-conflict"]
    assert answer.problems[0].values["ours"] == "“The bridge held.”"


def test_a_course_that_is_not_there_is_told_with_those_that_may_be_meant(root: Path) -> None:
    (answer,) = taken(root, EXPERIENCE.replace("rivers", "river"))

    assert codes(answer) == ["take-item"]
    assert "(rivers)" in answer.problems[0].values["near"]


def test_how_to_reach_somebody_never_comes_to_a_page_by_an_experience(root: Path) -> None:
    assert codes(*taken(root, EXPERIENCE.replace("The bridge held.", "Write to me@example.org"))) == ["take-contact"]


def test_a_course_of_their_own_adds_up_and_its_goals_are_in_their_words(root: Path) -> None:
    (answer,) = taken(root, COURSE)

    assert codes(answer) == []
    assert answer.text is not None
    assert "minutes: 45" in answer.text
    assert "own_wording: true" in answer.text
    assert "version: 1.0\n" in answer.text
