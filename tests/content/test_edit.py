"""However the values of a text are changed, the text says them, and keeps comments, order and layout."""

from __future__ import annotations

import copy
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.yaml.edit import edited
from generator.content.yaml.parser import value_of
from generator.content.yaml.writer import Value

SCHOOL = """\
# yaml-language-server: $schema=../../.hub/schema/school.json
title: Testskole 1   # as in the vocabulary
superusers: {count: 5, leader: true, as_of: 2026-09-01}  # counted by hand
plans:
  # one for each common plan
  - of: rollout
    changes:
      - {activity: own-plan, state: done}
      # moved after the summer
      - {activity: cafe, due: 2027-01-29, note: "Before the holiday"}  # agreed
levels:
- subject: danish   # the first one
  level: level-1
  # not sure of the day
  as_of: 2026-05-20

- subject: maths
  level: level-2
focus:
  - Self-evaluation
  - "A: b"
note: |
  Two lines,
  one after the other.

# the end
agreements: []
"""
OTHERS = (
    "a: b",
    "a: |\n  text",
    "a:\nb: c\n",
    "{a: b, c: [d, e]}\n",
    "a: [b, # about b\n  c, # about c\n  d]\nx: {k: v, l: , m: [n]}\n",
    "a:\n  - - b\n    - c\n  -\n    # deep\n    d: e\n  - # beside\n    f: g\nh: 'it''s'\n",
    "a: >-\n  folded\n  text\n\n\nb:\r\n  - c\r\n",
    "? a\n: b\nc: d\n",
    "---\na: b\n...\n",
    "a: [b: c]\n",
)

TEXTS = st.text(st.sampled_from("abæ :#-,[]{}\"'|>?!%@`\\\n\t0=*&»"), max_size=12)
VALUES: st.SearchStrategy[Value] = st.recursive(
    TEXTS | st.just("plain words") | st.none(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "b", "due", "x y"]), inner, max_size=3)
    ),
    max_leaves=6,
)


def value(text: str) -> dict[str, Any]:
    found = value_of(text, "")[0]
    assert isinstance(found, dict)
    return found


def collections(of: Any) -> list[Any]:
    """Every mapping and list, the outermost first."""
    inner = of.values() if isinstance(of, dict) else of if isinstance(of, list) else ()
    return [of, *(found for part in inner for found in collections(part))] if isinstance(of, dict | list) else []


@st.composite
def changed_once(draw: st.DrawFn, of: dict[str, Any]) -> dict[str, Any]:
    """The value with one thing set, put in, taken out or moved."""
    wanted = copy.deepcopy(of)
    inside = draw(st.sampled_from(collections(wanted)))
    new = draw(VALUES)
    if isinstance(inside, dict):
        key = draw(st.sampled_from([*inside, "due", "new"]))
        if draw(st.booleans()) or key not in inside or len(wanted) == 1:
            inside[key] = new
        else:
            del inside[key]
        return wanted
    match draw(st.sampled_from(["set", "put", "take", "move"])):
        case "set" if inside:
            inside[draw(st.integers(0, len(inside) - 1))] = new
        case "take" if inside:
            inside.pop(draw(st.integers(0, len(inside) - 1)))
        case "move" if inside:
            inside.insert(draw(st.integers(0, len(inside) - 1)), inside.pop(draw(st.integers(0, len(inside) - 1))))
        case _:
            inside.insert(draw(st.integers(0, len(inside))), new)
    return wanted


@settings(max_examples=150)
@given(data=st.data(), text=st.sampled_from([SCHOOL, *OTHERS]))
def test_any_sequence_of_edits_gives_a_text_that_says_just_that(data: st.DataObject, text: str) -> None:
    for _ in range(data.draw(st.integers(1, 4))):
        wanted = data.draw(changed_once(value(text)))
        text = edited(text, wanted)

        assert value(text) == wanted
    assert edited(text, value(text)) == text


@settings(max_examples=100)
@given(data=st.data())
def test_lines_of_other_entries_stay_as_they_are(data: st.DataObject) -> None:
    """Of each field that is the same before and after, every line with its comments is still there, in order."""
    before = value(SCHOOL)
    wanted = data.draw(changed_once(before))
    text = edited(SCHOOL, wanted)
    lines = text.split("\n")
    same = [line for key, block in BLOCKS.items() if wanted.get(key, ...) == before[key] for line in block if line]

    assert [line for line in lines if line in same] == same


BLOCKS = {
    found[1]: found[0].rstrip("\n").split("\n")
    for found in re.finditer(r"^(\w+):.*\n(?:[ -].*\n|\n(?= |-))*", SCHOOL, re.MULTILINE)
}


def test_one_value_is_one_changed_line() -> None:
    wanted = value(SCHOOL)
    wanted["plans"][0]["changes"][1]["due"] = "2027-02-12"

    assert edited(SCHOOL, wanted) == SCHOOL.replace("2027-01-29", "2027-02-12")


def test_an_entry_is_put_in_as_its_neighbours_are_written() -> None:
    wanted = value(SCHOOL)
    wanted["plans"][0]["changes"].append({"activity": "teach", "state": "started", "note": "»Half« of them: 22"})
    wanted["levels"].append({"subject": "art", "level": "level-1"})

    text = edited(SCHOOL, wanted)

    assert '\n      - {activity: teach, state: started, note: "»Half« of them: 22"}\nlevels:\n' in text
    assert "\n- subject: art\n  level: level-1\nfocus:\n" in text


def test_an_entry_that_goes_takes_the_comment_beside_it_along_and_leaves_those_above() -> None:
    wanted = value(SCHOOL)
    del wanted["plans"][0]["changes"][1]
    del wanted["superusers"]

    text = edited(SCHOOL, wanted)

    assert "# agreed" not in text
    assert "# counted by hand" not in text
    assert "# moved after the summer" in text


def test_an_entry_that_is_moved_takes_its_comments_along() -> None:
    wanted = value(SCHOOL)
    wanted["levels"].reverse()

    assert "as_of: 2026-05-20\nfocus" in edited(SCHOOL, wanted)
    assert "# not sure of the day\n  as_of" in edited(SCHOOL, wanted)


def test_the_ends_of_lines_stay_those_of_the_file() -> None:
    crlf = SCHOOL.replace("\n", "\r\n")
    wanted = value(crlf)
    wanted["focus"].append("More")

    text = edited(crlf, wanted)

    assert text.replace("\r\n", "\n") == edited(SCHOOL, wanted)
    assert "\n" not in text.replace("\r\n", "")


@pytest.mark.parametrize("text", ["a: b\n  c: d\n", "- a\n", ""])
def test_a_text_that_is_not_sound_is_not_edited(text: str) -> None:
    with pytest.raises(ValueError, match="not sound"):
        edited(text, {"a": "b"})


def test_what_no_text_may_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="no text may"):
        edited("a: b\n", {"a": "\u202e"})
