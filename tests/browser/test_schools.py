"""Schools and overviews in a browser: nothing for axe to find, readable on a phone, and a sheet that is two pages."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations

PAGES = ("schools/", "schools/testskole-1/", "schools/testskole-1/conversation/", "overview/", "overview/nord/",
         "overview/nord/conversation/",          "overview/criteria/halvdelen-har-kopieret/")  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(look_at: Any, path: str) -> None:
    assert violations(look_at(path)) == []


@pytest.mark.parametrize("path", PAGES)
def test_nothing_runs_out_of_a_narrow_phone(look_at: Any, path: str) -> None:
    page = look_at(path, width=320)

    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_plot_can_be_read_on_a_narrow_phone_and_has_a_name(look_at: Any) -> None:
    page = look_at("overview/criteria/mindst-niveau-1/", width=320)
    size = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.hub-plot [role=img] p')).fontSize)")

    assert size >= 15
    expect(page.get_by_role("img", name=re.compile("skoler har indberettet"))).to_be_visible()


@pytest.mark.parametrize(("path", "pages"), [("schools/testskole-1/", 2), ("overview/nord/", 1)])
def test_the_sheet_for_the_conversation_fits_its_paper(look_at: Any, path: str, pages: int) -> None:
    page = look_at(f"{path}conversation/")
    sheets = re.findall(rb"/Type /Page\b(?!s)", page.pdf(format="A4"))

    assert len(sheets) == pages
