"""What runs where the hub is published is known to the byte, and may do no more than it must."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.hub import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.y*ml"))


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_by_hash_with_their_version_beside(workflow: Path) -> None:
    used = re.findall(r"uses: *(.*)", workflow.read_text("utf-8"))

    assert used != []
    assert [line for line in used if not re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_permissions_are_given_to_each_job_alone(workflow: Path) -> None:
    read = yaml.safe_load(workflow.read_text("utf-8"))

    assert read["permissions"] == {}
    assert [name for name, job in read["jobs"].items() if not job["permissions"]] == []
