"""Fitting a course to a class: the plan follows, nothing typed is lost, and what is amiss is said where it is."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import expect

from generator.compile import redirect_page
from tests.browser.axe import violations
from tests.browser.panel import COURSE, fit, kept, settled, use

PAGE = f"courses/{COURSE}/"
GUIDE = "guides/find-og-kopier-et-forloeb/"
DATA = f"**/api/v1/courses/{COURSE}.json"


@pytest.fixture
def page(open_page: Any) -> Any:
    return open_page(PAGE)


def dates(panel: Any) -> list[str]:
    return [str(one.get_attribute("datetime")) for one in panel.locator(".hub-plan-table time").all()]


def served_with(page: Any, change: Any) -> None:
    """The course as it would be after a change."""

    def answer(route: Any) -> None:
        data = route.fetch().json()
        change(data)
        route.fulfill(json=data)

    page.route(DATA, answer)


def test_a_plan_stands_there_at_once_and_follows(page: Any) -> None:
    panel = use(page)
    proposed = dates(panel)
    fit(panel, start="2026-10-05", days={"Mandag": "10:00", "Onsdag": "08:15"})

    assert proposed == ["2026-09-08", "2026-09-10", "2026-09-15", "2026-09-17"]
    assert dates(panel) == ["2026-10-05", "2026-10-07", "2026-10-19", "2026-10-21"]
    expect(panel.get_by_text("Sprunget over: Efterårsferie.")).to_be_visible()

    panel.get_by_label("Spring skolefridage over").uncheck()
    settled(panel)

    assert dates(panel) == ["2026-10-05", "2026-10-07", "2026-10-12", "2026-10-14"]


@pytest.mark.parametrize(
    ("start", "days", "said"),
    [
        ("2026-10-14", {"Mandag": "08:15"}, "skolefridag (Efterårsferie). Planen begynder tidligst mandag den 19."),
        ("2026-08-10", {"Mandag": "08:15"}, "10. august 2026 er passeret; planen bliver lavet alligevel."),
        ("2026-10-05", {}, "Vælg mindst én ugedag, så får lektionerne datoer."),
        ("2026-10-05", {"Mandag": ""}, "Skriv et klokkeslæt ved hver af de valgte ugedage."),
        ("2029-10-01", {"Mandag": "08:15"}, "Planen går længere frem, end hubben kender skolefridage"),
        ("1999-10-01", {"Mandag": "08:15"}, "Datoen kan ikke bruges. Skriv en dag mellem 2000 og 2100."),
    ],
)  # fmt: skip
def test_what_is_amiss_is_said_and_nothing_is_lost(page: Any, start: str, days: dict[str, str], said: str) -> None:
    panel = use(page)
    fit(panel, "5.Æ 🎈", start, days)

    expect(panel.get_by_text(said)).to_be_visible()
    assert (kept(page)[0]["klass"], kept(page)[0]["start"]) == ("5.Æ 🎈", start)


def test_a_calendar_without_days_asks_for_them(page: Any) -> None:
    panel = use(page)
    fit(panel, days={})
    panel.get_by_role("button", name="Kalenderfil").click()

    expect(panel.get_by_text("Kalenderen mangler en ugedag. Vælg mindst én.")).to_be_visible()
    expect(panel.get_by_label("Mandag", exact=True)).to_be_focused()


def test_no_lessons_is_a_sentence_not_a_crash(page: Any) -> None:
    panel = use(page)
    for box in panel.locator(".hub-pick input").all():
        box.uncheck()
    settled(panel)

    expect(panel.get_by_text("Vælg mindst én lektion.")).to_be_visible()
    expect(panel.locator(".hub-plan-table")).to_be_hidden()


def test_five_hundred_lessons(page: Any) -> None:
    served_with(page, lambda data: data["course"].update(lessons=data["course"]["lessons"] * 125))
    panel = use(page)
    fit(panel, start="2026-10-05", days={"Mandag": "08:15"})

    expect(panel.locator(".hub-plan-table tbody tr")).to_have_count(500)
    expect(panel.get_by_text("Planen går længere frem")).to_be_visible()

    panel.get_by_role("button", name="Fjern alle").click()
    panel.locator(".hub-pick input").nth(499).check()
    settled(panel)

    assert dates(panel) == ["2026-10-05"]


def test_lessons_move_by_keyboard_and_the_place_is_said(page: Any) -> None:
    panel = use(page)
    panel.get_by_role("button", name="Flyt Før vi læser ned").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    settled(panel)

    assert kept(page)[0]["kept"] == [2, 3, 1, 4]
    expect(panel.get_by_text("Før vi læser er nu nummer 3 af 4.")).to_have_count(1)
    expect(page.locator(":focus")).to_have_attribute("aria-label", "Flyt Før vi læser ned")


def test_the_way_in_and_out_by_keyboard(page: Any) -> None:
    page.get_by_role("button", name="Brug forløbet").focus()
    page.keyboard.press("Enter")
    page.locator(".hub-fit").wait_for()

    expect(page.locator(":focus")).to_have_text("Brug forløbet")

    page.keyboard.press("Tab")
    page.keyboard.press("Escape")

    expect(page.locator(".hub-use")).to_be_hidden()
    expect(page.locator(":focus")).to_have_text("Brug forløbet")


def test_a_copy_waits_until_next_time_and_is_found_in_the_list(page: Any) -> None:
    panel = use(page)
    fit(panel, "5.B", "2026-10-05", {"Mandag": "10:00"})
    panel.get_by_label("Dine egne noter").fill("Book lokale 14")
    page.reload()
    panel = use(page)

    expect(panel.get_by_label("Dine egne noter")).to_have_value("Book lokale 14")
    assert dates(panel)[0] == "2026-10-05"

    panel.get_by_role("button", name="Ny kopi").click()
    fit(panel, "5.C")
    panel.get_by_role("link", name="Mine kopier").click()
    page.locator(".hub-my-copies").wait_for()
    page.get_by_role("link", name="Åbn kopien: Læs dig klogere på en fagtekst – 5.B").click()
    panel = page.locator(".hub-use")

    panel.get_by_label("Klassens navn").wait_for()
    expect(panel.get_by_label("Klassens navn")).to_have_value("5.B")


def test_the_form_stands_still_when_the_first_text_is_kept(page: Any) -> None:
    panel = use(page)
    before = panel.locator(".hub-fit").bounding_box()
    panel.get_by_label("Klassens navn").fill("5.B")
    settled(panel)

    assert kept(page)
    assert panel.locator(".hub-fit").bounding_box()["y"] == before["y"]


ASKS = """form => {
  window.asks = 0;
  new MutationObserver((seen) => { window.asks += seen.length; })
    .observe(form, { attributes: true, attributeFilter: ["aria-busy"] });
}"""
"""Counts how often a form said that it waits, or that it does no more."""


def test_nothing_moves_under_a_finger_that_presses(page: Any) -> None:
    panel = use(page)
    last = panel.get_by_role("checkbox", name="Gør den bedre, og se tilbage")
    box = panel.get_by_role("checkbox", name="Før vi læser")
    box.scroll_into_view_if_needed()
    box.hover()
    page.mouse.down()
    panel.locator(".hub-fit").evaluate(ASKS)
    last.evaluate("box => { box.checked = false; box.dispatchEvent(new Event('change', { bubbles: true })); }")
    page.wait_for_function("() => window.asks >= 2")  # it was due, and has been put off

    expect(panel.locator(".hub-plan-table tbody tr")).to_have_count(4)

    page.mouse.up()
    settled(panel)

    expect(panel.locator(".hub-plan-table tbody tr")).to_have_count(2)


def test_nothing_is_kept_before_something_is_changed(page: Any) -> None:
    panel = use(page)
    panel.get_by_role("button", name="Luk").click()

    assert kept(page) == []


def test_deleting_asks_first(page: Any) -> None:
    panel = use(page)
    fit(panel, "5.B")
    panel.get_by_role("button", name="Slet kopien").click()
    page.keyboard.press("Escape")

    assert len(kept(page)) == 1

    panel.get_by_role("button", name="Slet kopien").click()
    page.locator("dialog").get_by_role("button", name="Slet").click()
    page.locator("dialog.hub-ask").wait_for(state="detached")  # the answer is acted upon when the dialog has closed

    assert kept(page) == []
    expect(panel.get_by_label("Klassens navn")).to_have_value("")


def test_a_copy_of_an_older_version_says_so_and_keeps_its_choices(page: Any) -> None:
    panel = use(page)
    fit(panel, "5.B")
    panel.get_by_role("checkbox", name="Før vi læser").uncheck()
    settled(panel)
    page.reload()
    served_with(page, lambda data: (data.update(hash="sha256:new"), data["course"].update(version="9.0")))
    panel = use(page)

    expect(panel.get_by_text("Forløbet er nu i version 9.0")).to_be_visible()
    expect(panel.get_by_text("Siden er ældre end forløbet.")).to_be_visible()
    expect(panel.get_by_role("checkbox", name="Før vi læser")).not_to_be_checked()

    panel.get_by_role("button", name="Jeg har set det igennem").click()

    assert kept(page)[0]["version"] == "9.0"
    expect(panel.get_by_text("Forløbet er nu i version 9.0")).to_be_hidden()


def test_a_browser_that_refuses_to_keep_is_named(page: Any) -> None:
    page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"
    )
    panel = use(page)
    fit(panel, "5.B")

    expect(panel.get_by_text("Browseren vil ikke gemme.")).to_be_visible()
    expect(panel.get_by_label("Klassens navn")).to_have_value("5.B")


def test_what_another_hand_wrote_into_the_browser_does_no_harm(page: Any) -> None:
    page.evaluate("""localStorage.setItem('hub:copies', '[{"key": 1}, null, "x"]')""")
    panel = use(page)

    assert len(dates(panel)) == 4


def test_two_tabs_lose_nothing(page: Any) -> None:
    panel = use(page)
    fit(panel, "5.B")
    other = page.context.new_page()
    other.goto(page.url)
    second = use(other)
    panel.get_by_label("Dine egne noter").fill("Fra den ene")
    settled(panel)
    second.get_by_label("Dine egne mål").fill("Fra den anden")
    settled(second)

    assert [(one["klass"], one["notes"], one["goals"]) for one in kept(page)] == [
        ("5.B", "Fra den ene", "Fra den anden")
    ]

    panel.get_by_role("button", name="Slet kopien").click()
    page.locator("dialog").get_by_role("button", name="Slet").click()
    expect(second.get_by_label("Klassens navn")).to_have_value("")

    assert kept(other) == []


def test_a_course_that_was_renamed_has_its_copies(page: Any) -> None:
    use(page)
    fit(page.locator(".hub-use"), "4.C")
    key = kept(page)[0]["key"]
    page.evaluate("""() => localStorage.setItem('hub:copies',
        localStorage.getItem('hub:copies').replace(/"course":"[^"]*"/, '"course":"gammelt-navn"'))""")
    old = "courses/gammelt-navn/"
    body = redirect_page(f"../../{PAGE}", "../../").decode()
    page.route(f"**/{old}*", lambda route: route.fulfill(body=body, content_type="text/html"))
    served_with(page, lambda data: data["course"].update(redirect_from=[old]))
    page.goto(page.url.partition(PAGE)[0] + f"{old}?q=1#copy={key}")

    expect(page).to_have_url(re.compile(rf"{PAGE}\?q=1#copy={key}$"))
    expect(page.get_by_label("Klassens navn")).to_have_value("4.C")


@pytest.mark.parametrize("stored", ["5", "{}", "null", '[{"day": 9}, 1e9, "1"]', "{"])
def test_no_part_is_hurt_by_what_is_stored(page: Any, stored: str) -> None:
    for name in (
        "done/guide/find-og-kopier-et-forloeb",
        "searches",
        "captions",
        "theme",
        "way/guide/find-og-kopier-et-forloeb",
        "copies-dropped",
    ):
        page.evaluate("([name, text]) => localStorage.setItem(`hub:${name}`, text)", [name, stored])
    page.goto(page.url.partition(PAGE)[0] + GUIDE)
    expect(page.locator("hub-progress")).to_contain_text("0 af")
    page.keyboard.press("Control+k")
    expect(page.locator("dialog.hub-dialog")).to_be_visible()
    expect(page.locator("dialog.hub-dialog")).not_to_contain_text("virker ikke")


def test_offline_says_so_and_can_be_tried_again(browser: Any, address: str) -> None:
    page = browser.new_page(locale="da-DK")
    page.goto(address + PAGE)
    page.route(DATA, lambda route: route.abort())
    page.get_by_role("button", name="Brug forløbet").click()
    page.get_by_text("Det kunne ikke hentes.").wait_for()
    page.unroute(DATA)

    expect(use(page)).to_be_visible()
    page.close()


def test_every_copy_can_be_exported_brought_back_and_deleted(page: Any, tmp_path: Any) -> None:
    panel = use(page)
    fit(panel, "5.B", "2026-10-05")
    page.goto(page.url.replace(PAGE, "courses/my-copies/"))
    with page.expect_download() as download:
        page.get_by_role("button", name="Hent alle som én fil").click()
    file = tmp_path / "copies.json"
    download.value.save_as(file)
    page.get_by_role("button", name="Slet alle").click()
    page.locator("dialog").get_by_role("button", name="Slet").click()
    page.get_by_text("Du har ingen kopier endnu.").wait_for()

    assert kept(page) == []
    assert json.loads(file.read_text("utf-8"))["copies"][0]["klass"] == "5.B"

    page.get_by_text("Hent kopier fra en anden enhed").click()
    page.locator("input[type=file]").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": b"[1]"}
    )
    page.get_by_text("Der er ingen kopier i den fil.").wait_for()
    page.locator("input[type=file]").set_input_files(str(file))
    page.get_by_text("1 kopi er hentet ind.").wait_for()

    assert kept(page)[0]["start"] == "2026-10-05"


def test_a_link_in_a_file_from_elsewhere_stays_on_the_site(page: Any) -> None:
    panel = use(page)
    fit(panel, "5.B")
    evil = {**kept(page)[0], "key": "e", "url": " javascript:alert(1)"}
    page.goto(page.url.replace(PAGE, "courses/my-copies/"))
    page.get_by_text("Hent kopier fra en anden enhed").click()
    content = json.dumps({"format": "training-hub copies 1", "copies": [evil]}).encode()
    page.locator("input[type=file]").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": content}
    )
    page.get_by_text("Der er ingen kopier i den fil.").wait_for()

    expect(page.locator("a[href^='javascript']")).to_have_count(0)


def test_axe_finds_nothing_in_the_open_panel(open_page: Any) -> None:
    page = open_page(PAGE)
    panel = use(page)
    fit(panel, "5.B", "2026-10-14", {})
    panel.get_by_text("Kopiér ét afsnit ad gangen").click()
    panel.get_by_role("button", name="Kalenderfil").click()

    assert violations(page) == []

    panel.get_by_role("link", name="Mine kopier").click()
    page.locator(".hub-my-copies").wait_for()

    assert violations(page) == []


def test_the_panel_fits_a_small_phone(open_page: Any) -> None:
    page = open_page(PAGE, width=320)
    fit(use(page), "Bogstaverogtaludenmellemrum" * 2)

    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_the_page_is_whole_without_the_panel(open_page: Any) -> None:
    page = open_page(PAGE, script=False)

    expect(page.get_by_role("button", name="Brug forløbet")).to_have_count(0)
    expect(page.get_by_role("heading", name="1. Før vi læser")).to_be_visible()
