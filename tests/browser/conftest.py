"""The hub, built once and shown to a real browser that reports every fault it sees."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from generator.media.browser import ARGUMENTS, find_browser, shown

PATIENCE = 60_000
"""Milliseconds until something is given up: how quick a busy machine is says nothing about the program."""
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def address(danish_site: Path) -> Iterator[str]:
    with shown(danish_site) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = find_browser()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        yield chromium
        chromium.close()


OpenPage = Callable[..., Page]


def window(browser: Browser, address: str, faults: list[str], *, width: int, scheme: str, script: bool) -> Page:
    """A page with storage of its own; every error, CSP violation and request to another host is added to the faults."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=script, locale="da-DK"
    )
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.on("console", lambda said: said.type in {"error", "warning"} and faults.append(f"{page.url}: {said.text}"))
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on(
        "request",
        lambda request: request.url.startswith((address, "data:")) or faults.append(f"{page.url}: {request.url}"),
    )
    return page


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[OpenPage]:
    """Opens a page of the hub; afterwards no error, no CSP violation and no other host may have been seen."""
    faults: list[str] = []
    contexts = []

    def opened(path: str = "", *, width: int = 1280, scheme: str = "light", script: bool = True) -> Page:
        page = window(browser, address, faults, width=width, scheme=scheme, script=script)
        contexts.append(page.context)
        page.goto(address + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


@dataclass
class Windows:
    """Windows that stay open between the tests of a module, by width, scheme and whether scripts run."""

    pages: dict[tuple[int, str, bool], Page] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def windows() -> Iterator[Windows]:
    kept = Windows()
    yield kept
    for page in kept.pages.values():
        page.context.close()


@pytest.fixture
def look_at(browser: Browser, address: str, windows: Windows) -> Iterator[OpenPage]:
    """As `open_page`, for tests that only look: a new window takes as long as two pages, so they share one."""
    windows.faults.clear()

    def looked(path: str = "", *, width: int = 1280, scheme: str = "light", script: bool = True) -> Page:
        wanted = (width, scheme, script)
        if wanted not in windows.pages:
            windows.pages[wanted] = window(browser, address, windows.faults, width=width, scheme=scheme, script=script)
        page = windows.pages[wanted]
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(address + path)
        return page

    yield looked
    assert windows.faults == []
