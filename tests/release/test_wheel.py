"""The program works where its repository is not."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.hub import ENGLISH_HUB, ROOT, changed

PIP = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")


def run(*command: str | Path, folder: Path) -> str:
    """What a command prints, run in a folder and told nothing of this repository."""
    done = subprocess.run(
        [str(word) for word in command], cwd=folder, env={"PATH": "/usr/bin:/bin", "PIP_NO_INDEX": "1"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def files(site: Path) -> dict[str, bytes]:
    return {str(path.relative_to(site)): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(*PIP, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT, folder=folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def elsewhere(wheel: Path) -> Path:
    """The programs of an environment that has the wheel, and what it needs, but not this repository."""
    folder = wheel.parent / "environment"
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin/python"
    packages = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=folder).strip())
    # The packages of this environment are lent by their path alone: what its own .pth files name stays out.
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    run(*PIP, "--python", python, "install", "--no-deps", "--ignore-installed", wheel, folder=folder)
    return folder / "bin"


def test_the_wheel_holds_what_the_program_reads_and_nothing_else(wheel: Path) -> None:
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    program = [path.relative_to(ROOT) for path in (ROOT / "generator").rglob("*") if path.is_file()]
    looks = ["generator" / path.relative_to(ROOT) for path in (ROOT / "templates").rglob("*") if path.is_file()]
    expected = {path.as_posix() for path in (*program, *looks) if path.suffix != ".pyc"}

    assert held == expected


def test_the_wheel_carries_the_licences(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    assert [name for name in names if name.endswith(".dist-info/licenses/LICENSE")] != []


def test_an_installed_hub_builds_the_site_that_the_repository_does(elsewhere: Path, tmp_path: Path) -> None:
    for name in ("theirs", "ours"):
        shutil.copytree(ENGLISH_HUB, tmp_path / name)
        changed(tmp_path / name / "site_config.yml", lambda text: text.replace("language: en", "language: da"))
    where = run(elsewhere / "python", "-c", "import generator; print(generator.__file__)", folder=tmp_path)
    run(elsewhere / "hub", "build", folder=tmp_path / "theirs")
    run(sys.executable, "-m", "generator.cli", "build", folder=tmp_path / "ours")

    assert Path(where).is_relative_to(elsewhere.parent)
    assert ">Søg</a>" in (tmp_path / "theirs/site/index.html").read_text("utf-8")
    assert files(tmp_path / "theirs/site") == files(tmp_path / "ours/site")


def test_an_installed_program_begins_a_hub_that_holds_the_program(elsewhere: Path, wheel: Path, tmp_path: Path) -> None:
    answers = ("--language", "da", "--organisation", "Vi", "--platform", "Journalen", "--words", "workplace")
    run(elsewhere / "hub", "init", "ny", *answers, folder=tmp_path)
    said = run(elsewhere / "hub", "check", "--strict", folder=tmp_path / "ny")

    assert said == "Ingen fejl.\n\n"
    assert (tmp_path / "ny/requirements.txt").read_text("utf-8") == f"./program/{wheel.name}\n"
    assert (tmp_path / "ny/program" / wheel.name).read_bytes() == wheel.read_bytes()
