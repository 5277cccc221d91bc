"""What all tests share."""

from __future__ import annotations

import fcntl
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from generator.build.pipeline import build
from tests.hub import DANISH_HUB, ENGLISH_HUB, HOSPITAL_HUB, ROOT

# How quick a busy machine is says nothing about the program. What is tried at random is the same in every run, so that
# a fault is found by whoever looks for it, with HUB_FUZZ=<how many>, and not by whoever has changed something else.
settings.register_profile(
    "any-machine", deadline=None, suppress_health_check=[HealthCheck.too_slow],
    derandomize="HUB_FUZZ" not in os.environ,
)  # fmt: skip
settings.load_profile("any-machine")

PUBLISHED = f"{ROOT / 'content'}{os.sep}"
_opened: list[str] = []


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and isinstance(arguments[0], str) and arguments[0].startswith(PUBLISHED):
        _opened.append(arguments[0])


sys.addaudithook(_hear)


def _built_once(hub: Path, factory: pytest.TempPathFactory) -> Path:
    """The site of a hub, built by the first of the processes that test at the same time. Nobody may change it."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"built-{hub.name}"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "site").exists():
            build(hub / "site_config.yml", folder / "site")
    return folder / "site"


@pytest.fixture(scope="session")
def danish_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _built_once(DANISH_HUB, tmp_path_factory)


@pytest.fixture(scope="session")
def english_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _built_once(ENGLISH_HUB, tmp_path_factory)


@pytest.fixture(scope="session")
def hospital_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _built_once(HOSPITAL_HUB, tmp_path_factory)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite the expected outputs with what came out")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten in place of compared."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture(autouse=True)
def reads_no_published_content(request: pytest.FixtureRequest) -> Iterator[None]:
    """Publishing must break no test: only those in `published/` may read the repository's own content."""
    before = len(_opened)
    yield
    if "published" not in request.path.parts:
        assert _opened[before:] == [], "tests run on the hubs in tests/sites"
