"""The pack for whoever teaches a guide can be taken as one Word document, with the guide as a handout."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import docx

from tests.browser.taken import words

PACK = "guides/soeg-i-hubben/teach/"


KNOWN = "guides/udskriv-et-forloeb/"
SAID = (
    "article > .hub-lead, .hub-known, .hub-known-line, .hub-before > *, #result, #result ~ p, .hub-step > "
    ":is(h3, ul, ol, .hub-expected, .hub-fails, p:not(.hub-done)), figcaption"
)


def taken(page: Any, folder: Path) -> Any:
    with page.expect_download() as download:
        page.get_by_role("button", name="Hent det hele som Word").click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return docx.Document(str(file))


def test_word_reads_agenda_invitation_checklist_and_handout(open_page: Any, tmp_path: Path) -> None:
    document = taken(open_page(PACK), tmp_path)
    headings = [part.text for part in document.paragraphs if part.style.name.startswith(("Heading", "Title"))]

    assert [path.name for path in tmp_path.glob("*.docx")] == ["soeg-i-hubben.docx"]
    assert headings[:4] == ["Undervis i det: Søg i hubben", "Dagsorden", "Invitation", "Tjekliste"]
    assert "Søg i hubben" in headings[4:]
    assert sum(heading[:1].isdigit() for heading in headings) == 4
    assert document.tables[0].rows[1].cells[0].text == "0–5"
    assert sum(part.text.startswith("☐ ") for part in document.paragraphs) > 8


def test_the_handout_carries_the_pictures_with_their_descriptions(open_page: Any, tmp_path: Path) -> None:
    document = taken(open_page(PACK), tmp_path)
    said = [picture._inline.docPr.get("descr") for picture in document.inline_shapes]

    assert all(picture.width > picture.height > 0 for picture in document.inline_shapes)
    assert ["Hubbens forside" in said[0], "Søgevinduet" in said[1]] == [True, True]


def test_the_handout_says_all_that_the_guide_says(open_page: Any, tmp_path: Path) -> None:
    """One with a known problem and a result."""
    page = open_page(KNOWN)
    shown = words(" ".join(page.locator(SAID).evaluate_all("all => all.map(one => one.innerHTML)")))
    page.goto(f"{page.url}teach/")
    document = taken(page, tmp_path)
    said = Counter(re.findall(r"\w+", " ".join(part.text for part in document.paragraphs)))

    assert shown.total() > 60
    assert shown - said == Counter()


def test_without_a_network_it_is_said(browser: Any, address: str) -> None:
    page = browser.new_page(locale="da-DK")
    page.goto(address + PACK)
    page.route("**/guides/soeg-i-hubben/", lambda route: route.abort())
    page.get_by_role("button", name="Hent det hele som Word").click()

    page.get_by_role("alert").get_by_text("Prøv igen, når du er på nettet").wait_for()
