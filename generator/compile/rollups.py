"""All roll-ups of a hub: those of its kinds, and those over items of every kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from generator.compile.feeds import NEWEST_ITEMS
from generator.model.catalog import Catalog
from generator.model.kind import Kind
from generator.model.rollup import HUB_DAY, Rollup, roll_up

OVER_ALL_KINDS: tuple[Rollup[Any, Any], ...] = (HUB_DAY, NEWEST_ITEMS)


def rolled_up(catalog: Catalog, kinds: Sequence[Kind]) -> Catalog:
    """The catalog with what every roll-up comes to."""
    of_kinds = [(kind.name, rollup) for kind in kinds for rollup in kind.rollups]
    over_all = [(None, rollup) for rollup in OVER_ALL_KINDS]
    return replace(catalog, rolled=roll_up(catalog.items.values(), [*over_all, *of_kinds]))
