"""A hub in another language says nothing in Danish."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from generator.build.pipeline import build
from tests.hub import ENGLISH_HUB, ROOT


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("english") / "site"
    build(ENGLISH_HUB / "site_config.yml", folder)
    return folder


def test_no_page_holds_a_danish_letter(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))

    assert len(pages) >= 22
    assert [page.name for page in pages if re.search("[æøåÆØÅ]", page.read_text("utf-8"))] == []


def test_no_page_holds_a_danish_text(site: Path) -> None:
    with (ROOT / "generator/i18n/locale/da.po").open("rb") as source:
        catalog = read_po(source, locale="da")
    english = {str(message.id) for message in catalog}
    danish = {str(message.string) for message in catalog if message.id and " " in str(message.string)} - english
    html = "".join(page.read_text("utf-8") for page in sorted(site.rglob("*.html")))

    assert len(danish) > 100
    assert {text for text in danish if text in html} == set()


def test_every_page_says_that_it_is_english(site: Path) -> None:
    pages = [page for page in sorted(site.rglob("*.html")) if 'http-equiv="refresh"' not in page.read_text("utf-8")]

    assert {re.search(r'<html lang="(\w+)"', page.read_text("utf-8"))[1] for page in pages} == {"en"}  # type: ignore[index]
