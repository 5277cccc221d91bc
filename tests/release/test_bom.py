"""A release says what it is made of, in a form that other programs read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from release import bom
from release.locks import pins
from release.shipped import LICENCES, parts
from tests.hub import ROOT

LOCK = (ROOT / "requirements/site.lock").read_text("utf-8")


@pytest.fixture
def text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764300000")
    (tmp_path / "training_hub-0.1.0-py3-none-any.whl").write_bytes(b"a wheel")
    return bom.main(tmp_path).read_text("utf-8")


def test_the_bill_is_valid_by_the_schema_of_its_format(text: str) -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None


def test_every_part_is_named_with_its_licence(text: str) -> None:
    components = json.loads(text)["components"]

    assert [component["name"] for component in components] == [
        *(pin.name for pin in pins(LOCK)),
        *(part.name for part in parts(LICENCES.read_text("utf-8"))),
    ]
    assert [component["name"] for component in components if not component["licenses"]] == []


def test_every_part_is_needed_by_another_and_in_the_end_by_the_hub(text: str) -> None:
    needs = {entry["ref"]: entry["dependsOn"] for entry in json.loads(text)["dependencies"]}
    reached, new = set(), {bom.PROJECT}
    while new:
        reached |= new
        new = {needed for ref in new for needed in needs.get(ref, [])} - reached

    assert reached == {bom.PROJECT, *(component["bom-ref"] for component in json.loads(text)["components"])}


def test_the_same_release_gives_the_same_bill(text: str, tmp_path: Path) -> None:
    assert bom.main(tmp_path).read_text("utf-8") == text


def test_another_wheel_gives_another_bill(text: str, tmp_path: Path) -> None:
    (tmp_path / "training_hub-0.1.0-py3-none-any.whl").write_bytes(b"another wheel")
    before, after = json.loads(text), json.loads(bom.main(tmp_path).read_text("utf-8"))

    assert before["metadata"]["component"]["hashes"] != after["metadata"]["component"]["hashes"]
    assert before["serialNumber"] != after["serialNumber"]
