"""Roll-ups: what many items come to, and that pages are told what they ask for and no more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from generator.compile.page_dependencies import FarError, LinkDigests, in_reach, seen_through, visible
from generator.kinds import KINDS
from generator.model.catalog import Catalog, Item
from generator.model.context import rolled_up
from generator.model.rollup import (
    DAY,
    FUNCTION_GUIDES,
    HUB_DAY,
    SHARES,
    Leads,
    Rolled,
    Rollup,
    RollupName,
    SchoolShare,
    roll_up,
)
from tests.kinds.small import catalog, item

TITLES: RollupName[tuple[str, ...]] = RollupName("titles")


def titles(item: Item) -> Iterator[tuple[str, str]]:
    yield item.kind, item.common.title
    yield "all", item.id


BY_KIND = Rollup(name=TITLES, emit=titles, fold=tuple)
EXPERIENCE = "experiences: [{school: south, date: 2026-10-01, text: Well.}]"
COPY = "based_on: {course: first, title: T, version: '1', creator: C, licence: CC-BY-SA-4.0}"


def rolled(*items: Item, of: str | None = None) -> Rolled:
    return roll_up(catalog(items).items.values(), [(of, BY_KIND)])


def hub(*items: Item) -> Catalog:
    return rolled_up(catalog(items), KINDS)


def test_values_are_folded_by_key_in_the_order_of_items() -> None:
    told = rolled(item("course", "title: B", "a"), item("course", "title: A", "b"), item("guide", "title: C", "a"))

    assert told.total(TITLES, "course") == ("B", "A")
    assert told.total(TITLES, "all") == ("a", "b", "a")
    assert told.keys(TITLES) == ("course", "all", "guide")


def test_a_kinds_roll_up_is_over_its_own_items() -> None:
    told = rolled(item("course", id_="a"), item("guide", id_="b"), of="guide")

    assert told.total(TITLES, "all") == ("b",)


def test_a_key_without_values_comes_to_what_none_come_to() -> None:
    assert rolled().total(TITLES, "course") == ()
    with pytest.raises(KeyError):
        rolled().total(DAY, "")


def test_two_roll_ups_may_not_have_one_name() -> None:
    with pytest.raises(ValueError, match="titles"):
        roll_up((), [(None, BY_KIND), (None, HUB_DAY), (None, BY_KIND)])


def test_the_hubs_day_is_the_newest_that_content_bears() -> None:
    assert hub().day == date.min
    assert hub(item("guide", "updated: 2026-10-05"), item("plan", "updated: 2026-10-04", "b")).day == date(2026, 10, 5)


def test_no_roll_up_opens_a_model() -> None:
    """Of ten thousand items that would take minutes."""

    def opened() -> None:
        raise AssertionError("a model was opened")

    small = catalog([item("course", EXPERIENCE), item("guide"), item("video"), item("plan")])
    shut = {key: replace(one, held=opened) for key, one in small.items.items()}

    assert rolled_up(replace(small, items=shut), KINDS).rolled == rolled_up(small, KINDS).rolled


def test_a_schools_shares_are_counted() -> None:
    told = hub(item("course", EXPERIENCE, "first"), item("course", COPY, "second"))

    assert told.rollup(SHARES, "north") == SchoolShare(courses=2, copies=1)
    assert told.rollup(SHARES, "south") == SchoolShare(experiences=1)
    assert told.rollup(SHARES, "east") == SchoolShare()


def test_functions_lead_to_the_guides_that_show_them() -> None:
    step = "{title: In a step, steps: [{action: Copy., function: copy}]}"
    whole = item("guide", "{title: Whole, functions: [copy]}", "b")
    told = hub(item("guide", step, "a"), whole, item("guide", id_="c"))

    assert told.rollup(FUNCTION_GUIDES, "copy") == (Leads("In a step", "guides/a/"), Leads("Whole", "guides/b/"))


def test_pages_are_told_what_their_kind_asks_for_alone() -> None:
    course = item("course")
    whole = hub(course)
    seen = seen_through(whole, visible(course, whole, [(SHARES, "north")]))

    assert seen.rollup(SHARES, "north") == SchoolShare(courses=1)
    for ask in (lambda: seen.rollup(SHARES, "south"), lambda: seen.day, lambda: seen.rolled.keys(SHARES)):
        with pytest.raises(FarError):
            ask()


def test_pages_are_made_again_when_what_they_were_told_is_otherwise() -> None:
    one, two = item("course", id_="one"), item("course", id_="two")
    before, after = hub(one, two), hub(one, item("course", EXPERIENCE, "two"))

    def reach(known: Catalog, school: str) -> tuple[object, ...]:
        return in_reach(one, visible(one, known, [(SHARES, school)]), LinkDigests(known))

    assert reach(before, "north") == reach(after, "north")
    assert reach(before, "south") != reach(after, "south")
