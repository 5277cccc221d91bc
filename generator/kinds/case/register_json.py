"""The register for machines: all cases with track, state and what they touch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from pydantic_core import to_json

from generator.kinds.case.summary import CURRENT, CaseItem
from generator.model.context import Context
from generator.model.page import Export


def exports(items: Sequence[CaseItem], context: Context) -> Iterator[Export]:
    """`api/v1/cases.json`: in the order of the register."""
    yield Export("api/v1/cases.json", partial(_register, items, context.settings.site_url))


def _register(items: Sequence[CaseItem], site_url: str) -> bytes:
    return to_json({"format": "training-hub cases 1", "cases": [_case(item, site_url) for item in items]})


def _case(item: CaseItem, site_url: str) -> dict[str, object]:
    """What is not said is null, and a hub without an address gives places on the site."""
    case, common = item.summary, item.common
    return {
        "id": item.id, "url": f"{site_url}{item.url}", "title": common.title, "summary": common.summary,
        "track": case.track, "state": case.state, "is_current": case.state in CURRENT, "weight": case.weight,
        "opened": case.opened.isoformat(), "updated": common.updated.isoformat(),
        "decided": case.decided.isoformat() if case.decided else None,
        "solved": case.solved.isoformat() if case.solved else None,
        "version": case.version,
        "planned": [f"{moment:%Y-%m-%dT%H:%M}" for moment in case.planned] if case.planned else None,
        "functions": case.functions, "items": case.items, "schools": case.schools, "devices": case.devices,
    }  # fmt: skip
