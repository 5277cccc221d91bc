"""Usual YAML is read in haste, and says what the full reader says; anything else is left to that."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.yaml.fast import UnusualError, usual
from generator.content.yaml.parser import _in_brackets, _Reader, value_of
from tests.hub import DANISH_HUB

COURSES = sorted((DANISH_HUB / "content/courses").glob("*.yml"))
USUAL = {
    "texts": "a: tekst\nb: 12:30\nc: http://a.b/c#d\nd: »citat«  \ne_1-x: æ\n",
    "nothing": "a:\nb: ~\nc: null\nd: \"\"\ne: ''\nf: [null, b]\n",
    "quoted": "a: \"x: y # z\"\nb: 'it''s'\nc:\n- \"d\"\n",
    "lists": "a:\n- b\n- c\nd:\n  - e\n  -   f: g\n      h: i\n  - j:\n    - k\n",
    "mappings": "a:\n   b:\n     c: d\n   e: f\ng: h\n",
    "brackets": "a: [b c, \"d, e\", 5]\nf: {g: h, i: \"j: k\"}\nl: [{m: n}, []]\n",
    "blocks": "a: |\n  et\n\n    to\n  - tre: fire\n\n\nb: |-\n   fem # seks\nc:\n  - |\n    syv\n",
    "folded": "a: et\n  to\n  tre\nb:\n- fire\n  fem\n- g: h\n    i\n",
    "comments": "# først\na: b\n\n  # så\nc:\n  # til sidst\n  d: e\n",
}  # fmt: skip
UNUSUAL = {
    "a comment in a text": "a: b # c\n", "a comment ends a text": "a: b\n  # c\n  d\n", "a paragraph": "a: b\n\n  c\n",
    "a tab": "a:\tb\n", "line ends of another system": "a: b\r\n", "an anchor": "a: &b c\n", "a tag": "a: !b c\n",
    "a key twice": "a: b\na: c\n", "a key that is nothing": "null: a\n", "a key in quotation marks": '"a": b\n',
    "a key in a text": "a: b: c\n", "a document": "---\na: b\n", "two documents": "a: b\n---\nc: d\n",
    "a list": "- a\n", "too deep": "a: b\n  c: d\n", "not deep enough": "a:\n    b: c\n  d: e\n", "an escape": 'a: "\\n"\n',
    "a block that folds": "a: >\n  b\n", "a block that keeps": "a: |+\n  b\n", "a block that goes back": "a: |\n    b\n  c\n",
    "a block without an end": "a: |\n  b", "an empty block": "a: |\nb: c\n", "an open bracket": "a: [b,\n  c]\n",
    "a list in a line": "a: - b\n", "an empty entry": "a:\n-\n", "a list in a list": "a:\n- - b\n", "": "",
    "a key twice in brackets": "a: {b: c, b: d}\n", "nothing at all": "# a\n",
}  # fmt: skip


def in_haste(text: str) -> Any:
    return usual(text, _in_brackets)


def in_full(text: str) -> tuple[Any, list[Any]]:
    reader = _Reader(text, "")
    reader.read()
    return reader.root, reader.problems


@pytest.mark.parametrize("name", USUAL)
def test_usual_yaml_is_read_in_haste(name: str) -> None:
    assert (in_haste(USUAL[name]), []) == in_full(USUAL[name])


@pytest.mark.parametrize("file", COURSES, ids=lambda file: file.stem)
def test_courses_are_usual(file: Path) -> None:
    text = file.read_text("utf-8")

    assert (in_haste(text), []) == in_full(text)


@pytest.mark.parametrize("name", UNUSUAL)
def test_what_is_not_usual_is_left_to_the_full_reader(name: str) -> None:
    with pytest.raises(UnusualError):
        in_haste(UNUSUAL[name])


def test_nesting_and_length_are_left_to_the_full_reader() -> None:
    deep = "".join(f"{' ' * depth}a:\n" for depth in range(50))
    for text in (deep, "a: " + "b" * 100_000):
        with pytest.raises(UnusualError):
            in_haste(text)
    assert value_of(deep, "x")[1]


PARTS = st.sampled_from((
    "a: b", "b: |", "c:", "- ", "- d", "- e: f", "  ", " ", "    ", "tekst", '"q: x"', "'it''s'", "[a, b]", "{a: b}", "# c", " # c",
    "~", ": ", ":", "-", "null", "&a", "!t", "%", ">", "|-", "[", "}", ",", '"', "'", "\\", "\u00a0", "æ", "[a, {b: c}]", "---",
))  # fmt: skip
LINES = st.lists(st.tuples(st.integers(0, 5), st.lists(PARTS, max_size=3)), max_size=9).map(
    lambda lines: "\n".join(" " * indent + "".join(parts) for indent, parts in lines)
)


@given(LINES, st.sampled_from(("", "\n", "\n\n")), st.sampled_from(COURSES), st.integers(0, 200))
def test_what_is_read_in_haste_is_what_the_full_reader_reads(said: str, end: str, file: Path, at: int) -> None:
    course = file.read_text("utf-8").split("\n")
    for text in (said + end, "\n".join([*course[:at], said, *course[at:]])):
        try:
            found = in_haste(text)
        except UnusualError:
            continue
        assert (found, []) == in_full(text), text
