"""A packed site works from a disk, with neither server nor network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.engine import load_config
from generator.exports.pack.folder import pack
from tests.hub import DANISH_HUB


@pytest.fixture(scope="module")
def packed(danish_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stick") / "pack"
    pack(danish_site, folder, load_config(DANISH_HUB / "site_config.yml").settings, films=False, sources=())
    return folder


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page without a network, in which nothing may go wrong."""
    context = browser.new_context(locale="da-DK", offline=True)
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda said: faults.extend([said.text] if said.type in {"error", "warning"} else []))
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert faults == []


def test_search_finds_a_page_from_a_disk_and_leads_to_it(page: Page, packed: Path) -> None:
    page.goto((packed / "index.html").as_uri())
    page.get_by_role("banner").get_by_role("button", name="Søg").click()
    page.locator("#hub-q").fill("kopiér forløb")
    hit = page.locator(".hub-hit").first

    expect(hit.locator("mark").first).to_be_visible()
    title = hit.get_by_role("link").first.inner_text()
    hit.get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    assert page.url.endswith("/index.html")
    page.locator(".hub-crumbs a").first.click()
    expect(page).to_have_url((packed / "index.html").as_uri())


def test_the_course_browser_and_pictures_are_there_and_a_film_says_that_it_is_not(page: Page, packed: Path) -> None:
    page.goto((packed / "courses/index.html").as_uri())
    expect(page.locator("hub-courses .hub-card").first).to_be_visible()
    page.goto((packed / "videos/index.html").as_uri())
    page.locator(".hub-card a").first.click()
    expect(page.locator(".hub-watch .hub-note").first).to_contain_text("ikke med i denne kopi")
    poster = page.locator(".hub-watch img").first

    expect(poster).to_be_visible()
    assert poster.evaluate("picture => picture.decode().then(() => picture.naturalWidth)") > 0
