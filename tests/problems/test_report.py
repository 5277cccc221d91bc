"""Reports: what people, programs and GitHub are told."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from generator.i18n.language import language
from generator.problems.problem import Problem, Rule, Severity, Span
from generator.problems.report import as_github, as_json, as_text, masked

DANISH, ENGLISH = language("da"), language("en")
ODD = Rule("odd-word", Severity.ERROR, "“{word}” is odd.", "Write “{other}”.")
LONG = Rule("long-line", Severity.WARNING, "This is long.", "")
FILES = {"a.yml": "title: x\nword: 世界 ord\n", "b.yml": "\ttab: here\r\n" + "y" * 300 + " end\r\n"}


def odd(file: str, *place: int, word: str = "x", other: str = "y") -> Problem:
    return Problem(ODD, Span(file, *place), {"word": word, "other": other})


def test_the_second_problem_and_the_second_file_are_shown_too() -> None:
    found = [odd("a.yml", 1, 8, 1, 9), odd("a.yml", 2, 10, 2, 13, word="ord"), Problem(LONG, Span("b.yml", 1, 2, 1, 5))]

    assert as_text(found, read=FILES.__getitem__, language=ENGLISH) == (
        "a.yml:1:8: error odd-word\n“x” is odd.\n   1 | title: x\n     |        ^\n→ Write “y”.\n\n"
        "a.yml:2:10: error odd-word\n“ord” is odd.\n   2 | word: 世界 ord\n     |            ^^^\n→ Write “y”.\n\n"
        "b.yml:1:2: warning long-line\nThis is long.\n   1 |  tab: here\n     |  ^^^\n\n"
        "2 errors, 1 warning\n"
    )


def test_the_sum_and_the_severity_are_said_in_danish() -> None:
    text = as_text([odd("a.yml", 1, 8, 1, 9)], read=FILES.__getitem__, language=DANISH)

    assert text.startswith("a.yml:1:8: fejl odd-word\n")
    assert text.endswith("\n1 fejl, 0 advarsler\n")
    assert as_text([], read=FILES.__getitem__, language=DANISH) == "Ingen fejl.\n"


def test_a_long_line_is_cut_around_the_place() -> None:
    lines = as_text([odd("b.yml", 2, 302, 2, 305)], read=FILES.__getitem__, language=ENGLISH).splitlines()

    assert lines[2].startswith("   2 | …yyy")
    assert lines[2].endswith("y end")
    assert lines[3].index("^") == lines[2].index("end")
    assert lines[3].count("^") == 3


def test_a_span_over_lines_is_marked_to_the_end_of_its_first() -> None:
    text = as_text([odd("a.yml", 1, 1, 2, 5)], read=FILES.__getitem__, language=ENGLISH)

    assert "\n     | ^^^^^^^^\n" in text


def test_a_file_that_is_gone_has_no_excerpt() -> None:
    def read(path: str) -> str:
        raise FileNotFoundError(path)

    assert " | " not in as_text([odd("a.yml", 1, 2, 1, 3)], read=read, language=ENGLISH)


def test_a_file_blamed_as_a_whole_is_not_opened() -> None:
    def read(path: str) -> str:
        raise AssertionError(path)

    assert as_text([odd("a.yml")], read=read, language=ENGLISH)


def test_colour_comes_only_when_asked_for_and_changes_no_word() -> None:
    found = [odd("a.yml", 1, 8, 1, 9)]
    plain = as_text(found, read=FILES.__getitem__, language=ENGLISH)
    coloured = as_text(found, read=FILES.__getitem__, language=ENGLISH, colour=True)

    assert "\x1b" not in plain
    assert "\x1b[31merror\x1b[0m" in coloured


def test_personal_numbers_are_masked_everywhere() -> None:
    found = [odd("a.yml", 1, 1, 1, 5, word="010203-1234")]
    reports = [
        as_text(found, read=lambda _: "note: 010203-1234 and 0102031234 and 12345678901\n", language=ENGLISH),
        as_json(found, ENGLISH),
        as_github(found, ENGLISH),
    ]

    assert [report for report in reports if "1234 " in report or "-1234" in report] == []
    assert "note: ••••••-•••• and •••••••••• and 12345678901" in reports[0]


def test_nothing_in_a_file_commands_the_terminal() -> None:
    found = [odd("a\x1b.yml", 1, 1, 1, 5, word="\x1b[2J")]

    assert "\x1b" not in as_text(found, read=lambda _: "\x1b]0;x\x07\u202e", language=ENGLISH)


def test_json_keeps_its_contract() -> None:
    found = [odd("a.yml", 1, 8, 1, 9), Problem(LONG, Span("b.yml", 3, 2, 3, 5))]

    assert json.loads(as_json(found, ENGLISH)) == {
        "problems": [
            {
                "code": "odd-word",
                "severity": "error",
                "message": "“x” is odd.",
                "hint": "Write “y”.",
                "file": "a.yml",
                "line": 1,
                "column": 8,
            },
            {
                "code": "long-line",
                "severity": "warning",
                "message": "This is long.",
                "hint": "",
                "file": "b.yml",
                "line": 3,
                "column": 2,
            },
        ],
        "errors": 1,
        "warnings": 1,
    }


def test_github_commands_are_escaped() -> None:
    found = [odd("a,b:c%.yml", 1, 8, 1, 9, word="100 %\r\n::error::x")]

    assert as_github(found, ENGLISH) == (
        "::error file=a%2Cb%3Ac%25.yml,line=1,col=8,title=odd-word::"
        "“100 %25%0D%0A::error::x” is odd.%0AWrite “y”.\n1 error, 0 warnings\n"
    )


def test_braces_in_a_value_stay_what_they_are() -> None:
    assert "{{ 7*7 }}{other}" in as_json([odd("a.yml", word="{{ 7*7 }}{other}")], ENGLISH)


@given(st.text())
def test_masking_keeps_the_length(text: str) -> None:
    assert len(masked(text)) == len(text)


@given(st.text(), st.tuples(*[st.integers(1, 40)] * 4), st.text())
def test_no_text_and_no_span_surprise_the_report(text: str, place: tuple[int, ...], word: str) -> None:
    found = [odd("a.yml", *place, word=word)]

    assert as_text(found, read=lambda _: text, language=DANISH).isprintable() is False
    assert json.loads(as_json(found, DANISH))["errors"] == 1
    assert as_github(found, DANISH).count("\n") == 2
