"""The scripts of the hub pass their own tests, which need no browser."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NODE = 20
"""The oldest edition of Node whose test runner can run them."""


def _why_not() -> str:
    """Why they cannot be run on this machine; "" when they can."""
    node = shutil.which("node")
    if node is None:
        return f"Node {NODE} or newer is not installed"
    said = subprocess.run([node, "--version"], check=True, capture_output=True, text=True).stdout.strip()
    found = re.fullmatch(r"v(\d+)\..*", said)
    return "" if found and int(found[1]) >= NODE else f"Node {NODE} or newer is needed; this one is {said}"


REASON = _why_not()


@pytest.mark.skipif(bool(REASON), reason=f"{REASON}: the scripts' own tests were not run")
def test_the_scripts_pass_their_own_tests() -> None:
    files = sorted((ROOT / "tests/js").rglob("*.test.js"))
    # One process for all: `node --test` starts one for each file, which takes three times as long.
    every = "\n".join(f"await import({json.dumps(file.as_uri())});" for file in files)
    done = subprocess.run(["node", "--input-type=module", "--eval", every], cwd=ROOT, capture_output=True, text=True)

    assert files
    assert done.returncode == 0, done.stdout + done.stderr
