"""A hub in another language says nothing in Danish."""

from __future__ import annotations

import re
from pathlib import Path

from babel.messages.pofile import read_po

from tests.hub import ROOT


def test_no_page_holds_a_danish_letter(english_site: Path) -> None:
    pages = sorted(english_site.rglob("*.html"))

    assert len(pages) >= 22
    assert [page.name for page in pages if re.search("[æøåÆØÅ]", page.read_text("utf-8"))] == []


def test_no_page_holds_a_danish_text(english_site: Path) -> None:
    with (ROOT / "generator/i18n/locale/da.po").open("rb") as source:
        catalog = read_po(source, locale="da")
    english = {str(message.id) for message in catalog}
    danish = {str(message.string) for message in catalog if message.id and " " in str(message.string)} - english
    lines = {line for page in english_site.rglob("*.html") for line in page.read_text("utf-8").splitlines()}
    html = "\n".join(lines)  # what all pages have in common is looked through once

    assert len(danish) > 100
    assert {text for text in danish if text in html and re.search(rf"(?<!\w){re.escape(text)}(?!\w)", html)} == set()


def test_every_page_says_that_it_is_english(english_site: Path) -> None:
    pages = [
        page for page in sorted(english_site.rglob("*.html")) if 'http-equiv="refresh"' not in page.read_text("utf-8")
    ]

    assert {re.search(r'<html lang="(\w+)"', page.read_text("utf-8"))[1] for page in pages} == {"en"}  # type: ignore[index]
