"""The import law is kept: a forbidden import, written into a copy of the program, makes the check fail."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hub import ROOT

LINT = Path(sys.executable).parent / "lint-imports"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program's sources and its law, where they can be broken."""
    folder = tmp_path_factory.mktemp("program")
    shutil.copytree(ROOT / "generator", folder / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([LINT, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("module", "forbidden"),
    [
        ("generator/kinds/plan/views.py", "generator.compile.catalog_view"),
        ("generator/kinds/guide/rules.py", "generator.content.loader"),
        ("generator/kinds/guide/views.py", "generator.kinds.video.model"),
        ("generator/content/validate.py", "generator.kinds"),
        ("generator/compile/front.py", "generator.kinds.plan.model"),
        ("generator/render/helpers.py", "generator.compile.catalog_view"),
        ("generator/model/kind.py", "generator.kinds.course.model"),
    ],
)
def test_a_forbidden_import_is_told(copy: Path, module: str, forbidden: str) -> None:
    file = copy / module
    before = file.read_text("utf-8")
    file.write_text(f"{before}\nimport {forbidden}  # noqa: E402\n", "utf-8")
    done = lint(copy)
    file.write_text(before, "utf-8")

    assert done.returncode != 0
    assert "BROKEN" in done.stdout


def test_a_package_in_no_layer_is_told(copy: Path) -> None:
    file = copy / "generator/drawer.py"
    file.write_text('"""Somewhere else."""\n', "utf-8")
    done = lint(copy)
    file.unlink()

    assert done.returncode != 0


def test_the_copy_is_sound_without_them(copy: Path) -> None:
    done = lint(copy)

    assert done.returncode == 0, done.stdout
