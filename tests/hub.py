"""A small hub that a test can change: the repository's own, copied, with one thing different."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent


def copied(folder: Path) -> Path:
    """A copy of the repository's hub without its films and pictures' sources."""
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copy(ROOT / "site_config.yml", folder)
    return folder


def changed(file: Path, change: Callable[[str], str]) -> None:
    """Rewrites a file; a change that changes nothing is a fault of the test."""
    before = file.read_text("utf-8")
    after = change(before)
    assert before != after, f"nothing to change in {file}"
    file.write_text(after, "utf-8")
