"""A superuser's way: from the programme to the projector, to the real minutes, and to what is handed out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import docx
import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations

PAGE = "training/superbrugere/"


def begun(page: Any, minutes: int) -> str:
    """Some minutes later the next module begins: Enter, and what is said then."""
    page.clock.fast_forward(minutes * 60_000)
    page.keyboard.press("Enter")
    said: str = page.locator(".hub-live[open] .hub-live-says").text_content()
    return said


def test_the_projector_times_what_is_left_and_gives_the_real_minutes_back(open_page: Any, tmp_path: Path) -> None:
    """On a phone, by keyboard alone, and the page is closed in between."""
    page = open_page(PAGE, width=390)
    page.clock.install(time="2026-11-30T09:00:00")
    page.reload()
    page.get_by_role("button", name="Vis på storskærm").first.press("Enter")
    page.keyboard.press("Enter")

    assert violations(page) == []
    assert begun(page, 25) == "Vi slutter til tiden, hvis »Søg i hubben« tager 35 minutter."
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.reload()
    page.get_by_role("button", name="Vi er her: Pause").first.wait_for()
    expect(page.locator("[aria-current=step] strong")).to_have_text("Søg i hubben")
    page.keyboard.press("Enter")  # the same minute, by mistake
    page.get_by_role("button", name="Fortryd").press("Enter")
    page.get_by_role("button", name="Vi er her: Pause").first.focus()
    assert begun(page, 40) == "Vi slutter til tiden, kl. 12.30."
    assert begun(page, 15) == "Vi slutter til tiden, kl. 12.30."
    page.get_by_role("button", name="Slut nu").press("Enter")

    assert violations(page) == []
    with page.expect_download() as download:
        page.get_by_role("button", name="Gem som fil").press("Enter")
    text = Path(download.value.path()).read_text("utf-8")
    assert re.findall(r'id: "(\w+)"\n +minutes: (\d+)', text) == [("velkommen", "25"), ("soeg", "40"), ("pause", "15")]
    assert "minutes: 25 # planlagt: 15" in text
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Vis på storskærm").first).to_be_focused()

    page.get_by_role("link", name="Undervis kolleger i det").press("Enter")
    with page.expect_download() as download:
        page.get_by_role("button", name="Hent det hele som Word").press("Enter")
    download.value.save_as(tmp_path / "pack.docx")
    document = docx.Document(str(tmp_path / "pack.docx"))
    headings = [part.text for part in document.paragraphs if part.style.name.startswith(("Heading", "Title"))]
    handouts = ["Søg i hubben", "Find og kopiér et forløb", "Følg en guide på et cafémøde"]
    assert [one for one in headings if one in ("Invitation", "Tjekliste", *handouts)] == [
        "Invitation",
        "Tjekliste",
        *handouts,
    ]


@pytest.mark.parametrize("path", ["training/", PAGE, f"{PAGE}participants/", f"{PAGE}trainer/", f"{PAGE}teach/"])
def test_axe_finds_nothing_and_nothing_runs_out_of_a_narrow_phone(open_page: Any, path: str) -> None:
    page = open_page(path, width=320)

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize(("sheet", "pages"), [("participants/", 1), ("trainer/", 2)])
def test_participants_get_one_sheet_and_the_trainer_one_a_session(open_page: Any, sheet: str, pages: int) -> None:
    page = open_page(f"{PAGE}{sheet}")

    assert len(re.findall(rb"/Type /Page\b(?!s)", page.pdf(format="A4"))) == pages
