"""A school writes its own plan in the browser: nothing typed is lost, and the file says what was written."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from click.testing import CliRunner
from docx import Document
from playwright.sync_api import expect

from generator.cli import main
from tests.browser.axe import violations
from tests.hub import copied

EDIT = "schools/testskole-1/edit/"
TALK = "schools/testskole-1/conversation/"
NOW = datetime(2026, 11, 28, 14, 5)
CAFE = "Skolen har holdt sit første cafémøde"


def ready(page: Any) -> Any:
    page.locator("[data-hub-fields]:enabled").wait_for()
    return page


def says(page: Any, sentence: str | re.Pattern[str]) -> None:
    """What the page says of what is kept, as soon as it says so."""
    expect(page.locator("[data-hub-said]")).to_have_text(sentence)


def group(page: Any, title: str) -> Any:
    """The fields of an activity, its phase unfolded."""
    found = page.locator("fieldset.hub-edit-activity").filter(has_text=title)
    found.evaluate("one => { one.closest('details').open = true }")
    return found


def saved(page: Any, folder: Path, name: str = "Gem fil") -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name=name, exact=True).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_what_is_written_is_kept_saved_and_opened_on_another_machine(open_page: Any, tmp_path: Path) -> None:
    page = ready(open_page(EDIT))
    says(page, "Du har ikke ændret noget endnu.")
    cafe = group(page, CAFE)
    cafe.get_by_label("I gang").check()
    cafe.get_by_label("Frist her").fill("2027-02-05")
    page.get_by_role("button", name="Tilføj indberetning Medarbejderne arbejder mindst").click()
    row = page.locator(".hub-edit-criterion", has_text="mindst på niveau 1").locator("li").last
    row.get_by_label("Hvor mange når det").fill("40")
    row.get_by_label("Ud af hvor mange").fill("41")
    row.get_by_label("Hvordan I fandt ud af det").fill("<script>alert(1)</script> = Ærlig optælling")
    row.get_by_label("Gjort op af").select_option("Skoleleder")
    page.get_by_label("Punkt 3").fill("Læsning")
    page.get_by_label("Punkt 3").blur()
    says(page, "Ikke gemt som fil endnu. Det ligger i denne browser.")
    page.reload()
    ready(page)
    again = page.get_by_label("Punkt 3").input_value()
    file = saved(page, tmp_path)
    says(page, f"{file.name} er gemt.")
    sheet = Document(str(saved(page, tmp_path, "Word-dokument")))
    cells = [cell.text for table in sheet.tables for row in table.rows for cell in row.cells]
    other = ready(open_page(EDIT))
    other.locator("[data-hub-file]").set_input_files(file)
    other.get_by_text(f"{file.name} er åbnet.").wait_for()
    mail = unquote(other.get_by_role("link", name="Send til jeres kontakt").get_attribute("href"))

    assert again == "Læsning"
    assert {"5. februar 2027", "40 af 41", "<script>alert(1)</script> = Ærlig optælling"} <= set(cells)
    assert re.fullmatch(r"testskole-1-\d{4}-\d\d-\d\d\.yml", file.name)
    assert (
        'activity: "cafemoede-paa-skolen"\n          due: "2027-02-05"\n          state: "started"' in file.read_text()
    )
    expect(group(other, CAFE).get_by_label("I gang")).to_be_checked()
    expect(other.get_by_label("Punkt 3")).to_have_value("Læsning")
    assert mail.startswith("mailto:laering-nord@example.dk?subject=Plan for Testskole 1&body=")
    assert f"Vedhæft filen {file.name}" in mail
    assert "Ærlig" not in mail


def test_two_tabs_lose_nothing_and_what_was_taken_away_stays_away(open_page: Any) -> None:
    one = ready(open_page(EDIT))
    other = one.context.new_page()
    other.goto(one.url)
    ready(other)
    one.get_by_label("Punkt 3").fill("Fra den ene")
    one.get_by_role("button", name="Fjern").first.focus()
    other.get_by_label("Punkt 4").fill("Fra den anden")
    other.locator(".hub-edit-subject", has_text="Historie").get_by_role("button", name="Fjern").click()
    one.locator(".hub-edit-subject", has_text="Historie").locator("li").wait_for(state="detached")

    expect(one.get_by_label("Punkt 4")).to_have_value("Fra den anden")
    expect(other.get_by_label("Punkt 3")).to_have_value("Fra den ene")

    other.get_by_role("button", name="Fortryd").click()
    one.locator(".hub-edit-subject", has_text="Historie").locator("li").wait_for()
    other.get_by_role("button", name="Begynd forfra").click()
    other.get_by_role("button", name="Behold det, jeg har skrevet").click()
    expect(other.get_by_label("Punkt 3")).to_have_value("Fra den ene")
    other.get_by_role("button", name="Begynd forfra").click()
    other.get_by_role("dialog").get_by_role("button", name="Begynd forfra").click()
    expect(one.get_by_label("Punkt 3")).to_have_value("")
    expect(other.get_by_label("Punkt 4")).to_have_value("")


def test_a_browser_that_keeps_nothing_says_so_and_the_file_can_be_saved(open_page: Any, tmp_path: Path) -> None:
    page = ready(open_page(EDIT))
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full') } }")
    page.get_by_label("Punkt 3").fill("Læsning")
    page.get_by_label("Punkt 3").blur()

    says(page, "Browseren vil ikke gemme det, du skriver. Gem det som en fil, før du lukker siden.")
    assert '- "Læsning"' in saved(page, tmp_path).read_text()
    says(page, re.compile(r"\.yml er gemt\.$"))


def test_faults_are_said_at_their_fields_and_the_summary_leads_there_by_keyboard(open_page: Any) -> None:
    page = ready(open_page(EDIT, width=320))
    group(page, CAFE).get_by_label("Udgår", exact=True).check()
    page.locator("details.hub-edit-phase").nth(1).evaluate("one => { one.open = false }")
    page.get_by_role("button", name="Gem fil", exact=True).focus()
    page.keyboard.press("Enter")
    summary = page.locator("[data-hub-summary]")
    expect(summary).to_be_focused()
    title = page.title()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    reason = group(page, CAFE).get_by_label("Hvorfor det udgår")
    described = reason.evaluate("one => document.getElementById(one.getAttribute('aria-describedby')).innerText")
    found = violations(page)
    page.keyboard.type("Vi holder det sammen med naboskolen")
    page.keyboard.press("Tab")
    summary.wait_for(state="hidden")

    assert title.startswith("Der er noget, der skal rettes: Redigér planen")
    assert page.title().startswith("Redigér planen")
    assert reason.evaluate("one => one === document.querySelector('[name$=\"cafemoede-paa-skolen/reason\"]')")
    assert described == "Skriv, hvorfor aktiviteten udgår."
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_other_files_are_refused_in_words(open_page: Any, tmp_path: Path) -> None:
    page = ready(open_page(EDIT))
    file = tmp_path / "fil.yml"
    for text, answer in (
        ("form: school\nversion: 1\nschool: skole-6\n", "hører til en anden skole, skole-6"),
        ("<script>alert(1)</script>", "kan ikke læses. Linje 1"),
        ("x" * 5_000_000, "er ikke en fil fra denne side"),
    ):
        file.write_text(text)
        page.locator("[data-hub-file]").set_input_files(file)
        page.get_by_text(answer).wait_for()

    says(page, "Du har ikke ændret noget endnu.")


def test_a_site_that_has_moved_on_is_told_of_and_the_draft_is_kept(open_page: Any) -> None:
    page = ready(open_page(EDIT))
    page.get_by_label("Punkt 3").fill("Læsning")
    page.get_by_label("Punkt 3").blur()

    def moved(route: Any) -> None:
        data = route.fetch().json()
        data["was"]["focus"] = ["Noget andet"]
        data["plans"][0]["base"] = "p" * 12
        data["withheld"] = [{"criterion": "tal-i-samtalen", "as_of": "2026-10-30"}]
        route.fulfill(json=data)

    page.route("**/api/v1/schools/testskole-1.json", moved)
    page.reload()
    ready(page)
    page.get_by_role("button", name="Jeg har set planen igennem").click()
    before = page.get_by_label("Punkt 1").input_value()
    page.get_by_role("button", name="Vis det nye sammen med mit").click()

    assert before == "Selvevaluering i udskolingen"
    expect(page.get_by_label("Punkt 1")).to_have_value("Noget andet")
    expect(page.get_by_label("Punkt 3")).to_have_value("Læsning")
    expect(page.locator("[data-hub-notes] .hub-note")).to_have_count(0)
    expect(page.get_by_text("Der er en indberetning fra 30. oktober 2026 med færre end 5.")).to_have_count(1)


def test_without_a_script_the_page_says_what_it_needs(open_page: Any) -> None:
    page = open_page(EDIT, script=False)

    expect(page.get_by_text("Formularen kræver JavaScript")).to_be_visible()
    expect(page.get_by_role("heading", name="Succeskriterier")).to_be_visible()


def test_earlier_levels_can_be_corrected_and_few_people_counted_again(open_page: Any, tmp_path: Path) -> None:
    page = ready(open_page(EDIT))
    rows = page.locator(".hub-edit-subject", has_text="Dansk").locator("li")
    before = [row.get_by_label("Gjort op den").input_value() for row in rows.all()]
    rows.first.locator("select").first.select_option("Niveau 2")
    rows.first.locator("select").first.blur()
    text = saved(page, tmp_path).read_text()
    now = text[text.index("\nnow:") :]
    few = ready(open_page(EDIT.replace("testskole-1", "skole-12")))
    few.get_by_role("button", name="Tilføj indberetning Medarbejderne arbejder mindst").click()
    row = few.locator(".hub-edit-criterion", has_text="mindst på niveau 1").locator("li").last
    for label, value in (("Hvor mange når det", "3"), ("Ud af hvor mange", "4"), ("Gælder den", "2026-10-30")):
        row.get_by_label(label).fill(value)
    row.get_by_label("Hvordan I fandt ud af det").fill("Ny optælling")
    row.get_by_label("Gjort op af").select_option("Skoleleder")
    saved(few, tmp_path)

    assert before == ["2026-05-20", "2026-09-28"]
    assert 'subject: "dansk"\n      level: "niveau-2"\n      as_of: "2026-05-20"' in now
    expect(few.locator("[data-hub-summary]")).to_be_hidden()


def test_a_leader_goes_from_the_page_by_the_sheet_to_the_file_and_the_new_site_shows_it(
    open_page: Any, tmp_path: Path
) -> None:
    """By keyboard on a phone; what is written on two pages is one file, and a build of the whole hub shows it."""
    page = open_page("schools/testskole-1/", width=320)
    page.clock.set_fixed_time(NOW)
    found = violations(page)
    page.get_by_role("link", name="Arket til skoleudviklingssamtalen").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{TALK}")
    ready(page).get_by_role("button", name="Tilføj aftale").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("Naboskolen er vært")
    page.get_by_label("Hvem gør det").select_option("Skoleleder")
    page.get_by_label("Frist").fill("2027-02-01")
    page.get_by_label("Frist").blur()
    found += violations(page)
    sheets = re.findall(rb"/Type /Page\b(?!s)", page.pdf(format="A4"))
    on_paper = page.locator("[data-hub-agreed]").text_content()
    talk = words_of(saved(page, tmp_path, "Word-dokument"))
    page.get_by_role("link", name="Redigér skolens plan").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{EDIT}")
    cafe = group(ready(page), CAFE)
    cafe.get_by_label("Udgår", exact=True).check()
    cafe.get_by_label("Hvorfor det udgår").fill("Vi holder det sammen med naboskolen")
    page.get_by_role("button", name="Tilføj indberetning Medarbejderne har prøvet").press("Enter")
    row = page.locator(".hub-edit-criterion", has_text="har prøvet at kopiere").locator("li").last
    row.get_by_label("Hvor mange når det").fill("30")
    row.get_by_label("Ud af hvor mange").fill("41")
    row.get_by_label("Hvordan I fandt ud af det").fill("=Håndsoprækning")
    row.get_by_label("Gjort op af").select_option("Skoleleder")
    found += violations(page)
    is_narrow = page.evaluate("document.documentElement.scrollWidth") == 320
    file = saved(page, tmp_path)
    hub = copied(tmp_path / "hub")
    config = ["--config", str(hub / "site_config.yml")]
    taken = CliRunner().invoke(main, ["take", str(file), *config, "--day", "2026-11-28"])
    built = CliRunner().invoke(main, ["build", *config, "--site-dir", str(hub / "site")])
    origin = page.url.removesuffix(EDIT)

    def new(route: Any) -> None:
        """The site that was built from it, where the other one was."""
        path = route.request.url.removeprefix(origin).partition("?")[0]
        route.fulfill(path=hub / "site" / (f"{path}index.html" if path.endswith("/") or not path else path))

    page.context.route(f"{origin}**", new)
    page.reload()
    expect(ready(page).locator("[data-hub-said]")).to_have_text("Nu står alt det, du havde skrevet, på skolens side.")
    page.goto(f"{origin}schools/testskole-1/")
    school = page.locator("article").text_content()
    page.goto(f"{origin}overview/criteria/halvdelen-har-kopieret/")
    overview = page.locator("article").text_content()

    assert found == []
    assert is_narrow
    assert len(sheets) == 2
    assert on_paper == "Naboskolen er vært (Skoleleder, senest 1. februar 2027)"
    assert "Naboskolen er vært (Skoleleder, senest 1. februar 2027)" in talk
    assert "Se tallene" not in talk
    assert (taken.exit_code, file.name) == (0, "testskole-1-2026-11-28.yml"), taken.output
    assert built.exit_code == 0, built.output
    assert "Vi holder det sammen med naboskolen" in school
    assert "30 / 41" in school
    assert "Naboskolen er vært" in school
    assert "Udgår: 1." in school
    assert "48 af 72" in overview


def test_the_sheet_of_a_district_is_a_word_document(open_page: Any, tmp_path: Path) -> None:
    page = open_page("overview/nord/conversation/")
    path = saved(page, tmp_path, "Word-dokument")
    said = words_of(path)
    levels = Document(str(path)).tables[-1]

    assert re.fullmatch(r"samtale-nord-\d{4}-\d\d-\d\d\.docx", path.name)
    assert said.startswith("Til skoleudviklingssamtalen: Distrikt Nord\n")
    assert [cell.text for cell in levels.rows[0].cells][:2] == ["Fag", "Niveau 1"]
    assert said.endswith("_" * 72)


def words_of(file: Path) -> str:
    """All that a Word document says outside of tables."""
    return "\n".join(text for one in Document(str(file)).paragraphs if (text := one.text.strip()))
