"""A guide is followed: one step at a time on the projector, by button, arrow, finger and address."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import expect

from generator.build.pipeline import build
from generator.media.browser import shown as shown_site
from tests.browser.axe import violations
from tests.hub import ENGLISH_HUB, changed, copied_site

GUIDE = "guides/soeg-i-hubben/"
ONE = f"{GUIDE}?view=step"


def one(open_page: Any, number: int, **more: Any) -> Any:
    """The guide at one step, when its script has come."""
    page = open_page(f"{ONE}#step-{number}", **more)
    page.locator(".hub-one .hub-step.is-current").wait_for()
    return page


def shown(page: Any) -> list[str]:
    """The steps that can be seen."""
    return [str(step.get_attribute("id")) for step in page.locator(".hub-step:visible").all()]


def test_one_step_fills_the_page_and_the_rest_is_away(open_page: Any) -> None:
    page = open_page(GUIDE)
    page.get_by_role("button", name="Vis ét trin ad gangen").click()

    assert shown(page) == ["step-1"]
    assert page.url.endswith(f"{ONE}#step-1")
    expect(page.locator(".hub-header")).to_be_hidden()
    expect(page.get_by_role("status").filter(has_text="Trin 1 af 4")).to_be_visible()
    expect(page.locator("#step-1:focus-within")).to_have_count(1)


def test_buttons_arrows_and_the_way_back(open_page: Any) -> None:
    page = one(open_page, 2)
    page.get_by_role("button", name="Næste").click()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")

    assert shown(page) == ["step-4"], "there is no fifth step"

    page.keyboard.press("ArrowLeft")
    page.go_back()

    assert shown(page) == ["step-4"]

    page.keyboard.press("Escape")

    assert shown(page) == ["step-1", "step-2", "step-3", "step-4"]
    assert page.url.endswith(f"{GUIDE}#step-4")


def test_after_the_last_step_comes_the_next_guide(open_page: Any) -> None:
    page = one(open_page, 4)
    page.get_by_role("button", name="Næste guide: Find og kopiér et forløb").click()

    page.locator(".hub-one #step-1.is-current").wait_for()
    expect(page).to_have_url(re.compile(r"/guides/find-og-kopier-et-forloeb/\?view=step"))


def test_after_the_last_lesson_the_course_is_whole_again(open_page: Any) -> None:
    page = open_page("courses/fagtekster-5-klasse/?view=lesson#lesson-4", width=390)
    page.get_by_role("button", name="Afslut").click()

    expect(page.locator(".hub-one-bar")).to_be_hidden()
    expect(page.locator(".hub-toc-lessons [aria-current]")).to_have_text(re.compile(r"^4\."))
    page.locator("blockquote > table[tabindex]").wait_for()
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")  # what the bar lies over is no target
    assert violations(page) == []


def test_a_step_number_is_right_though_the_others_are_away(open_page: Any) -> None:
    page = one(open_page, 3)

    expect(page.locator(".hub-step:visible")).to_have_attribute("style", re.compile("counter-set: step 3"))


def test_arrows_in_a_field_and_with_a_modifier_stay_there(open_page: Any) -> None:
    page = one(open_page, 2)
    page.locator("#step-2 input[type=checkbox]").focus()
    page.keyboard.press("ArrowRight")
    page.locator("#step-2 h3").evaluate("heading => { heading.tabIndex = -1; heading.focus(); }")
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("Shift+ArrowRight")

    assert shown(page) == ["step-2"]


@pytest.mark.parametrize(
    ("across", "down", "seen"),
    [(-120, 10, "step-3"), (120, 10, "step-1"), (-120, 100, "step-2"), (-20, 0, "step-2")],
)
def test_a_finger_turns_the_page(open_page: Any, across: int, down: int, seen: str) -> None:
    page = one(open_page, 2)
    page.evaluate(
        """([across, down]) => {
          const main = document.querySelector("main");
          const touch = (x, y) => new Touch({ identifier: 1, target: main, clientX: x, clientY: y });
          const [start, end] = [touch(300, 300), touch(300 + across, 300 + down)];
          const tell = (name, touches, one) =>
            main.dispatchEvent(new TouchEvent(name, { touches, changedTouches: [one], bubbles: true }));
          tell("touchstart", [start], start);
          tell("touchend", [], end);
        }""",
        [across, down],
    )

    assert shown(page) == [seen]


def test_ticking_off_works_there_and_says_what_is_left(open_page: Any) -> None:
    page = one(open_page, 1)
    page.locator("#step-1").get_by_label("Udført: trin 1").check()
    page.keyboard.press("Escape")

    expect(page.get_by_text("1 af 4 trin er udført. Cirka")).to_be_visible()

    page.reload()

    page.get_by_role("link", name="Fortsæt ved trin 2").wait_for()


def test_an_address_beyond_the_last_step_shows_the_last(open_page: Any) -> None:
    assert shown(one(open_page, 99)) == ["step-4"]


def test_paper_has_every_step(open_page: Any) -> None:
    page = one(open_page, 2)
    page.emulate_media(media="print")

    assert shown(page) == ["step-1", "step-2", "step-3", "step-4"]
    expect(page.locator(".hub-one-bar")).to_be_hidden()


def test_what_one_needs_stands_with_the_first_step_and_what_follows_with_the_last(open_page: Any) -> None:
    page = one(open_page, 1)

    expect(page.locator(".hub-before")).to_be_visible()
    expect(page.locator(".hub-after")).to_be_hidden()

    page.goto(page.url.replace("step-1", "step-4"))
    page.locator("#step-4.is-current").wait_for()

    expect(page.locator(".hub-before")).to_be_hidden()
    expect(page.get_by_role("heading", name="Resultat", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Find og kopiér et forløb").first).to_be_visible()


def test_whoever_chooses_a_way_sees_and_counts_its_steps_alone(open_page: Any) -> None:
    page = open_page("guides/udskriv-et-forloeb/", width=390)
    page.get_by_label("Mac").check()

    assert shown(page) == ["step-1", "step-3", "step-5"]
    expect(page.locator("hub-progress")).to_contain_text("0 af 3")
    assert violations(page) == []

    page.get_by_role("button", name="Vis ét trin ad gangen").click()
    page.get_by_role("button", name="Næste").click()

    assert shown(page) == ["step-3"]
    expect(page.get_by_role("status").filter(has_text="Trin 2 af 3")).to_be_visible()

    page.reload()
    page.locator("#step-3.is-current").wait_for()

    expect(page.locator(".hub-step:visible")).to_have_attribute("style", re.compile("counter-set: step 2"))


def test_a_phone_shows_what_is_framed_large_and_its_number_beside_it(open_page: Any) -> None:
    page = open_page(GUIDE, width=390)
    frame, disc = (page.locator(f"#step-1 .hub-highlights {part}").bounding_box() for part in ("rect", "circle"))
    shows = page.locator("#step-1 .hub-frame").bounding_box()

    assert frame["width"] > 40
    assert disc["x"] + disc["width"] <= frame["x"] or disc["x"] >= frame["x"] + frame["width"]
    assert shows["x"] <= disc["x"]
    assert frame["x"] + frame["width"] <= shows["x"] + shows["width"]
    assert page.get_by_role("button", name="Vis ét trin ad gangen").bounding_box()["y"] < 600


def test_axe_finds_nothing_in_one_step(open_page: Any) -> None:
    assert violations(one(open_page, 2)) == []


def test_one_step_fits_a_small_phone(open_page: Any) -> None:
    assert one(open_page, 2, width=320).evaluate("document.documentElement.scrollWidth") == 320


def test_a_guide_is_saved_as_one_file_that_needs_nothing_else(open_page: Any, browser: Any, tmp_path: Path) -> None:
    page = open_page(GUIDE)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Gem som én fil").click()
    file = tmp_path / saved.value.suggested_filename
    saved.value.save_as(file)
    made = file.read_text("utf-8")
    assert file.name == "soeg-i-hubben.html"
    assert re.findall(r"<(?:script|button|video|form|nav|hub-)|srcset|@font-face", made) == []

    faults: list[str] = []
    alone = browser.new_context(offline=True)
    opened = alone.new_page()
    opened.on("console", lambda said: faults.append(said.text))
    opened.goto(file.as_uri())
    expect(opened.locator("h1")).to_have_text(page.locator("h1").inner_text())
    assert opened.evaluate("getComputedStyle(document.querySelector('.hub-step')).counterIncrement") != ""
    opened.wait_for_function("() => [...document.images].every((image) => image.naturalWidth > 0)")
    alone.close()
    assert faults == []


def test_the_printed_guide_leads_back_to_its_page(browser: Any, tmp_path: Path) -> None:
    root, guide = copied_site(ENGLISH_HUB, tmp_path), "guides/find-a-course/"
    changed(root / "site_config.yml", lambda text: text + "\nsite_url: https://hub.example.dk/skoler/\n")
    build(root / "site_config.yml", tmp_path / "site")
    with shown_site(tmp_path / "site") as address:
        page = browser.new_page()
        page.goto(f"{address}{guide}")
        expect(page.locator(".hub-qr")).to_be_hidden()
        page.emulate_media(media="print")
        picture = Image.open(io.BytesIO(page.locator(".hub-qr-code").screenshot()))
        page.close()

    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [f"https://hub.example.dk/skoler/{guide}"]
