"""Whatever stops a build, people see a whole site: the old one or the new one, never something between."""

from __future__ import annotations

import hashlib
import os
import re
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.build.interrupting import SWAP, stopped
from tests.hub import ROOT, changed
from tests.rebuilt import BuiltOnce, again, command, copy

MOMENTS = int(os.environ.get("HUB_KILLS", "3"))
"""At how many steps spread over a build it is stopped, besides those around the swap."""
AROUND_THE_SWAP = (0, 1, 3)
LARGEST = 40_000
"""Bytes of the largest file on a disk that is nearly full."""


def moments(steps: list[str]) -> list[int]:
    """Steps to stop a build at: some evenly, and those where one site takes the place of the other."""
    evenly = [1 + len(steps) * number // MOMENTS for number in range(MOMENTS)]
    return [*evenly, *(steps.index(SWAP) + 1 + near for near in AROUND_THE_SWAP)]


def digest(site: Path) -> str:
    """Every file of a site, by name and content."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    lines = (f"{path.relative_to(site)} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in files)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def leftovers(root: Path) -> list[str]:
    return [path.name for path in root.iterdir() if ".building-" in path.name]


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> BuiltOnce:
    return BuiltOnce(copy(tmp_path_factory.mktemp("once") / "hub"))


@pytest.fixture
def root(once: BuiltOnce) -> Path:
    """A hub with a site."""
    return once.put_back()


def edit(root: Path, number: int) -> None:
    """A change that every page shows."""
    changed(root / "site_config.yml", lambda text: text.replace("site_name: ", f"site_name: {number} ", 1))


def edit_one(root: Path, number: int) -> None:
    """A change that few pages show: the rest of the new site is shared with the old one."""
    file = root / "content/courses/rivers.yml"
    changed(file, lambda text: re.sub("^title: .*", f"title: Rivers {number}", text, count=1, flags=re.MULTILINE))


@pytest.mark.parametrize("edit", [edit, edit_one])
def test_a_killed_build_leaves_the_old_site_or_the_new(root: Path, edit: Callable[[Path, int], None]) -> None:
    edit(root, 0)
    *_, steps = stopped(root, 0, signal.SIGKILL)
    seen = set()
    for number, step in enumerate(moments(steps), 1):
        old = digest(root / "site")
        edit(root, number)
        assert stopped(root, step, signal.SIGKILL)[0] == -signal.SIGKILL
        left = digest(root / "site")
        seen.add("old" if left == old else "new")
        if left != old:
            again(root)
            assert digest(root / "site") == left, "what was seen was the whole new site"

    again(root)

    assert leftovers(root) == []
    assert seen == {"old", "new"}


def test_ctrl_c_ends_a_build_quietly_and_leaves_nothing(root: Path) -> None:
    edit(root, 0)
    *_, steps = stopped(root, 0, signal.SIGINT)
    ends = set()
    for number, step in enumerate(moments(steps), 1):
        old = digest(root / "site")
        edit(root, number)
        code, said, _ = stopped(root, step, signal.SIGINT)
        ends.add((code, digest(root / "site") != old))

        assert leftovers(root) == []
        assert "Traceback" not in said

    assert {(130, False), (0, True)} <= ends
    assert (0, False) not in ends


def test_a_full_disk_is_a_sentence_and_the_old_site_stays(root: Path) -> None:
    old = digest(root / "site")
    edit(root, 1)

    def nearly_full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST, LARGEST))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    build = subprocess.run(
        [sys.executable, "-m", "generator.cli", *command(root)], cwd=root, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)}, preexec_fn=nearly_full,
    )  # fmt: skip

    assert build.returncode == 2, build.stderr
    assert "The system refused" in build.stderr
    assert "Traceback" not in build.stderr
    assert digest(root / "site") == old
    assert leftovers(root) == []
