"""The pages of an item can read all that their fingerprint holds, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.compile.visibility import FarError, near, only
from generator.model.catalog import Catalog, Use
from tests.kinds.small import catalog, item

BASED = "based_on: {{course: {0}, title: T, version: '1', creator: C, licence: CC-BY-4.0}}"


@pytest.fixture
def hub() -> Catalog:
    """A course, a copy, a copy of the copy, a guide that names the copy, and a stranger."""
    known = catalog([
        item("course", id_="source"), item("course", BASED.format("source"), id_="copy"),
        item("course", BASED.format("copy"), id_="grandchild"), item("guide", "see_also: ['course:copy']", id_="guide"),
        item("course", "see_also: ['guide:gone']", id_="stranger"),
    ])  # fmt: skip
    based, named = ("based_on", "course"), ("see_also", 0)
    uses = {
        ("course", "source"): (Use(("course", "copy"), based, ""),),
        ("course", "copy"): (Use(("course", "grandchild"), based, ""), Use(("guide", "guide"), named, "")),
    }
    return replace(known, uses=uses)


def test_a_course_sees_its_family_and_who_names_it(hub: Catalog) -> None:
    seen = near(hub.items["course", "copy"], hub)

    assert seen == {("course", "copy"), ("course", "source"), ("course", "grandchild"), ("guide", "guide")}


def test_a_course_sees_the_whole_family_also_from_its_end(hub: Catalog) -> None:
    assert {("course", "source"), ("course", "copy")} < near(hub.items["course", "grandchild"], hub)


def test_what_is_named_and_gone_is_seen_so_that_its_return_is_noticed(hub: Catalog) -> None:
    assert ("guide", "gone") in near(hub.items["course", "stranger"], hub)


def test_to_ask_for_more_is_a_fault(hub: Catalog) -> None:
    seen = only(hub, near(hub.items["course", "source"], hub))

    assert seen.items["course", "copy"].id == "copy"
    assert seen.items.get(("course", "source")) is not None
    for far in (("course", "stranger"), ("guide", "guide")):
        with pytest.raises(FarError):
            seen.items.get(far)
    with pytest.raises(FarError):
        seen.of_kind("course")
