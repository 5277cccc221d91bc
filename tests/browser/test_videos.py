"""Films are searched by what is said: on their page, and from everywhere."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from generator.build.pipeline import build
from generator.media.browser import shown
from tests.browser.axe import violations
from tests.hub import ENGLISH_HUB, changed

FILM = "videos/soeg-i-hubben/"


@pytest.fixture
def film(open_page: Any) -> Any:
    page = open_page(FILM)
    page.wait_for_function("() => document.querySelector('video').readyState >= 1")
    page.locator(".hub-find-line").wait_for()
    return page


def test_lines_that_hold_the_words_are_marked(film: Any) -> None:
    film.get_by_label("Søg i teksten").fill("SKRIV")

    expect(film.locator(".hub-transcript mark")).to_have_text(["Skriv", "skriv"])
    expect(film.get_by_role("status").filter(has_text="1 linje")).to_be_visible()

    film.get_by_label("Søg i teksten").fill("<b>")

    expect(film.get_by_role("status").filter(has_text="0 linjer")).to_be_visible()
    expect(film.locator(".hub-transcript")).to_contain_text("Skriv et ord.")


def test_the_line_that_is_said_is_shown(film: Any) -> None:
    film.evaluate("document.querySelector('video').currentTime = 9")
    film.locator(".hub-transcript .is-now", has_text="Skriv et ord.").wait_for()

    expect(film.locator(".hub-transcript .is-now")).to_have_count(1)


def test_captions_stay_as_they_were_chosen(film: Any) -> None:
    modes = "[...document.querySelector('video').textTracks].map((track) => track.mode)"

    assert film.evaluate(modes) == ["showing"]

    film.evaluate("() => { document.querySelector('video').textTracks[0].mode = 'hidden'; }")
    film.wait_for_function("() => localStorage.getItem('hub:captions') === 'false'")
    film.reload()
    film.wait_for_function(f"() => ({modes})[0] === 'hidden'")


def test_a_search_leads_to_the_moment(open_page: Any) -> None:
    page = open_page("")
    page.keyboard.press("Control+k")
    page.locator("#hub-q").fill("tastaturet")
    moment = page.locator(".hub-parts li", has_text="brug Ctrl og K på tastaturet")
    moment.wait_for()

    expect(moment.locator("a")).to_have_text("0:04")

    moment.locator("a").click()
    page.wait_for_function("() => document.querySelector('video')?.currentTime >= 4")

    assert page.url.endswith(f"{FILM}#t=4")


def test_axe_finds_nothing_in_marked_lines(open_page: Any) -> None:
    page = open_page(FILM)
    page.get_by_label("Søg i teksten").fill("skriv")

    assert violations(page) == []


def test_the_index_shows_what_fits_and_keeps_it_in_the_address(open_page: Any) -> None:
    page = open_page("videos/")
    cards = page.locator(".hub-film-cards > li:visible")

    expect(cards).to_have_count(6)

    page.get_by_label("Til").select_option(label="Skoleleder")

    expect(cards.locator("h3")).to_have_text(["Læs kommunens plan"])
    expect(page.get_by_role("status")).to_have_text("1 video")
    assert page.url.endswith("videos/?for=skoleleder")

    page.get_by_label("Niveau").select_option(label="Niveau 2")

    expect(page.get_by_role("status")).to_have_text("Ingen video passer. Vælg mindre fra.")
    assert violations(page) == []

    page.get_by_role("button", name="Ryd alle").click()
    page.get_by_text("6 videoer", exact=True).wait_for()

    assert page.url.endswith("videos/")


def test_a_shared_choice_is_made_again_and_nonsense_is_passed_over(open_page: Any) -> None:
    page = open_page("videos/?level=niveau-2&for=nobody")
    page.get_by_text("3 videoer", exact=True).wait_for()

    expect(page.locator(".hub-film-cards > li:visible")).to_have_count(3)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[str]:
    """A hub whose film is kept by a service."""
    hub = tmp_path / "hub"
    shutil.copytree(ENGLISH_HUB, hub)
    source = 'source: {service: YouTube, url: "https://www.youtube.com/watch?v=abc"}'
    changed(hub / "content/videos/tour.yml", lambda text: text.replace("source: {file: tour.mp4}", source))
    build(hub / "site_config.yml", tmp_path / "site")
    with shown(tmp_path / "site") as address:
        yield address


def test_nothing_is_asked_of_a_service_before_the_visitor_says_so(browser: Any, elsewhere: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: request.url.startswith(elsewhere) or asked.append(request.url))
    page.route("https://www.youtube-nocookie.com/**", lambda route: route.fulfill(body="<p>The player</p>"))
    page.goto(elsewhere + "videos/tour/#t=2")
    button = page.get_by_role("button", name="Show the film here")
    button.wait_for()

    assert asked == []
    expect(page.locator("hub-film")).to_contain_text("YouTube learns that you watch it")
    assert violations(page) == []

    button.click()
    page.frame_locator("hub-film iframe").get_by_text("The player").wait_for()

    assert asked == ["https://www.youtube-nocookie.com/embed/abc?start=2"]

    page.locator(".hub-chapters a").first.click()
    page.wait_for_function("() => document.querySelector('iframe').src.endsWith('/abc')")

    expect(page.locator("iframe")).to_have_attribute("title", "A short tour")
