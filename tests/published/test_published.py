"""The published content is sound, whatever it is; and no other test needs it to be there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from generator.build.pipeline import build
from tests.hub import ENGLISH_HUB, ROOT

SAMPLE = ("compile/test_feeds.py", "test_readme.py")
"""Tests that once read the published content. That no other opens it, `reads_no_published_content` sees to."""


def test_it_has_no_mistakes_and_becomes_a_site(tmp_path: Path) -> None:
    built = build(ROOT / "site_config.yml", tmp_path / "site", clean=True)

    assert built.warnings == ()


def test_the_other_tests_do_not_need_it(tmp_path: Path) -> None:
    """The repository with a hub of one guide in place of its content."""
    names = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in names.splitlines():
        if not name.startswith("content/") and (ROOT / name).is_file():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, tmp_path / name)
    shutil.copytree(ENGLISH_HUB / "content/vocabulary", tmp_path / "content/vocabulary")
    shutil.copytree(ENGLISH_HUB / "content/pages", tmp_path / "content/pages")
    (tmp_path / "content/guides").mkdir()
    shutil.copy(ENGLISH_HUB / "content/guides/find-a-course.yml", tmp_path / "content/guides")
    # A run of its own: it would take what an earlier one has built for what the other workers of this one have.
    alone = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *(f"tests/{name}" for name in SAMPLE)],
        cwd=tmp_path, env=alone, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stdout[-3000:]
