"""Differences of words: right whatever the texts, and never dearer than their length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.kinds.course import word_difference
from generator.kinds.course.word_difference import Effort, likeness, steps

TEXTS = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"]), max_size=30)


@pytest.mark.parametrize("cheap", [0, 500_000])
@pytest.mark.parametrize("left", [0, 20, 40_000_000])
@given(old=TEXTS, new=TEXTS)
def test_steps_make_the_new_text_of_the_old(cheap: int, left: int, old: list[str], new: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(word_difference, "_CHEAP", cheap)
        found = steps(old, new, Effort(left))

    assert [word for _, a, b, _, _ in found for word in old[a:b]] == old
    assert [word for _, _, _, c, d in found for word in new[c:d]] == new
    assert all(old[a:b] == new[c:d] for tag, a, b, c, d in found if tag == "equal")


def test_words_that_both_have_once_hold_a_long_text_together() -> None:
    old = [word for number in range(3000) for word in ("og", f"ord{number}")]
    new = [*old[:2000], "nyt", *old[2000:4000], *old[4002:]]

    assert [(tag, b - a, d - c) for tag, a, b, c, d in steps(old, new, Effort()) if tag != "equal"] == [
        ("insert", 0, 1), ("delete", 2, 0),
    ]  # fmt: skip


def test_a_text_of_two_words_costs_no_more_than_there_is() -> None:
    effort = Effort()
    for _ in range(5):
        steps(["a", "b"] * 5000, ["b", "a", "a", "b"] * 2500, effort)

    assert steps(["a", "b"] * 5000, ["b", "a", "a", "b"] * 2500, effort)[0][0] == "replace"
    assert effort.left >= 0


def test_texts_are_alike_by_their_words() -> None:
    assert likeness(["en", "to", "tre"], ["tre", "to", "en", "fire", "fem"]) == 0.75
    assert likeness([], []) == 1.0
