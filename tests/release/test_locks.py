"""What is installed is known beforehand, to the byte, and from anywhere."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from release import locks
from tests.hub import ROOT

FOLDER = ROOT / "requirements"
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PROJECT = PYPROJECT["project"]
GROUPS = PYPROJECT["dependency-groups"]
EXTRAS = PROJECT["optional-dependencies"]
LOCKED = {
    "site": PROJECT["dependencies"],
    "publish": [*PROJECT["dependencies"], *EXTRAS["publish"]],
    "import": [*PROJECT["dependencies"], *EXTRAS["import"]],
    "media": [*PROJECT["dependencies"], *EXTRAS["media"]],
    "dev": [*PROJECT["dependencies"], *EXTRAS["publish"], *EXTRAS["import"], *GROUPS["build"], *GROUPS["dev"]],
    "build": GROUPS["build"],
    "bench": GROUPS["bench"],
    "lock": GROUPS["lock"],
}
ENTRY = re.compile(
    r"^([a-z0-9-]+)==(\S+)(?: ; [^\\]+)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)(?:    #.*\n)*", re.M
)


def pins(name: str) -> dict[str, set[Version]]:
    """What a lock pins; a package has two versions where old Pythons need another."""
    found: dict[str, set[Version]] = {}
    for pin in locks.pins((FOLDER / f"{name}.lock").read_text("utf-8")):
        found.setdefault(pin.name, set()).add(Version(pin.version))
    return found


def required(lines: Iterable[str]) -> list[Requirement]:
    return [Requirement(line) for line in lines]


def test_every_lock_is_one_that_make_writes() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")

    assert {path.stem for path in FOLDER.iterdir()} == LOCKED.keys()
    assert set(re.findall(r"--output-file requirements/(\w+)\.lock", makefile)) == LOCKED.keys()


@pytest.mark.parametrize("name", LOCKED)
def test_a_lock_holds_pins_with_hashes_and_no_address(name: str) -> None:
    text = (FOLDER / f"{name}.lock").read_text("utf-8")

    assert re.sub(r"\A(?:#.*\n)+", "", ENTRY.sub("", text)) == ""
    assert "://" not in text


@pytest.mark.parametrize("name", LOCKED)
def test_a_lock_fits_what_the_project_asks_for(name: str) -> None:
    pinned = pins(name)
    wrong = [
        str(asked)
        for asked in required(LOCKED[name])
        if not all(version in asked.specifier for version in pinned.get(canonicalize_name(asked.name), {Version("0")}))
    ]

    assert wrong == []


@pytest.mark.parametrize("name", ["site", "publish", "import", "build"])
def test_development_uses_the_versions_of_the_site(name: str) -> None:
    development = pins("dev")

    assert {package: development.get(package) for package in pins(name)} == pins(name)


def test_the_build_backend_is_pinned() -> None:
    assert PYPROJECT["build-system"]["requires"] == [line for line in GROUPS["build"] if line.startswith("hatchling==")]


def test_a_build_needs_few_packages_and_none_that_only_tests_do() -> None:
    only_tests = {canonicalize_name(asked.name) for asked in required(GROUPS["dev"])}

    assert len(pins("site")) <= 49
    assert only_tests & pins("site").keys() == set()


def test_the_readme_names_locks_that_exist() -> None:
    named = set(re.findall(r"requirements/(\w+)\.lock", Path(ROOT / "README.md").read_text("utf-8")))

    assert named == {"site", "build", "publish", "media", "import"}
