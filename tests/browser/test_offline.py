"""A hub that readers may keep is read without a network, and goes away from their devices when the setting does."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.build.pipeline import build
from generator.media.browser import shown
from tests.browser.axe import violations
from tests.hub import ENGLISH_HUB, changed, copied_site


@pytest.fixture(scope="module")
def kept_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copied_site(ENGLISH_HUB, tmp_path_factory.mktemp("offline"))
    changed(root / "site_config.yml", lambda text: f"{text}      offline: true\n")
    build(root / "site_config.yml", root / "site")
    return root / "site"


@pytest.fixture
def served(kept_site: Path, tmp_path: Path) -> Path:
    """A copy that a test can change while it is shown."""
    return shutil.copytree(kept_site, tmp_path / "served")


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="en-GB")
    yield context
    context.close()


def keep(page: Page, address: str) -> None:
    page.goto(f"{address}offline/")
    expect(page.locator("[data-size=pages]")).to_contain_text("MB")
    page.get_by_role("button", name="Keep it on this device").click()
    expect(page.get_by_role("status").filter(has_text="Everything is kept")).to_be_visible()


def test_a_guide_and_search_are_there_without_a_network(context: BrowserContext, served: Path) -> None:
    page = context.new_page()
    with shown(served) as address:
        page.goto(f"{address}guides/")
        assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
        keep(page, address)
        assert violations(page) == []
    # The server is gone, and the context offline: nothing answers but what is kept.
    context.set_offline(True)
    page.goto(f"{address}guides/")
    page.locator("main a[href$='find-a-course/']").first.click()
    expect(page.locator(".hub-step").first).to_be_visible()
    page.get_by_role("banner").get_by_role("button", name="Search").click()
    page.locator("#hub-q").fill("guide")
    expect(page.locator(".hub-hit mark").first).to_be_visible()


def test_a_new_edition_is_told_and_the_setting_turned_off_leaves_nothing_behind(
    context: BrowserContext, served: Path, english_site: Path
) -> None:
    page = context.new_page()
    with shown(served) as address:
        keep(page, address)
        page.evaluate("sessionStorage.clear()")
        changed(served / "offline/edition.json", lambda text: text.replace('{"edition": "', '{"edition": "newer'))
        page.goto(f"{address}guides/")
        expect(page.get_by_role("link", name="Fetch the new edition")).to_be_visible()

        shutil.copytree(english_site, served, dirs_exist_ok=True)
        page.goto(f"{address}guides/")
        page.wait_for_function("() => navigator.serviceWorker.getRegistrations().then((all) => all.length === 0)")
        page.wait_for_function("() => caches.keys().then((names) => names.length === 0)")


def test_what_is_not_as_it_was_published_is_not_kept(context: BrowserContext, served: Path) -> None:
    page = context.new_page()
    changed(served / "guides/index.html", lambda text: text.replace("</main>", "Log in to this network.</main>"))
    with shown(served) as address:
        page.goto(f"{address}offline/")
        page.get_by_role("button", name="Keep it on this device").click()
        expect(page.get_by_role("status").filter(has_text="Not everything could be fetched")).to_be_visible()

        assert page.evaluate("caches.match('offline/kept.json').then((found) => found === undefined)")
