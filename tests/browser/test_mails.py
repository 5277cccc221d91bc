"""News and mails in a browser: nothing for axe to find, readable on a phone, and copied with one press."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.test_pages import violations

MAIL = "mail/2026-w45/superbruger/"
LETTERS = "events/cafe-i-distrikt-nord/mails/"
PAGES = (LETTERS, "news/", "news/skolens-egen-plan/", "mail/", "mail/2026-w45/", MAIL, "follow/")


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_and_nothing_runs_out_of_a_phone(look_at: Any, path: str) -> None:
    page = look_at(path, width=320, scheme="dark")

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320


COPIED = (
    "navigator.clipboard.read().then(async ([item]) => ({ html: await (await item.getType('text/html')).text(), "
    "text: await (await item.getType('text/plain')).text() }))"
)


def test_the_mail_is_copied_with_its_headings_and_styles_and_as_plain_text(open_page: Any) -> None:
    page = open_page(MAIL)
    page.context.grant_permissions(["clipboard-read"])
    page.get_by_role("button", name="Kopiér mailen").click()
    page.get_by_text("Mailen er kopieret.").wait_for()
    copied = page.evaluate(COPIED)

    assert "Superbrugerne er uddannet på hold" in copied["html"]
    assert "<h2" in copied["html"]
    assert copied["text"].startswith("Ugens mail, uge 45")
    assert page.evaluate("getSelection().toString()") == ""


def test_what_is_written_to_those_who_come_is_copied_with_whole_addresses(open_page: Any, address: str) -> None:
    page = open_page(LETTERS)
    page.context.grant_permissions(["clipboard-read"])
    page.get_by_role("button", name="Kopiér teksten").first.click()
    page.get_by_text("Teksten er kopieret.").wait_for()
    copied = page.evaluate(COPIED)

    assert f'href="{address}guides/' in copied["html"]
    assert copied["text"].startswith("Kære kolleger\n\n")
    assert f"({address}guides/" in copied["text"]


def test_a_browser_that_refuses_leaves_the_mail_marked(open_page: Any) -> None:
    page = open_page(MAIL)
    page.evaluate("document.execCommand = () => false")
    page.get_by_role("button", name="Kopiér mailen").click()
    page.get_by_text("tryk Ctrl+C").wait_for()

    assert "Godmorgen alle sammen." in page.evaluate("getSelection().toString()")


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (640, "dark")])
def test_the_mail_itself_fits_a_narrow_window(browser: Browser, danish_site: Path, width: int, scheme: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.set_content((danish_site / MAIL / "mail.html").read_text("utf-8"))

    assert page.evaluate("document.documentElement.scrollWidth") == width
    expect(page.get_by_role("heading", name="Det skal I nå")).to_be_visible()
    page.close()
