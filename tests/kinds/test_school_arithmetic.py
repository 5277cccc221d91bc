"""How numbers of schools become what leaders read: a table of cases, then what must hold for any numbers."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.kinds.school.subject_levels import LevelOn, distribution, level_now, school_level
from generator.model.criterion_progress import (
    NOTHING,
    SMALLEST,
    Evidence,
    Reached,
    Total,
    group_status,
    reached,
    said,
    share_status,
    total_of,
)
from generator.model.plan_contract import Criterion, PlanTerm
from tests.kinds.small import ENGLISH

TERM = PlanTerm(id="spring", title="Spring", start=date(2027, 1, 1), end=date(2027, 7, 31))


def criterion(**target: object) -> Criterion:
    return Criterion(
        id="copied", text="They have copied.", population="staff", measure="Counted.",
        target={"words": "half", **target}, term="spring",
    )  # fmt: skip


def observed(day: str, **values: object) -> Evidence:
    return Evidence("copied", date.fromisoformat(day), **values)


HALF, TWO, WORDS = criterion(share=0.5), criterion(count=2), criterion()

CASES = [
    # target, observations, what is said of the school
    ("nothing reported is no data, not zero", HALF, [], "no-data"),
    ("exactly half is half", HALF, [observed("2027-03-15", reached=20, of=40)], "met"),
    ("one below half of 41 is near", HALF, [observed("2027-03-15", reached=20, of=41)], "near"),
    ("a tenth below is near", HALF, [observed("2027-03-15", reached=16, of=40)], "near"),
    ("more than a tenth below is not", HALF, [observed("2027-03-15", reached=15, of=40)], "not"),
    ("of four people nothing is said, not even that all do it", HALF, [observed("2027-03-15", reached=4, of=4)], "few"),
    ("five people are many enough", HALF, [observed("2027-03-15", reached=5, of=5)], "met"),
    ("nobody is not", HALF, [observed("2027-03-15", reached=0, of=40)], "not"),
    ("before the term is old", HALF, [observed("2026-12-31", reached=40, of=40)], "old"),
    ("the first day of the term counts", HALF, [observed("2027-01-01", reached=40, of=40)], "met"),
    (
        "the latest day counts, wherever its line stands", HALF,
        [observed("2027-05-01", reached=30, of=40), observed("2027-02-01", reached=1, of=40)], "met",
    ),
    (
        "of two on one day the later line counts", HALF,
        [observed("2027-05-01", reached=30, of=40), observed("2027-05-01", reached=1, of=40)], "not",
    ),
    ("a count is met at the count", TWO, [observed("2027-05-01", reached=2)], "met"),
    ("a count is near one below", TWO, [observed("2027-05-01", reached=1)], "near"),
    ("a count of none is not", TWO, [observed("2027-05-01", reached=0)], "not"),
    ("words are met by verdict", WORDS, [observed("2027-05-01", verdict="met")], "met"),
    ("partly is near", WORDS, [observed("2027-05-01", verdict="partly")], "near"),
    ("not is not", WORDS, [observed("2027-05-01", verdict="not")], "not"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("target", "observations", "status"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_what_is_said_of_a_school(target: Criterion, observations: list[Evidence], status: str) -> None:
    assert reached(target, TERM, observations, date(2027, 5, 1)).status == status


def test_before_the_term_what_is_reported_says_how_far_it_is() -> None:
    early = [observed("2026-11-18", reached=22, of=40)]

    assert reached(HALF, TERM, early, date(2026, 11, 28)).status == "met"
    assert reached(HALF, TERM, early, TERM.start).status == "old"


@pytest.mark.parametrize(
    ("count", "of", "target", "status"),
    [(9, 10, 0.9, "met"), (8, 10, 0.9, "near"), (7, 10, 0.9, "not"), (3, 10, 0.3, "met"), (1, 3, 0.3333, "met")],
)
def test_shares_are_compared_in_whole_numbers(count: int, of: int, target: float, status: str) -> None:
    assert share_status(count, of, target) == status


def test_a_group_is_sum_over_sum_of_those_who_reported() -> None:
    north, south = total_of(HALF, Reached("met", TERM.start, 9, 10)), total_of(HALF, Reached("not", TERM.start, 10, 90))
    silent = total_of(HALF, Reached("no-data"))

    assert north + south + silent == Total(schools=3, reported=2, reached=19, of=100, met=1)
    assert group_status(HALF, north + south + silent) == "not", "the mean of the shares would be above half"


def test_where_schools_are_counted_each_is_one() -> None:
    plan = criterion(share=1).model_copy(update={"population": "schools"})
    group = total_of(plan, Reached("met", verdict="met")) + total_of(plan, Reached("not", verdict="not"))

    assert group == Total(schools=2, reported=2, reached=1, of=2, met=1)


def test_what_is_old_is_not_counted() -> None:
    assert total_of(HALF, Reached("old", date(2026, 1, 1), 40, 40)) == Total(1, 0, 0, 0, 0)


def test_a_group_that_has_reported_nothing_has_no_data() -> None:
    assert group_status(HALF, total_of(HALF, Reached("no-data"))) == "no-data"


def test_a_school_is_on_the_lowest_level_of_its_required_subjects() -> None:
    levels = level_now([
        LevelOn("danish", "two", date(2026, 9, 1)),
        LevelOn("danish", "three", date(2026, 10, 1)),
        LevelOn("maths", "two", date(2026, 10, 1)),
        LevelOn("music", "one", date(2026, 10, 1)),
    ])  # fmt: skip

    assert school_level(levels, ("one", "two", "three"), ("danish", "maths")) == "two"
    assert school_level(levels, ("one", "three"), ("danish", "maths")) == "three", "a level that is gone does not count"
    assert school_level({}, ("one", "two"), ("danish",)) is None


def test_levels_are_counted_never_averaged() -> None:
    assert distribution(["one", "three", None, "three"], ("one", "two", "three")) == (
        ("one", 1),
        ("two", 0),
        ("three", 2),
    )


COUNTS = some.integers(0, 60).flatmap(lambda of: some.tuples(some.integers(0, of), some.just(of)))
SMALL = some.integers(1, SMALLEST - 1).flatmap(lambda of: some.tuples(some.integers(0, of), some.just(of)))


def together(counts: list[tuple[int, int]]) -> Total:
    """What these schools come to."""
    return sum((total_of(HALF, Reached("met", TERM.start, *one)) for one in counts), NOTHING)


@given(some.lists(COUNTS), SMALL, SMALL)
def test_nothing_of_few_people_can_be_worked_out(
    others: list[tuple[int, int]], one: tuple[int, int], two: tuple[int, int]
) -> None:
    """An attacker who knows every other school and every sum sees the same whatever the small school has counted."""
    assert together([*others, one]) == together([*others, two])


@given(some.lists(COUNTS), some.lists(COUNTS))
def test_parts_add_up_to_the_whole(north: list[tuple[int, int]], south: list[tuple[int, int]]) -> None:
    assert together(north) + together(south) == together([*south, *north])


@pytest.mark.parametrize(
    ("counts", "words", "status"),
    [
        ([(63, 120), (0, 10)], "63 of 130 (48 %); 2 of 2 schools have reported", "near"),
        ([(2, 4)], "Too few to show; 1 of 1 school has reported", "few"),
        (
            [(2, 4), (30, 48)],
            "30 of 48 (62 %); 2 of 2 schools have reported; 1 has counted fewer than 5 and is left out", "met",
        ),
        ([], "0 of 0 schools have reported", "no-data"),
    ],
)  # fmt: skip
def test_what_is_said_of_a_group(counts: list[tuple[int, int]], words: str, status: str) -> None:
    total = together(counts)

    assert said(HALF, total, ENGLISH) == words
    assert group_status(HALF, total) == status


@given(some.permutations([Total(1, 1, 3, 9, 0), Total(2, 1, 5, 40, 1), Total(4, 0, 0, 0, 0)]))
def test_any_order_gives_the_same_whole(parts: list[Total]) -> None:
    assert sum(parts, NOTHING) == Total(7, 2, 8, 49, 1)
