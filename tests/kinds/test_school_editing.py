"""What a school can write about itself on the site, and the file that its page reads."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.build.pipeline import prepare
from generator.engine import load_config
from generator.kinds.school.model import OwnPlan
from generator.model.site import Site
from tests.hub import DANISH_HUB


@pytest.fixture(scope="module")
def danish() -> Site:
    return prepare(load_config(DANISH_HUB / "site_config.yml").settings, DANISH_HUB).site


def editable(of: Site, school: str) -> dict[str, Any]:
    path = f"api/v1/schools/{school}.json"
    found: dict[str, Any] = json.loads(next(export.made() for export in of.exports if export.path == path))
    return found


def test_every_school_of_a_district_has_its_file(danish: Site) -> None:
    paths = [export.path for export in danish.exports if export.path.startswith("api/v1/schools/")]

    assert len(paths) == 14
    assert "api/v1/schools/skole-8.json" in paths


def test_a_school_without_a_file_gets_its_name_and_the_plan_of_the_day(danish: Site) -> None:
    data = editable(danish, "skole-8")

    assert (data["title"], data["was"], data["mailbox"]) == ("Skole 8", {}, None)
    assert [plan["of"] for plan in data["plans"]] == ["konsolidering-2026-2029"]


def test_it_holds_what_the_school_wrote_as_its_file_says_it(danish: Site) -> None:
    was = editable(danish, "testskole-1")["was"]

    assert was["superusers"] == {"count": 5, "leader": True, "as_of": "2026-09-01"}
    assert was["plans"][0]["changes"][3] == {"activity": "superbrugere-uddannet", "state": "started"}
    assert was["plans"][0]["adds"][0]["title"] == "Forløbscafé i hver afdeling"
    assert was["observations"][-1]["reached"] == 1
    assert was["agreements"][0]["due"] == "2027-03-12"


def test_it_says_no_more_than_the_page(danish: Site) -> None:
    """Numbers of fewer than five people stay out. Earlier levels, which the page shows folded, can be corrected."""
    few = editable(danish, "skole-12")
    levels = [(one["subject"], one["as_of"]) for one in editable(danish, "testskole-1")["was"]["levels"]]

    assert [one["criterion"] for one in few["was"]["observations"]] == ["egen-plan-lagt"]
    assert few["withheld"][0] == {"criterion": "mindst-niveau-1", "as_of": "2026-10-30"}
    assert ("dansk", "2026-09-28") in levels
    assert ("dansk", "2026-05-20") in levels
    assert "20. maj 2026</time>: Dansk, Niveau 1" in danish.page("schools/testskole-1/").body


def test_each_criterion_says_how_it_is_reported(danish: Site) -> None:
    measures = {one["id"]: one["measure"] for one in editable(danish, "skole-6")["plans"][0]["criteria"]}

    assert measures["mindst-niveau-1"] == "share"
    assert measures["cafemoeder-holdt"] == "count"
    assert measures["egen-plan-lagt"] == "words"
    assert measures["foraeldre-foelger-med"] == "words"


def test_the_plan_comes_with_the_fingerprint_that_tells_when_it_has_moved_on(danish: Site) -> None:
    base = editable(danish, "skole-6")["plans"][0]["base"]

    assert OwnPlan(of="konsolidering-2026-2029", base=base).base == base
    assert base == editable(danish, "skole-8")["plans"][0]["base"]
