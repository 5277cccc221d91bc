"""Loading: what is read, what is refused, and where the blame is put."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.loader import MOST_BYTES, load, span_of
from generator.problems.problem import Problem, Span

FOLDERS = {"courses": "course", "vocabulary": "vocabulary"}
TEXT = """\
title: Læs sammen  # æ is one column
lessons:
  - title: "Første"
    text: |
      Åbn bogen.
      Læs.

  - {title: Anden, goals: [a, bcd]}
empty:
"""


@pytest.fixture
def courses(tmp_path: Path) -> Path:
    folder = tmp_path / "content/courses"
    folder.mkdir(parents=True)
    return folder


def values(root: Path) -> dict[str, object]:
    documents, problems = load(root, folders=FOLDERS)
    assert problems == ()
    return {document.id: document.value for document in documents}


def problems(root: Path) -> list[tuple[str, str, int, int]]:
    return [place(problem) for problem in load(root, folders=FOLDERS)[1]]


def place(problem: Problem) -> tuple[str, str, int, int]:
    return Path(problem.span.file).name, problem.code, problem.span.line, problem.span.column


def test_a_document_knows_its_kind_path_text_and_hash(tmp_path: Path, courses: Path) -> None:
    (courses / "laes.yml").write_bytes(b"title: x\n")
    (tmp_path / "content/vocabulary").mkdir()
    (tmp_path / "content/vocabulary/grades.yml").write_bytes(b"name: y\n")

    documents, _ = load(tmp_path, folders=FOLDERS)

    assert [(d.kind, d.id, d.path) for d in documents] == [
        ("course", "laes", "content/courses/laes.yml"),
        ("vocabulary", "grades", "content/vocabulary/grades.yml"),
    ]
    assert documents[0].text == "title: x\n"
    assert documents[0].sha256 == "152f6f6e12c83825d541fc650946a2d479475e3956a864c5df266652fc7a82d7"


def test_no_scalar_is_more_than_text(tmp_path: Path, courses: Path) -> None:
    (courses / "a.yml").write_text("a: 7:30\nb: no\nc: 010\nd: 1.10\ne: 2026-08-24\nyes: 0x1F\n")

    assert values(tmp_path) == {
        "a": {"a": "7:30", "b": "no", "c": "010", "d": "1.10", "e": "2026-08-24", "yes": "0x1F"}
    }


def test_only_plain_nothing_is_nothing(tmp_path: Path, courses: Path) -> None:
    (courses / "a.yml").write_text("a:\nb: ~\nc: null\nd: ''\ne: \"null\"\nf: Null\n")

    assert values(tmp_path) == {"a": {"a": None, "b": None, "c": None, "d": "", "e": "null", "f": "Null"}}


def test_a_byte_order_mark_and_carriage_returns_are_accepted(tmp_path: Path, courses: Path) -> None:
    (courses / "a.yml").write_bytes(b"\xef\xbb\xbftitle: x\r\ntext: |\r\n  y\r\n  z\r\n")

    assert values(tmp_path) == {"a": {"title": "x", "text": "y\nz\n"}}


def test_places_are_right_after_carriage_returns(tmp_path: Path, courses: Path) -> None:
    (courses / "a.yml").write_bytes(b"\xef\xbb\xbfa: x\r\nb: y\r\na: z\r\n")

    assert problems(tmp_path) == [("a.yml", "yaml-duplicate-key", 3, 1)]


def test_every_problem_of_a_file_and_of_the_next_file_is_reported(tmp_path: Path, courses: Path) -> None:
    (courses / "a.yml").write_text("x: 1\nx: 2\ny: *z\nw: @\n")
    (courses / "b.yml").write_text("x: !t 1\nx: 2\n")
    (courses / "c.yml").write_text("fine: yes\n")

    assert problems(tmp_path) == [
        ("a.yml", "yaml-duplicate-key", 2, 1),
        ("a.yml", "yaml-alias", 3, 4),
        ("a.yml", "yaml-character", 4, 4),
        ("b.yml", "yaml-tag", 1, 4),
        ("b.yml", "yaml-duplicate-key", 2, 1),
    ]
    assert [document.id for document in load(tmp_path, folders=FOLDERS)[0]] == ["c"]


def test_duplicates_are_found_at_every_level(tmp_path: Path, courses: Path) -> None:
    (courses / "a.yml").write_text("a:\n  - {b: 1, b: 2}\n  - b: 1\n    'b': {c: 1, c: 2}\n")

    assert problems(tmp_path) == [
        ("a.yml", "yaml-duplicate-key", 2, 12),
        ("a.yml", "yaml-duplicate-key", 4, 5),
        ("a.yml", "yaml-duplicate-key", 4, 17),
    ]


@pytest.mark.parametrize("key", ["[a, b]", "{a: b}", "~", "null", "? [a]\n"])
def test_a_key_that_is_no_word_is_an_error(tmp_path: Path, courses: Path, key: str) -> None:
    (courses / "a.yml").write_text(f"{key}: x\n")

    assert {code for _, code, _, _ in problems(tmp_path)} == {"yaml-key"}


@pytest.mark.parametrize("escape", [r"\0", r"\u202e", r"\u2066", r"\x1b", r"\L"])
def test_a_control_character_cannot_hide_behind_an_escape(tmp_path: Path, courses: Path, escape: str) -> None:
    (courses / "a.yml").write_text(f'title: "x{escape}y"\n')

    assert problems(tmp_path) == [("a.yml", "text-control", 1, 8)]


@pytest.mark.parametrize("character", ["\0", "\x0b", "\x1b", "\x7f", "\x85", "\u2028", "\u202a", "\u2069", "\ufeff"])
def test_a_control_character_is_an_error_at_its_place(tmp_path: Path, courses: Path, character: str) -> None:
    (courses / "a.yml").write_text(f"a: b\ntitle: x{character}y\n", encoding="utf-8")

    assert problems(tmp_path) == [("a.yml", "text-control", 2, 9)]


@pytest.mark.parametrize(
    "bomb",
    ["[" * 500_000, "{" * 500_000, "- " * 400_000, "? " * 400_000, "{a: " * 200_000, "a: &a [*a,*a]\n" * 50_000],
    ids=["lists", "mappings", "items", "keys", "nested", "aliases"],
)
def test_a_bomb_is_put_out_at_once(tmp_path: Path, courses: Path, bomb: str) -> None:
    (courses / "a.yml").write_text(bomb)
    start = time.process_time()

    assert problems(tmp_path)
    assert time.process_time() - start < 1


def test_forty_levels_are_allowed_and_no_more(tmp_path: Path, courses: Path) -> None:
    (courses / "a.yml").write_text("a: " + "[" * 39 + "]" * 39)
    (courses / "b.yml").write_text("a: " + "[" * 40 + "]" * 40)

    assert problems(tmp_path) == [("b.yml", "yaml-depth", 1, 43)]


def test_a_megabyte_is_read_and_a_byte_more_is_not(tmp_path: Path, courses: Path) -> None:
    (courses / "a.yml").write_bytes(b"a: b".ljust(MOST_BYTES))
    (courses / "b.yml").write_bytes(b"a: b".ljust(MOST_BYTES + 1))

    assert problems(tmp_path) == [("b.yml", "file-size", 1, 1)]


@pytest.mark.parametrize("name", ["A.yml", "-a.yml", "a--b.yml", "a_b.yml", "å.yml", ("a" * 81) + ".yml", "a.b.yml"])
def test_a_name_that_is_no_address_is_an_error(tmp_path: Path, courses: Path, name: str) -> None:
    (courses / name).write_text("a: b\n")

    assert problems(tmp_path) == [(name.replace("a\u030a", "a\\u030a"), "file-name", 1, 1)]


@pytest.mark.parametrize("name", ["con.yml", "lpt1.yml", "nul.yml"])
def test_a_name_that_windows_keeps_is_an_error(tmp_path: Path, courses: Path, name: str) -> None:
    (courses / name).write_text("a: b\n")

    assert problems(tmp_path) == [(name, "file-reserved", 1, 1)]


@pytest.mark.parametrize("name", ["a.yaml", "a.YML", "a.Yaml"])
def test_another_ending_is_an_error(tmp_path: Path, courses: Path, name: str) -> None:
    (courses / name).write_text("a: b\n")

    assert problems(tmp_path) == [(name, "file-suffix", 1, 1)]


def test_composed_and_decomposed_names_are_twins(tmp_path: Path, courses: Path) -> None:
    (courses / "\u00e5.yml").write_text("a: b\n")
    (courses / "a\u030a.yml").write_text("a: b\n")

    found = [problem for problem in load(tmp_path, folders=FOLDERS)[1] if problem.code == "file-twin"]

    assert [dict(problem.values) for problem in found] == [{"name": "a\\u030a.yml", "other": "å.yml"}]


def test_a_name_that_is_not_unicode_is_an_error(tmp_path: Path, courses: Path) -> None:
    (courses / os.fsdecode(b"\xff.yml")).write_bytes(b"a: b\n")

    assert problems(tmp_path) == [("\\udcff.yml", "file-name", 1, 1)]


@pytest.mark.parametrize("link", ["content", "content/courses", "content/courses/deep", "content/courses/x.yml"])
def test_no_link_is_followed_wherever_it_stands(tmp_path: Path, link: str) -> None:
    (tmp_path / "aside/courses").mkdir(parents=True)
    (tmp_path / link).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / link).symlink_to(tmp_path / "aside")

    documents, found = load(tmp_path, folders=FOLDERS)

    assert documents == ()
    assert [(problem.code, problem.span.file) for problem in found] == [("file-symlink", link)]


def test_a_link_to_itself_is_an_error(tmp_path: Path, courses: Path) -> None:
    (courses / "a.yml").symlink_to(courses / "a.yml")

    assert problems(tmp_path) == [("a.yml", "file-symlink", 1, 1)]


def test_hidden_files_and_files_of_other_types_are_left_alone(tmp_path: Path, courses: Path) -> None:
    for name in (".#a.yml", "picture.png", "a.yml~", ".DS_Store"):
        (courses / name).write_bytes(b"\xff")

    assert problems(tmp_path) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_a_problem(tmp_path: Path, courses: Path) -> None:
    (courses / "a.yml").write_text("a: b\n")
    (courses / "a.yml").chmod(0)

    assert problems(tmp_path) == [("a.yml", "file-unreadable", 1, 1)]


def test_a_missing_folder_is_no_problem(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()

    assert load(tmp_path, folders=FOLDERS) == ((), ())


@pytest.mark.parametrize(
    ("path", "key", "expected"),
    [
        (("title",), False, (1, 8, 1, 18)),
        (("title",), True, (1, 1, 1, 6)),
        (("lessons",), True, (2, 1, 2, 8)),
        (("lessons",), False, (3, 3, 8, 36)),
        (("lessons", 0, "title"), False, (3, 12, 3, 20)),
        (("lessons", 0, "text"), False, (4, 11, 6, 11)),
        (("lessons", 0), False, (3, 5, 6, 11)),
        (("lessons", 1, "goals", 1), False, (8, 31, 8, 34)),
        (("lessons", 1, "goals"), True, (8, 20, 8, 25)),
        (("empty",), False, (9, 7, 9, 7)),
        (("title", "deeper", 3), False, (1, 1, 1, 6)),
        (("lessons", 7), False, (2, 1, 2, 8)),
        (("lessons", 1, "missing"), False, (8, 5, 8, 36)),
        (("missing",), False, (1, 1, 1, 1)),
        (("missing",), True, (1, 1, 1, 1)),
    ],
)
def test_a_span_is_exact(path: tuple[str | int, ...], key: bool, expected: tuple[int, int, int, int]) -> None:
    assert span_of(TEXT, "a.yml", path, key=key) == Span("a.yml", *expected)


YAML_LIKE = st.lists(
    st.sampled_from(
        [*"abæ\U0001f600:-?,[]{}#&*!|>'\"%@` \t\n\r\0\x85\u2028", "\r\n", ": ", "- ", "  ", "<<: ", "\n---\n"]
    )
).map("".join)


@given(st.one_of(st.binary(), YAML_LIKE.map(lambda text: text.encode()), st.text().map(lambda text: text.encode())))
@settings(max_examples=300, deadline=None)
def test_no_bytes_surprise_the_loader(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    root = tmp_path_factory.getbasetemp() / "any"
    (root / "content/courses").mkdir(parents=True, exist_ok=True)
    (root / "content/courses/a.yml").write_bytes(data)

    documents, found = load(root, folders=FOLDERS)

    assert bool(documents) != bool(found)
    for problem in found:
        assert_inside(problem.span, data.decode("utf-8-sig", errors="replace"))
        assert problem.rule.message.format_map(problem.values)
        assert problem.rule.hint.format_map(problem.values)


@given(
    st.one_of(YAML_LIKE, st.text(st.characters())),
    st.lists(st.one_of(st.integers(-1, 3), st.sampled_from("abæ"))).map(tuple),
    st.booleans(),
)
@settings(max_examples=300, deadline=None)
def test_a_span_lies_inside_the_file(text: str, path: tuple[str | int, ...], key: bool) -> None:
    assert_inside(span_of(text, "a.yml", path, key=key), text)


def assert_inside(span: Span, text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    assert (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column)
    assert span.end_line <= len(lines)
    assert span.column <= len(lines[span.line - 1]) + 1
    assert span.end_column <= len(lines[span.end_line - 1]) + 1
