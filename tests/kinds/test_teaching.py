"""Whoever teaches a guide gets an agenda that adds up, an invitation and a checklist made from the guide itself."""

from __future__ import annotations

import pytest

from generator.kinds.guide.teaching_pack import agenda
from tests.kinds.small import body, item

WHOLE = """
before: [A **computer**.]
steps:
  - {action: Open it., if_fails: Try again.}
  - {action: Choose one.}
"""
TEACH = "guides/small/teach/"


@pytest.mark.parametrize(("minutes", "total"), [(1, 35), (3, 35), (5, 35), (6, 50), (30, 110)])
def test_an_agenda_has_no_gap_and_counts_in_fives(minutes: int, total: int) -> None:
    parts = agenda(item("guide", f"minutes: {minutes}").model)

    assert [part.name for part in parts] == ["welcome", "show", "try", "talk", "next"]
    assert [part.start for part in parts] == [0, *(part.end for part in parts[:-1])]
    assert parts[-1].end == total
    assert all(part.end % 5 == 0 for part in parts)


def test_colleagues_try_for_longer_than_they_watch() -> None:
    _, show, tried, _, _ = agenda(item("guide", "minutes: 20").model)

    assert tried.end - tried.start > show.end - show.start >= 20


def test_the_pack_says_what_the_guide_says() -> None:
    page = body(item("guide", WHOLE), url=TEACH)
    stuck = page.partition("Where people get stuck:")[2].partition("</ul>")[0]

    assert "Come and try “A title” together with us. It takes 35 min" in page
    assert page.count("A <strong>computer</strong>.") == 2
    assert "Open it." in stuck
    assert "Choose one." not in stuck
    assert 'href="../../../guides/small/?view=step#step-1"' in page
    assert "September 1, 2026 with 1.0" in page


def test_a_guide_without_ways_out_has_no_place_to_get_stuck() -> None:
    assert "Where people get stuck" not in body(item("guide"), url=TEACH)


def test_the_guide_leads_to_its_pack() -> None:
    assert 'href="../../guides/small/teach/"' in body(item("guide"))
