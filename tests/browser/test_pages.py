"""Every sort of page, as people meet it: accessible, quiet, and whole on a phone."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser import engines
from tests.browser.axe import violations

PAGES = (
    "", "courses/", "courses/fagtekster-5-klasse/", "courses/broeker-7-klasse/", "courses/broeker-7-klasse/compare/",
    "courses/coverage/", "courses/coverage/dansk/", "courses/my-copies/", "guides/", "guides/soeg-i-hubben/",
    "guides/soeg-i-hubben/teach/",
    "videos/", "videos/soeg-i-hubben/", "plans/", "plans/implementering-2015-2018/", "subjects/", "subjects/dansk/",
    "grades/", "grades/5/", "levels/", "levels/niveau-1/", "functions/", "functions/hub-soegning/", "a-z/",
    "glossary/", "write/", "write/course/", "om-hubben/", "privatliv/", "404.html",
)  # fmt: skip


TYPES = (
    "", "courses/", "courses/fagtekster-5-klasse/", "guides/soeg-i-hubben/", "videos/soeg-i-hubben/",
    "plans/implementering-2015-2018/", "courses/coverage/", "write/course/", "events/", "schools/testskole-1/",
    "cases/",
)  # fmt: skip
"""A page of each sort."""


SPACED = """document.styleSheets[0].insertRule(
  "* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important }")"""
"""The spacing that texts must bear (WCAG 1.4.12)."""


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(look_at: Any, path: str) -> None:
    assert violations(look_at(path)) == []


@pytest.mark.skipif(not engines.ARE_HERE, reason="make check fetches the two engines with npm; it was not run")
def test_two_more_engines_find_nothing(look_at: Any) -> None:
    page = look_at()
    start = page.url
    found = {}
    for path in TYPES:
        page.goto(start + path)
        found[path] = engines.faults(page)

    page.evaluate(
        "document.querySelector('main').append(Object.assign(document.createElement('a'), { href: '#main' }))"
    )

    assert {path: faults for path, faults in found.items() if faults} == {}
    assert {fault.startswith("Principle") for fault in engines.faults(page)} == {True, False}


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_a_small_phone(look_at: Any, path: str) -> None:
    page = look_at(path, width=320)

    assert page.evaluate("document.documentElement.scrollWidth") == 320

    page.evaluate(SPACED)
    spaced = page.evaluate("document.documentElement.scrollWidth")
    page.set_viewport_size({"width": 390, "height": 900})
    page.evaluate("document.styleSheets[0].deleteRule(0); document.documentElement.style.fontSize = '200%'")

    assert (spaced, page.evaluate("document.documentElement.scrollWidth")) == (320, 390)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_whole_without_javascript(look_at: Any, path: str) -> None:
    page = look_at(path, script=False)

    expect(page.locator("h1")).to_have_count(1)
    assert page.locator("main").inner_text().strip()
    expect(page.locator(".hub-mode:visible, hub-search:visible, hub-progress:visible")).to_have_count(0)
    assert page.locator("a.hub-search-open").get_attribute("href")


def test_single_keys_do_nothing(open_page: Any) -> None:
    for path in ("", "om-hubben/"):
        page = open_page(path)
        before = page.url
        for key in ("s", "f", "/", "p", "n", ",", "."):
            page.keyboard.press(key)

        assert before == page.url
        expect(page.locator("dialog[open]")).to_have_count(0)


def test_the_search_dialog_is_accessible(open_page: Any) -> None:
    page = open_page("")
    page.keyboard.press("Control+k")
    page.keyboard.type("fagtekst")
    page.locator(".hub-hit").first.wait_for()

    assert violations(page) == []


def test_the_keyboard_leads_from_skip_link_to_a_result_and_back(open_page: Any) -> None:
    page = open_page("")
    page.keyboard.press("Tab")

    expect(page.locator(":focus")).to_have_class("hub-skip")

    page.keyboard.press("Enter")
    page.keyboard.press("Control+k")
    page.keyboard.type("fagtekst")
    page.locator(".hub-hit").first.wait_for()

    expect(page.locator(".hub-hit-count")).to_contain_text("resultat")
    assert "q=fagtekst" in page.url

    # What results can be narrowed by is counted after they are shown, and stands before them.
    page.locator(".hub-facets summary").first.wait_for()
    page.wait_for_load_state("networkidle")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_url("**kind=**")
    page.locator("#hub-q").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "q=" not in url)
    page.go_back()
    page.locator("dialog[open]").wait_for()

    expect(page.locator("#hub-q")).to_have_value("fagtekst")

    page.locator(".hub-hit").first.wait_for()
    page.keyboard.press("Escape")

    expect(page.locator("dialog[open]")).to_have_count(0)


def test_a_word_that_nobody_wrote_gives_ways_on(open_page: Any) -> None:
    page = open_page("")
    page.keyboard.press("Control+k")
    page.keyboard.type("xqzwvk")
    page.get_by_text("Ingen resultater").wait_for()

    expect(page.locator(".hub-hits a")).to_have_count(4)


def test_a_guide_remembers_what_was_done(open_page: Any) -> None:
    page = open_page("guides/soeg-i-hubben/")
    page.locator(".hub-done input").first.check()
    page.reload()
    page.locator("hub-progress").wait_for()

    expect(page.locator(".hub-done input").first).to_be_checked()
    expect(page.locator("hub-progress")).to_contain_text("1 af 4")

    page.get_by_role("button", name="Begynd forfra").click()

    expect(page.locator(".hub-done input").first).not_to_be_checked()


def test_a_line_of_the_transcript_moves_the_film(open_page: Any) -> None:
    page = open_page("videos/soeg-i-hubben/")
    page.wait_for_function("() => document.querySelector('video').readyState >= 1")
    page.locator(".hub-transcript a").nth(2).click()

    assert page.evaluate("document.querySelector('video').currentTime") >= 7
    expect(page.locator(".hub-transcript li")).to_have_count(5)


SHIFTS = """
window.shifts = 0;
new PerformanceObserver((list) => { for (const shift of list.getEntries()) window.shifts += shift.value; })
  .observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize(
    "path",
    [
        "", "courses/", "courses/fagtekster-5-klasse/", "guides/soeg-i-hubben/", "guides/soeg-i-hubben/teach/",
        "videos/", "a-z/", "events/", "events/cafe-i-distrikt-nord/", "follow/", "news/nyt-skoleaar-ny-plan/",
        "schools/testskole-1/", "schools/testskole-1/edit/", "plans/konsolidering-2026-2029/", "roles/laerer/",
        "guides/soeg-i-hubben/?view=step#step-2",
    ],
)  # fmt: skip
def test_nothing_jumps_on_a_slow_phone(browser: Any, address: str, path: str) -> None:
    context = browser.new_context(viewport={"width": 412, "height": 823})
    page = context.new_page()
    page.add_init_script(SHIFTS)
    slow = context.new_cdp_session(page)
    slow.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    slow.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 150, "downloadThroughput": 400_000, "uploadThroughput": 100_000},
    )
    page.goto(address + path, wait_until="networkidle")
    jumped = page.evaluate("window.shifts")
    context.close()

    assert jumped < 0.01


def test_forced_colours_leave_no_colour_of_the_hubs_behind_words(open_page: Any) -> None:
    page = open_page("")
    page.emulate_media(forced_colors="active")

    expect(page.locator(".hub-hero")).to_have_css("border-image-source", "none")
