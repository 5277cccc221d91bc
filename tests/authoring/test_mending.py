"""What has one right mend is mended, and nothing else is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.authoring.mending.fix_value import mend
from generator.problems import rules
from generator.problems.content_rules import RULES
from generator.problems.problem import Problem, Span
from tests.hub import ENGLISH_HUB, changed, copied_site, hub

GUIDE, COURSE = "content/guides/find-a-course.yml", "content/courses/rivers.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copied_site(ENGLISH_HUB, tmp_path)


@pytest.mark.parametrize(
    ("code", "here", "language", "meant"),
    [
        ("value-date", "24.12.2026", "da", "2026-12-24"),
        ("value-date", "3/4-2026", "da", "2026-04-03"),
        ("value-date", '"1. maj 2026"', "da", "2026-05-01"),
        ("value-date", "5. okt. 2026", "da", "2026-10-05"),
        ("value-date", "24 December 2026", "en", "2026-12-24"),
        ("value-date", "12/24/2026", "en", "2026-12-24"),
        ("value-date", "03/04/2026", "en", None),
        ("value-date", "2026/1/9", "en", "2026-01-09"),
        ("value-date", "31.2.2026", "da", None),
        ("value-date", "soon", "da", None),
        ("value-clock", "kl. 9.30", "da", '"09:30"'),
        ("value-clock", "25.30", "da", None),
        ("value-local-time", "3. december 2026 kl. 14.30", "da", "2026-12-03 14:30"),
        ("value-local-time", "torsdag", "da", None),
        ("value-number", '"90 minutter"', "da", "90"),
        ("value-number", "halvfems", "da", None),
        ("value-yes-no", "ja", "da", "true"),
        ("value-yes-no", "maybe", "en", None),
        ("yaml-space", "\u00a0", "da", " "),
        ("yaml-space", "\u200b", "da", ""),
        ("yaml-bullet", "– Din mail", "da", "- Din mail"),
        ("text-quotes", "“Få et kodeord”", "da", '"Få et kodeord"'),
        ("text-quotes", "“Skriv \\ her”", "da", None),
        ("field-missing", "x", "da", None),
    ],
)  # fmt: skip
def test_only_one_thing_can_be_meant(code: str, here: str, language: str, meant: str | None) -> None:
    assert mend(here, Problem((RULES | rules.RULES)[code], Span("x.yml")), language) == meant


@pytest.mark.parametrize(
    ("code", "near", "here", "meant"),
    [
        ("field-unknown", "see_also", "See-also", "see_also"),
        ("field-unknown", "title", "Titel", None),
        ("asset-slash", "pictures/list.png", "pictures\\list.png", "pictures/list.png"),
        ("asset-missing", "list.png", '"List.PNG"', '"list.png"'),
        ("asset-missing", "list.png", "lists.png", None),
        ("ref-unknown", "rivers", "Rivers", "rivers"),
        ("ref-unknown", "rivers", "river", None),
    ],
)
def test_a_name_that_only_looks_otherwise_is_written_as_it_is(
    code: str, near: str, here: str, meant: str | None
) -> None:
    assert mend(here, Problem(RULES[code], Span("x.yml"), {"nearest": near}), "da") == meant


@pytest.mark.parametrize(
    ("near", "here", "meant"),
    [
        ("draft", "Draft", "draft"),
        ("natur-og-teknik", "Natur og teknik", "natur-og-teknik"),
        ("draft", "drafted", None),
    ],
)
def test_a_word_of_the_hub_is_written_as_its_id(near: str, here: str, meant: str | None) -> None:
    problem = Problem(RULES["value-choice"], Span("x.yml"), {"nearest": near})

    assert mend(here, problem, "da") == meant


@pytest.mark.parametrize(
    ("here", "meant"),
    [
        ("Press “Comment” to comment. Comment early.", "Press “Give feedback” to comment. Comment early."),
        ("Press Comment now", "Press Give feedback now"),
        ("Press Give feedback, once Comment", "Press Give feedback, once Give feedback"),
    ],
)
def test_a_label_is_renamed_where_the_button_is_meant(here: str, meant: str) -> None:
    problem = Problem(RULES["label-old"], Span("x.yml"), {"old": "Comment", "new": "Give feedback"})

    assert mend(here, problem, "en") == meant


def test_faults_that_hide_each_other_are_all_mended_and_comments_stay(root: Path) -> None:
    course = root / COURSE
    changed(
        course,
        lambda text: (
            "# Mine, with “marks”.\n" + text.replace("updated: 2026-10-01", "updated:\u00a01 October 2026  # said")
        ),
    )
    changed(
        course,
        lambda text: text.replace("summary: Pupils", "summary; Pupils").replace(
            "subjects: [geography]", "subjects:\n– Geography"
        ),
    )
    changed(
        root / GUIDE,
        lambda text: text.replace("  - action: Answer", "\t- action: Answer").replace(
            "published: 2026-09-01", "published: 2026.09.01"
        ),
    )
    before = {file: file.read_bytes() for file in (root / "content").rglob("*") if file.is_file()}
    shown = hub(root, "fix")
    untouched = {file: file.read_bytes() for file in before}
    written = hub(root, "fix", "--write")
    after = course.read_text("utf-8")

    assert untouched == before
    assert shown.exit_code == 1
    assert "-published: 2026.09.01\n+published: 2026-09-01\n" in shown.output
    assert "2 files can be mended" in shown.output
    assert written.exit_code == 0
    assert after.startswith("# Mine, with “marks”.\n")
    assert "updated: 2026-10-01  # said\n" in after
    assert "subjects:\n- geography\n" in after
    assert hub(root, "fix").output.startswith("There is nothing that mends itself.")
    assert {file for file, data in before.items() if file.read_bytes() != data} == {course, root / GUIDE}


def test_names_and_numbers_are_mended_in_their_file(root: Path) -> None:
    changed(
        root / GUIDE, lambda text: text.replace("file: list.png", "file: List.png").replace("minutes: ", "Minutes: ", 1)
    )
    changed(root / COURSE, lambda text: text.replace("minutes: 45", "minutes: 45 minutes", 1))

    assert hub(root, "fix", "--write").exit_code == 0
    assert "file: list.png" in (root / GUIDE).read_text("utf-8")
    assert "\nminutes: " in (root / GUIDE).read_text("utf-8")
    assert "minutes: 45\n" in (root / COURSE).read_text("utf-8")


def test_files_are_moved_to_where_they_are_read(root: Path) -> None:
    content = root / "content"
    (content / "guides/find-a-course.yml").rename(content / "guides/Find a course.yml.txt")
    (content / "guide").mkdir()
    (content / "cases/list-is-empty.yml").rename(content / "guide/find-it.yml")
    (content / "courses/old").mkdir()
    (content / "courses/rivers.yml").rename(content / "courses/old/rivers.yaml")
    (content / "pages/about.md").rename(content / "pages/about.MD")
    shown = hub(root, "fix")
    hub(root, "fix", "--write")
    names = {path.relative_to(content).as_posix() for path in content.rglob("*") if path.is_file()}

    assert "content/guides/Find a course.yml.txt → content/guides/find-a-course.yml\n" in shown.output
    assert {"guides/find-a-course.yml", "cases/find-it.yml", "courses/rivers.yml", "pages/about.md"} - names == set()
    assert not any(name.startswith(("guide/", "courses/old/")) for name in names)


def test_a_file_of_older_windows_programs_becomes_utf_8(root: Path) -> None:
    file = root / "content/news/river-week.yml"
    text = file.read_text("utf-8").replace("title:", "# Ærø\ntitle:", 1)
    file.write_bytes(text.encode("cp1252"))
    hub(root, "fix", "--write")

    assert file.read_text("utf-8") == text


def test_nothing_is_put_where_another_file_lies(root: Path) -> None:
    twin = root / "content/guides/find-a-course.yaml"
    twin.write_text("title: Other\n", "utf-8")
    hub(root, "fix", "--write")

    assert twin.read_text("utf-8") == "title: Other\n"


def test_paths_narrow_what_is_mended(root: Path) -> None:
    for file in (COURSE, GUIDE):
        changed(
            root / file,
            lambda text: text.replace("published: 2026-09-01", "published: 1/9-2026").replace(
                "1/9-2026", "1. September 2026"
            ),
        )
    hub(root, "fix", str(root / GUIDE), "--write")

    assert "1. September 2026" in (root / COURSE).read_text("utf-8")
    assert "published: 2026-09-01" in (root / GUIDE).read_text("utf-8")
