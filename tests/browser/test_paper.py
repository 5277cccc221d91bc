"""Every sort of page on paper: no sheet is nearly empty, no heading stands alone, and every sheet is numbered."""

from __future__ import annotations

import re
from typing import Any

import pypdfium2
import pytest

MOST_SHEETS = {
    "": 4, "courses/broeker-7-klasse/": 8, "guides/soeg-i-hubben/": 2, "videos/soeg-i-hubben/": 2,
    "plans/konsolidering-2026-2029/": 6, "events/cafe-i-distrikt-nord/": 2, "schools/testskole-1/": 6,
    "courses/broeker-7-klasse/compare/": 5, "guides/soeg-i-hubben/teach/": 2, "events/": 3, "glossary/": 2,
    "overview/": 4, "write/course/": 7,
}  # fmt: skip
"""A page of each sort that somebody prints, and on how many sheets it must be at most."""
LETTERS = 120
"""A sheet with fewer is nearly empty."""
FOOT = re.compile(r"^(Læringshubben · Skoleforvaltningen.*|http://127\.0\.0\.1.*|Side \d+ af \d+|\d+|)$")


def sheets(page: Any) -> list[list[str]]:
    """The lines of each sheet, without the foot and the numbers of steps, which a PDF names last."""
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    texts = [one.get_textpage().get_text_range() for one in document]
    for number, text in enumerate(texts, 1):
        assert f"Side {number} af {len(texts)}" in text
        assert page.url in text
    return [[line for line in map(str.strip, text.splitlines()) if not FOOT.match(line)] for text in texts]


@pytest.mark.parametrize("path", MOST_SHEETS)
def test_no_sheet_is_nearly_empty_and_no_heading_alone(look_at: Any, path: str) -> None:
    page = look_at(path)
    headings = page.locator("main :is(h1, h2, h3, h4, legend, thead tr)").all_inner_texts()
    headings = {" ".join(heading.split()) for heading in headings}
    printed = sheets(page)

    assert len(printed) <= MOST_SHEETS[path]
    assert [number for number, lines in enumerate(printed, 1) if len("".join(lines)) < LETTERS] == []
    assert [lines[-1] for lines in printed if lines[-1] in headings or " ".join(lines[-2:]) in headings] == []


def test_an_invitation_is_one_sheet(open_page: Any) -> None:
    page = open_page("guides/soeg-i-hubben/teach/")
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Udskriv invitationen").click()
    printed = sheets(page)

    assert len(printed) == 1
    assert "Kære kolleger" in printed[0]
