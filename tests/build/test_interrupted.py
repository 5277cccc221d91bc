"""Whatever stops a build, people see a whole site: the old one or the new one, never something between."""

from __future__ import annotations

import contextlib
import hashlib
import os
import random
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hub import ROOT, changed, copied

KILLS = int(os.environ.get("HUB_KILLS", "8"))
"""How many builds are killed; more of them look at more moments."""
LARGEST = 200_000
"""Bytes of the largest file on a disk that is nearly full."""


def command(root: Path) -> list[str]:
    return [sys.executable, "-m", "generator.cli", "build", "--config", str(root / "site_config.yml"),
            "--site-dir", str(root / "site")]  # fmt: skip


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def start(root: Path) -> subprocess.Popen[bytes]:
    """A build with processes of its own, so that all of them can be stopped at once."""
    return subprocess.Popen(
        command(root), cwd=root, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip


def digest(site: Path) -> str:
    """Every file of a site, by name and content."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    lines = (f"{path.relative_to(site)} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in files)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def leftovers(root: Path) -> list[str]:
    return [path.name for path in root.iterdir() if ".building-" in path.name]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A hub with a site."""
    root = copied(tmp_path)
    subprocess.run(command(root), cwd=root, env=environment(), check=True, capture_output=True)
    return root


def edit(root: Path, number: int) -> None:
    """A change that every page shows."""
    changed(root / "site_config.yml", lambda text: text.replace("site_name: ", f"site_name: {number} ", 1))


def edit_one(root: Path, number: int) -> None:
    """A change that few pages show: the rest of the new site is shared with the old one."""
    file = root / "content/courses/broeker-5-klasse.yml"
    changed(file, lambda text: re.sub("^version: .*", f'version: "9.{number}"', text, count=1, flags=re.MULTILINE))


@pytest.mark.parametrize("edit", [edit, edit_one])
def test_a_killed_build_leaves_the_old_site_or_the_new(root: Path, edit: Callable[[Path, int], None]) -> None:
    begun = time.monotonic()
    edit(root, 0)
    subprocess.run(command(root), cwd=root, env=environment(), check=True, capture_output=True)
    whole = time.monotonic() - begun
    draw = random.Random(20261124)
    for number in range(1, KILLS + 1):
        old = digest(root / "site")
        edit(root, number)
        build = start(root)
        # Half of the moments are in the last quarter, where files are replaced.
        time.sleep(whole * (draw.uniform(0, 1.1) if number % 2 else draw.uniform(0.75, 1.1)))
        os.killpg(build.pid, signal.SIGKILL)
        build.wait()
        seen = digest(root / "site")
        if seen != old:
            subprocess.run(command(root), cwd=root, env=environment(), check=True, capture_output=True)
            assert digest(root / "site") == seen, "what was seen was the whole new site"

    subprocess.run(command(root), cwd=root, env=environment(), check=True, capture_output=True)

    assert leftovers(root) == []


def test_ctrl_c_ends_a_build_quietly_and_leaves_nothing(root: Path) -> None:
    ends = set()
    for number in range(KILLS):
        old = digest(root / "site")
        edit(root, number)
        build = subprocess.Popen(
            command(root), cwd=root, env=environment(), stderr=subprocess.PIPE, start_new_session=True
        )
        while build.poll() is None and not leftovers(root):
            time.sleep(0.01)
        time.sleep(number / KILLS)
        with contextlib.suppress(ProcessLookupError):  # it may be done
            os.killpg(build.pid, signal.SIGINT)
        build.communicate(timeout=60)
        ends.add(build.returncode)

        assert leftovers(root) == []
        assert digest(root / "site") != old or build.returncode == 130

    assert 130 in ends


def test_a_full_disk_is_a_sentence_and_the_old_site_stays(root: Path) -> None:
    old = digest(root / "site")
    edit(root, 1)

    def nearly_full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST, LARGEST))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    build = subprocess.run(
        command(root), cwd=root, env=environment(), capture_output=True, text=True, check=False, preexec_fn=nearly_full
    )

    assert build.returncode == 2, build.stderr
    assert "Systemet sagde nej" in build.stderr
    assert "Traceback" not in build.stderr
    assert digest(root / "site") == old
    assert leftovers(root) == []
