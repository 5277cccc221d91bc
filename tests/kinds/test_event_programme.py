"""An event that follows a programme has the time for it, and leads to it."""

from __future__ import annotations

import pytest

from generator.model.catalog import Item
from tests.kinds.small import body, findings, item

TWO = """
sessions:
  - {id: one, title: First, modules: [{id: a, title: A, minutes: 60, kind: exercise}]}
  - {id: two, title: Second, modules: [{id: a, title: A, minutes: 91, kind: exercise}]}
"""


def event(programme: str, occasion: str = "minutes: 90", state: str = "planned") -> Item:
    held = f"occasions: [{{id: winter, start: 2026-12-03 14:30, state: {state}, {occasion}}}]"
    return item("event", f"{programme}\nplace: {{name: Here}}\n{held}", "meeting")


@pytest.mark.parametrize(
    ("whole", "own", "found"),
    [
        ("training:small#one", "", []),
        ("training:small#two", "", [("programme-long", "occasions.0.id")]),
        ("training:small", "", []),
        ("training:small#one", "training:small#two", [("programme-long", "occasions.0.programme")]),
        ("training:small#two", "training:small#one", []),
        ("guide:small", "", [("programme-none", "programme")]),
        ("training:small#one", "guide:small", [("programme-none", "occasions.0.programme")]),
    ],
)
def test_a_session_fits_into_the_time_that_there_is(whole: str, own: str, found: list[tuple[str, str]]) -> None:
    occasion = f'minutes: 90, programme: "{own}"' if own else "minutes: 90"
    meeting = event(f'programme: "{whole}"', occasion)

    assert findings(meeting, item("training", TWO), item("guide")) == found


@pytest.mark.parametrize("state", ["held", "cancelled"])
def test_what_was_held_or_is_cancelled_is_as_it_was(state: str) -> None:
    meeting = event('programme: "training:small#two"', state=state)

    assert "programme-long" not in dict(findings(meeting, item("training", TWO)))


def test_the_only_session_is_meant_when_none_is_named() -> None:
    meeting = event('programme: "training:small"', "minutes: 40")

    assert findings(meeting, item("training")) == [("programme-long", "occasions.0.id")]


def test_its_page_leads_to_the_sessions() -> None:
    meeting = event('programme: "training:small#two"', 'minutes: 95, programme: "training:small#one"')
    programme = item("training", TWO)

    page = body(meeting, programme)
    assert '<a href="../../training/small/#two">A title: Second</a>' in page
    assert 'December 3, 2026: <a href="../../training/small/#one">A title: First</a>' in page
