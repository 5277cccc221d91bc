"""Films are searched by what is said: on their page, and from everywhere."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.test_pages import violations

FILM = "videos/soeg-i-hubben/"


@pytest.fixture
def film(open_page: Any) -> Any:
    page = open_page(FILM)
    page.wait_for_function("() => document.querySelector('video').readyState >= 1")
    page.locator(".hub-find-line").wait_for()
    return page


def test_lines_that_hold_the_words_are_marked(film: Any) -> None:
    film.get_by_label("Søg i det, der bliver sagt").fill("SKRIV")

    assert film.locator(".hub-transcript mark").all_inner_texts() == ["Skriv", "skriv"]
    assert film.get_by_role("status").filter(has_text="1 linje").is_visible()

    film.get_by_label("Søg i det, der bliver sagt").fill("<b>")

    assert film.get_by_role("status").filter(has_text="0 linjer").is_visible()
    assert "Skriv et ord." in film.locator(".hub-transcript").inner_text()


def test_the_line_that_is_said_is_shown(film: Any) -> None:
    film.evaluate("document.querySelector('video').currentTime = 9")
    film.locator(".hub-transcript .is-now", has_text="Skriv et ord.").wait_for()

    assert film.locator(".hub-transcript .is-now").count() == 1


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

    assert moment.locator("a").inner_text() == "0:04"

    moment.locator("a").click()
    page.wait_for_function("() => document.querySelector('video')?.currentTime >= 4")

    assert page.url.endswith(f"{FILM}#t=4")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_marked_lines(open_page: Any, scheme: str) -> None:
    page = open_page(FILM, scheme=scheme)
    page.get_by_label("Søg i det, der bliver sagt").fill("skriv")

    assert violations(page) == []
