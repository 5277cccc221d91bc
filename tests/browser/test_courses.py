"""Teachers find a course by what they know of it: facets that combine, an address that can be shared, a way back."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations


def choose(page: Any, facet: str, word: str) -> None:
    page.locator(f".hub-choices details[aria-label={facet}]").get_by_label(word, exact=False).first.check()


def titles(page: Any) -> list[str]:
    return [" ".join(text.split()) for text in page.locator(".hub-found > ul > li a").all_inner_texts()]


@pytest.fixture
def courses(open_page: Any) -> Any:
    page = open_page("courses/")
    page.locator(".hub-found .hub-card").first.wait_for()
    return page


def test_facets_combine_and_counts_follow(courses: Any) -> None:
    choose(courses, "Fag", "Dansk")
    choose(courses, "Fag", "Matematik")
    both = courses.locator(".hub-browser-count").inner_text()
    choose(courses, "Klassetrin", "5. klasse")
    courses.locator(".hub-browser-count", has_text="2 forløb").wait_for()

    assert both == "5 forløb"
    assert sorted(titles(courses)) == ["Brøken er et tal – fold, mål og forklar", "Læs dig klogere på en fagtekst"]
    assert "subject=dansk&subject=matematik&grade=5" in courses.url


def test_the_static_list_makes_room(courses: Any) -> None:
    expect(courses.locator("[data-hub-static]:visible")).to_have_count(0)


def test_back_takes_one_choice_away_and_an_address_brings_all_back(courses: Any, open_page: Any) -> None:
    choose(courses, "Fag", "Dansk")
    choose(courses, "Klassetrin", "4. klasse")
    shared = courses.url
    courses.go_back()
    courses.locator(".hub-browser-count", has_text="3 forløb").wait_for()

    expect(courses.locator("input[name=grade]:checked")).to_have_count(0)

    again = open_page("courses/" + shared.partition("courses/")[2])
    again.locator(".hub-browser-count", has_text="1 forløb").wait_for()

    expect(again.locator("input[name=grade]:checked")).to_have_count(1)


def test_search_leaves_the_choices_alone(courses: Any) -> None:
    choose(courses, "Fag", "Dansk")
    courses.keyboard.press("Control+k")
    courses.keyboard.type("fagtekst")
    courses.locator(".hub-hit").first.wait_for()
    courses.keyboard.press("Escape")
    courses.wait_for_url("**/courses/?subject=dansk")


def test_titles_are_in_danish_order(courses: Any) -> None:
    courses.locator(".hub-bar select").select_option("title")
    courses.locator(".hub-views button", has_text="Liste").click()
    courses.locator(".hub-found .hub-dense").wait_for()
    found = [title for title in titles(courses) if title]

    assert found.index("Brøken er et tal – fold, mål og forklar") < found.index(
        "Bænkebiderens valg – en rigtig undersøgelse i 2. klasse"
    )
    assert courses.url.endswith("?sort=title&view=list")


def test_adapted_copies_are_folded_under_their_source(courses: Any) -> None:
    choose(courses, "Fag", "Matematik")
    courses.locator(".hub-browser-count", has_text="2 forløb").wait_for()

    assert titles(courses) == ["Brøken er et tal – fold, mål og forklar"]

    courses.locator("hub-courses").get_by_text("1 bearbejdning").click()
    courses.get_by_role("link", name="Brøk, decimaltal og procent").wait_for()


def test_a_choice_that_nothing_fits_says_so(open_page: Any) -> None:
    page = open_page("courses/?subject=musik&grade=8")
    page.get_by_text("Intet forløb passer på det hele.").wait_for()
    page.get_by_role("button", name="Ryd alle valg").click()
    page.locator(".hub-browser-count", has_text="12 forløb").wait_for()


def test_an_address_that_nobody_wrote_is_harmless(open_page: Any) -> None:
    page = open_page("courses/?subject=%3Cscript%3E&sort=__proto__&view=x&grade=")
    page.locator(".hub-browser-count").get_by_text("forløb").wait_for()


def test_the_browser_is_accessible(open_page: Any) -> None:
    for width in (320, 1280):
        page = open_page("courses/?subject=dansk&grade=4&grade=5", width=width)
        page.locator(".hub-found .hub-card").first.wait_for()

        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_without_javascript_all_courses_are_listed(open_page: Any) -> None:
    page = open_page("courses/", script=False)

    assert page.locator(".hub-card:visible").count() >= 10
    expect(page.locator("hub-courses:visible")).to_have_count(0)


def test_a_lesson_and_a_goal_have_addresses_of_their_own(open_page: Any) -> None:
    page = open_page("courses/fagtekster-5-klasse/#lesson-2")

    assert page.locator(":target").inner_text().startswith("2.")


def test_one_lesson_is_printed_alone(open_page: Any) -> None:
    page = open_page("courses/fagtekster-5-klasse/")
    page.evaluate("() => { window.print = () => {}; }")
    page.locator(".hub-lesson", has_text="2. Læseren i arbejde").get_by_role("button", name="Udskriv lektionen").click()
    page.emulate_media(media="print")
    shown = page.locator("body").inner_text()

    assert "Bevægelsespause" in shown
    assert "CC BY-SA 4.0" in shown
    assert "Før vi læser" not in shown
    assert "Udskriv lektionen" not in shown

    page.evaluate("dispatchEvent(new Event('afterprint'))")

    expect(page.locator("body")).to_contain_text("Før vi læser")


def test_a_lesson_on_the_board_has_a_clock_that_is_kept(open_page: Any) -> None:
    """Large, one at a time, by keyboard alone; what is on is marked, and the page is closed in between."""
    page = open_page("courses/broeker-7-klasse/", width=390)
    page.clock.install(time="2026-11-30T09:00:00")
    page.get_by_role("button", name="Vis på tavlen").press("Enter")
    page.keyboard.press("ArrowRight")

    expect(page.locator(".hub-lesson:visible h3")).to_have_attribute("id", "lesson-2")
    assert page.url.endswith("?view=lesson#lesson-2")

    page.get_by_role("button", name="Start uret").press("Enter")
    page.clock.fast_forward(12 * 60_000)
    page.keyboard.press("Enter")
    page.reload()
    on = page.locator(".hub-activities [aria-current=step]")
    on.wait_for()

    assert (
        page.locator("[data-says]")
        .inner_text()
        .endswith("30 minutter tilbage. Vi slutter kl. 10.32, 2 minutter for sent.")
    )
    expect(on.locator(".hub-board-time")).to_have_text("9.12")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 390

    page.get_by_role("button", name="Stop uret").click()
    page.keyboard.press("Escape")

    expect(page.locator(".hub-lesson:visible")).to_have_count(4)
    expect(page.locator(".hub-board")).to_be_hidden()


def test_on_a_phone_filters_are_a_sheet_that_says_how_many_are_left(open_page: Any) -> None:
    page = open_page("courses/", width=390)
    page.get_by_role("button", name="Afgræns").click()
    page.get_by_role("checkbox", name="Dansk (3)").check()

    assert violations(page) == []

    page.get_by_role("button", name="Vis 3 forløb").click()

    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("status").filter(has_text="3 forløb")).to_be_visible()
    expect(page.locator(":focus")).to_have_text("Afgræns")
    expect(page.locator(".hub-found .hub-kind").first).to_contain_text("Dansk")


def test_lists_name_an_item_under_all_that_it_is_for_and_count_alike(danish_site: Path) -> None:
    def listed(path: str, group: str) -> str:
        found = (danish_site / path / "index.html").read_text("utf-8").partition(f'<h2 id="group-{group}"')[2]
        return found.partition("</section>")[0]

    assert all("Søg i hubben" in listed("guides", role) for role in ("laerer", "superbruger", "cafegaest"))
    assert "Læs dig klogere" in listed("courses", "dansk")
    assert "Læs dig klogere" in listed("courses", "natur-teknologi")

    counted = {
        re.search(r'hub-count">(\d+)', listed(*place))[1]
        for place in (("courses", "dansk"), ("subjects/dansk", "course"))
    }

    assert counted == {"3"}


def test_search_counts_results_where_the_page_counts_courses(open_page: Any) -> None:
    page = open_page("courses/")
    page.locator("hub-courses:not([hidden])").wait_for()
    page.keyboard.press("Control+k")
    page.get_by_label("Hvad leder du efter?").fill("brøk")

    expect(page.get_by_text(re.compile(r"^\d+ resultater$"))).to_be_visible()
