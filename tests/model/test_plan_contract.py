"""How a local plan differs from the common one."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.plan_contract import (
    Added,
    Difference,
    Dropped,
    Moved,
    Noted,
    Overlay,
    Phase,
    Progressed,
    difference,
    unknown_activities,
    unknown_phases,
    without_id,
)


def activity(id_: str | None, due: str, **more: Any) -> dict[str, Any]:
    named = {"id": id_} if id_ else {}
    return {**named, "title": f"Do {id_}", "role": "teacher", "due": due, **more}


YEAR = {"start": "2026-01-01", "end": "2026-12-31", "aims": ["Begun."]}
PLAN = tuple(
    Phase.model_validate({"id": id_, "title": id_, "activities": held, **YEAR})
    for id_, held in (
        ("first", [activity("train", "2026-05-31"), activity(None, "2026-06-01"), activity("copy", "2026-06-24")]),
        ("second", [activity("plan", "2026-09-30")]),
    )
)  # fmt: skip


def differing(**overlay: Any) -> list[tuple[Any, ...]]:
    return [_told(one) for one in difference(PLAN, Overlay.model_validate(overlay))]


def _told(one: Difference) -> tuple[Any, ...]:
    match one:
        case Moved(about, days, note):
            return "moved", about.id, days, note
        case Dropped(about, reason):
            return "dropped", about.id, reason
        case Progressed(about, state, note):
            return "progressed", about.id, state, note
        case Noted(about, note):
            return "noted", about.id, note
        case Added(about):
            return "added", about.id, about.state


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, []),
        ({"due": "2026-05-31"}, []),
        ({"state": "planned"}, []),
        ({"due": "2026-06-14"}, [("moved", "train", 14, "")]),
        ({"due": "2026-05-30", "note": "Earlier."}, [("moved", "train", -1, "Earlier.")]),
        ({"state": "started", "note": "Half."}, [("progressed", "train", "started", "Half.")]),
        ({"note": "In teams."}, [("noted", "train", "In teams.")]),
        ({"due": "2026-06-01", "state": "done", "note": "N."},
         [("moved", "train", 1, "N."), ("progressed", "train", "done", "")]),
        ({"state": "dropped", "reason": "Done before."}, [("dropped", "train", "Done before.")]),
        ({"state": "dropped", "due": "2026-06-01"}, [("dropped", "train", "")]),
    ],
)  # fmt: skip
def test_only_what_differs_is_told(change: dict[str, Any], told: list[tuple[Any, ...]]) -> None:
    assert differing(changes=[{"activity": "train", **change}]) == told


def test_differences_stand_in_the_order_of_the_common_plan() -> None:
    added = {**activity("cafe", "2026-06-01"), "phase": "first"}
    changes = [{"activity": "plan", "due": "2026-10-01"}, {"activity": "copy", "state": "done"}]

    assert [one[1] for one in differing(changes=changes, adds=[added])] == ["copy", "cafe", "plan"]


def test_of_two_changes_to_one_activity_the_last_counts() -> None:
    changes = [{"activity": "plan", "due": due} for due in ("2026-10-01", "2026-10-02")]

    assert differing(changes=changes) == [("moved", "plan", 2, "")]


def test_what_the_common_plan_does_not_have_is_found_by_its_place() -> None:
    added = {**activity("cafe", "2026-06-01"), "phase": "third"}
    overlay = Overlay.model_validate({"changes": [{"activity": "plan"}, {"activity": "gone"}], "adds": [added]})

    assert difference(PLAN, overlay) == ()
    assert unknown_activities(PLAN, overlay) == ((1, "gone"),)
    assert unknown_phases(PLAN, overlay) == ((0, "third"),)


def test_an_activity_without_an_id_cannot_be_spoken_of() -> None:
    assert without_id(PLAN) == ((0, 1),)
