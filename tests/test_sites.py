"""What holds for every page of a hub: its language, and where the data for machines lead."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

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


ADDRESS = "https://journal.example.org/"
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>')


def addresses(value: object) -> Iterator[tuple[str, str]]:
    """The property and text of all that leads somewhere in data for machines."""
    if isinstance(value, dict):
        yield from ((name, text) for name, text in value.items() if name == "url" or name.endswith("Url"))
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from addresses(part)


def test_addresses_in_data_for_machines_are_whole_and_lead_somewhere(hospital_site: Path) -> None:
    blocks = [json.loads(text) for page in hospital_site.rglob("*.html") for text in DATA.findall(page.read_text())]
    found = {address for block in blocks for address in addresses(block)}
    own = {unquote(text.removeprefix(ADDRESS).partition("#")[0]) for _, text in found if text.startswith(ADDRESS)}

    assert {name for name, _ in found} >= {"url", "contentUrl"}
    assert {text for _, text in found if not text.startswith(("https://", "http://"))} == set()
    assert "courses/first-shift/" in own, "what an adapted copy is based on"
    assert [path for path in own if not (hospital_site / path).exists()] == []


def test_without_an_address_of_the_site_data_for_machines_lead_nowhere_on_it(english_site: Path) -> None:
    blocks = [json.loads(text) for page in english_site.rglob("*.html") for text in DATA.findall(page.read_text())]

    assert len(blocks) > 5
    assert {text for block in blocks for _, text in addresses(block) if not text.startswith("https://")} == set()
