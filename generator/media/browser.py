"""Finds a browser on this machine, and shows it a built site: for recordings and for tests."""

from __future__ import annotations

import functools
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from generator.problems.problem import HubError
from generator.runtime.http_server import FileHandler, WebServer

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""Without a window first: it shows the same pages, and the browser tests take half the time."""

DAY = datetime(2026, 9, 1, 10, tzinfo=UTC)
"""The day that pages believe it is while they are filmed."""

ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync")  # fmt: skip
"""The browser is to show one local site and otherwise keep quiet."""


def find_browser() -> Path:
    """HUB_BROWSER, an installed Chromium or Chrome, or Playwright's own. HubError when there is none."""
    for candidate in _candidates():
        if candidate and Path(candidate).is_file():
            return Path(candidate)
    raise HubError(
        "No Chromium or Chrome was found.",
        "Install one (on Debian: apt install chromium), or name it in the variable HUB_BROWSER.",
    )


def _candidates() -> Iterator[str | None]:
    yield os.environ.get("HUB_BROWSER")
    yield from map(shutil.which, _NAMES)
    yield _playwrights_own()


def _playwrights_own() -> str | None:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


@contextmanager
def opened(*, locale: str) -> Iterator[BrowserContext]:
    """A browser that speaks the language while the block runs. HubError when there is none."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as error:
        raise HubError(
            "The program that works the browser, Playwright, is not installed.",
            "Install it: pip install 'training-hub[media]'.",
        ) from error
    executable = find_browser()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        context = browser.new_context(viewport={"width": 1280, "height": 720}, locale=locale, timezone_id="UTC")
        context.clock.set_fixed_time(DAY)  # dates in a film or a picture must not make it look changed
        yield context
        browser.close()


@contextmanager
def shown(folder: Path) -> Iterator[str]:
    """Serves a folder on this machine alone while the block runs; yields its address with a final slash."""
    handler = functools.partial(FileHandler, directory=str(folder))
    with WebServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
