"""The hub of a hospital in a browser: accessible, whole on a phone, and found as people type."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.media.browser import shown
from tests.browser.axe import violations


@pytest.fixture(scope="module")
def address(hospital_site: Path) -> Iterator[str]:
    with shown(hospital_site) as url:
        yield url


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", ["", "courses/", "courses/first-shift/", "wards/ward-3/"])
def test_axe_finds_nothing_and_nothing_is_wider_than_a_small_phone(page: Page, address: str, path: str) -> None:
    page.goto(address + path)

    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.set_viewport_size({"width": 1280, "height": 900})


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("give doses", "Give a dose"),
        ("drugs", "Medication list"),
        ("handovr", "Handover"),
        ("superuser", "A morning for superusers"),
    ],
)
def test_search_finds_what_people_type(page: Page, address: str, query: str, title: str) -> None:
    page.goto(address)
    page.keyboard.press("Control+k")
    page.locator("#hub-q").fill(query)

    expect(page.locator(".hub-hit > a").filter(has_text=title).first).to_be_visible()
