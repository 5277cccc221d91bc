"""What all tests share."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.hub import ROOT

settings.register_profile("any-machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any-machine")  # how quick a busy machine is says nothing about the program

PUBLISHED = f"{ROOT / 'content'}{os.sep}"
_opened: list[str] = []


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and isinstance(arguments[0], str) and arguments[0].startswith(PUBLISHED):
        _opened.append(arguments[0])


sys.addaudithook(_hear)


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
