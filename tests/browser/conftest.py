"""The hub, built once and shown to a real browser that reports every fault it sees."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from generator.media.browser import ARGUMENTS, find_browser, shown

expect.set_options(timeout=60_000)  # milliseconds: how quick a busy machine is says nothing about the program


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


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[OpenPage]:
    """Opens a page of the hub; afterwards no error, no CSP violation and no other host may have been seen."""
    faults: list[str] = []
    contexts = []

    def opened(path: str = "", *, width: int = 1280, scheme: str = "light", script: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=script, locale="da-DK"
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: said.type in {"error", "warning"} and faults.append(f"{path}: {said.text}"))
        page.on("pageerror", lambda error: faults.append(f"{path}: {error}"))
        page.on(
            "request",
            lambda request: request.url.startswith((address, "data:")) or faults.append(f"{path}: {request.url}"),
        )
        page.goto(address + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []
