"""What stood elsewhere is found where it stands now."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.build.published_comparison import problems_since
from generator.compile.redirects import relocated
from generator.content.validate import Places
from generator.kinds import KINDS
from generator.model.kind import at_addresses
from generator.problems.problem import HubError
from tests.kinds.small import BY_NAME, SITE, hub, item

WARDS = (("schools", "wards"),)


def test_every_page_under_a_former_address_of_its_kind_leads_on() -> None:
    kinds = at_addresses(KINDS, WARDS, (("schools", ("schools", "units")),))
    made = {one.path: one.made().decode() for one in relocated(["wards/", "wards/a/plan/", "courses/a/", ""], kinds)}

    assert list(made) == [
        "schools/index.html", "units/index.html", "schools/a/plan/index.html", "units/a/plan/index.html",
    ]  # fmt: skip
    assert 'href="../wards/"' in made["units/index.html"]
    assert 'href="../../../wards/a/plan/"' in made["schools/a/plan/index.html"]


def test_a_former_address_may_not_be_one_that_pages_have_now() -> None:
    with pytest.raises(HubError, match="courses"):
        at_addresses(KINDS, WARDS, (("schools", ("courses",)),))


@pytest.mark.parametrize(("former", "told"), [((), ["address-moved"]), ((("schools", ("schools",)),), [])])
def test_pages_that_a_new_address_leaves_behind_are_told(
    former: tuple[tuple[str, tuple[str, ...]], ...], told: list[str]
) -> None:
    kinds = {kind.name: kind for kind in at_addresses([BY_NAME["school"]], WARDS, former)}
    moved = replace(hub(item("course")), kinds=kinds)
    site = {"schools/index.html": b"<h1>Schools</h1>"}

    assert [one.code for one in problems_since(moved, Places(SITE), site.get)] == told
