"""What overviews say of all schools together, held against the rules of arithmetic and of discretion."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.validate import check_content
from generator.engine import load_config
from generator.kinds import KINDS
from generator.kinds.school.data_exports import exports
from generator.kinds.school.overview import overviews
from generator.kinds.school.summary import SchoolItem
from generator.model.context import Context
from generator.model.criterion_progress import SMALLEST
from tests.hub import DANISH_HUB


@pytest.fixture(scope="module")
def hub() -> Context:
    return check_content(DANISH_HUB, load_config(DANISH_HUB / "site_config.yml").settings, KINDS).hub


def schools(hub: Context) -> tuple[SchoolItem, ...]:
    return cast("tuple[SchoolItem, ...]", hub.catalog.of_kind("school"))


def told(items: Sequence[SchoolItem], hub: Context) -> list[object]:
    """All that overviews say: their pages as values, and their files."""
    return [*overviews(items, hub), *((export.path, export.made()) for export in exports(items, hub))]


@settings(max_examples=10)
@given(data=st.data())
def test_any_order_of_files_gives_the_same_overviews(hub: Context, data: st.DataObject) -> None:
    items = schools(hub)

    assert told(data.draw(st.permutations(items)), hub) == told(items, hub)


def test_the_parts_of_each_criterion_add_up_to_the_whole(hub: Context) -> None:
    made = next(export.made() for export in exports(schools(hub), hub) if export.path.endswith("overview.json"))
    rows = json.loads(made)["tables"]["criteria"]
    criteria: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        criteria.setdefault(row["criterion_id"], []).append(row)

    assert len(criteria) > 5
    for whole, *parts in criteria.values():
        numbers = [name for name in whole if isinstance(whole[name], int)]
        assert {"schools", "reported"} <= set(numbers)
        for name in numbers:
            assert whole[name] == sum(part[name] or 0 for part in parts), (whole["criterion_id"], name)


def test_an_attacker_sees_the_same_whatever_few_people_have_reached(hub: Context) -> None:
    """One who knows all that is published cannot tell what a school with few people has counted."""
    items = schools(hub)
    small = [item for item in items if any(one.of and one.of < SMALLEST for one in item.summary.evidence)]
    seen = told(items, hub)

    assert small
    for item in small:
        for count in range(SMALLEST):
            evidence = tuple(
                replace(one, reached=min(count, one.of)) if one.of and one.of < SMALLEST else one
                for one in item.summary.evidence
            )
            other = replace(item, summary=replace(item.summary, evidence=evidence))
            assert told([other if one is item else one for one in items], hub) == seen
