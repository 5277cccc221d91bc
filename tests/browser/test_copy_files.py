"""What a teacher takes along opens where it is meant to: Word, a calendar, the hub itself, an editor, paper."""

from __future__ import annotations

import re
import subprocess
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from icalendar import Calendar
from playwright.sync_api import expect

from generator.content.validate import check_content
from generator.engine import load_config
from generator.kinds import KINDS
from generator.kinds.course.fingerprint import fingerprint
from tests.browser.panel import COURSE, fit, settled, take, use
from tests.browser.taken import of_courses
from tests.hub import copied, has_office

KLASS = "5.B – Ærø 🐟"


@pytest.fixture
def panel(open_page: Any) -> Any:
    return use(open_page(f"courses/{COURSE}/"))


def test_the_whole_way_from_facets_to_files(open_page: Any, tmp_path: Path) -> None:
    page = open_page("courses/")
    page.locator(".hub-choices details[aria-label=Fag]").get_by_label("Dansk").check()
    page.locator(".hub-choices details[aria-label=Klassetrin]").get_by_label("5. klasse").check()
    page.get_by_role("link", name="Læs dig klogere på en fagtekst").first.click()
    panel = use(page)
    fit(panel, "5.B", "2026-10-05", {"Mandag": "10:00"})
    names = [take(panel, button, tmp_path).name for button in ("Word-dokument", "Kalenderfil", "YAML til hubben")]

    assert names == [f"{COURSE}-5-b.docx", f"{COURSE}-5-b.ics", f"{COURSE}-5-b.yml"]
    assert all((tmp_path / name).stat().st_size > 500 for name in names)


def test_word_has_styles_tables_source_and_licence(panel: Any, tmp_path: Path) -> None:
    fit(panel, KLASS, "2026-10-05", {"Mandag": "10:00"})
    panel.get_by_label("Dine egne mål").fill("Vi kan samarbejde & aflevere til tiden")
    panel.get_by_label("Dine egne noter").fill("Book lokale <14>")
    document = Document(str(take(panel, "Word-dokument", tmp_path)))
    texts = {(part.style.name, part.text) for part in document.paragraphs}
    header = " ".join(part.text for part in document.sections[0].header.paragraphs)

    assert ("Title", "Læs dig klogere på en fagtekst") in texts
    assert {text for style, text in texts if style == "Heading 1"} >= {"Datoplan", "Lektioner", "Materialer", "Noter"}
    assert ("Heading 2", "1. Før vi læser") in texts
    assert any(text == "Vi kan samarbejde & aflevere til tiden" for _, text in texts)
    assert any(text == "Book lokale <14>" for _, text in texts)
    assert [cell.text for cell in document.tables[-1].rows[0].cells]
    assert any("Mandag den 5. oktober 2026" in cell.text for table in document.tables for cell in table.column_cells(0))
    assert "CC BY" in header
    assert "fagtekst" in header
    assert KLASS in document.core_properties.title
    assert document.core_properties.language == "da-DK"


PICTURED = """(file) => document.querySelector("#lesson-1").insertAdjacentHTML("afterend",
  `<figure class="hub-picture"><a class="hub-frame" href="${file}"><span><picture>
  <img src="${file}" width="480" height="300" alt="Forsiden"></picture></span></a></figure>`)"""


def test_word_has_the_pictures_also_those_that_it_does_not_know(panel: Any, tmp_path: Path) -> None:
    fit(panel, KLASS, "2026-10-05", {"Mandag": "10:00"})
    picture = "../../guides/files/pictures/forside.png"
    panel.page.evaluate(PICTURED, picture)
    panel.page.evaluate(PICTURED, f"{picture}.480.webp")
    with ZipFile(take(panel, "Word-dokument", tmp_path)) as file:
        media = {name: file.read(name)[:4] for name in file.namelist() if "media" in name}
        written = file.read("word/document.xml").decode()

    assert media == {"word/media/1.jpg": b"\xff\xd8\xff\xe0", "word/media/2.png": b"\x89PNG"}
    assert written.count('descr="Forsiden"') == 4


def test_no_word_of_any_course_is_missing_in_what_is_taken_along(open_page: Any, danish_site: Path) -> None:
    pages = {path.parent.name for path in danish_site.glob("courses/*/index.html") if "<hub-copy" in path.read_text()}
    found = of_courses(open_page(f"courses/{COURSE}/"), [f"../{name}/" for name in sorted(pages)])

    assert len(found) >= 10
    assert min(taken.page for taken in found.values()) > 500
    assert {address: taken.missing for address, taken in found.items() if any(taken.missing.values())} == {}


@pytest.mark.skipif(not has_office("libswlo.so"), reason="LibreOffice Writer is not installed")
def test_libreoffice_opens_the_word_file(panel: Any, tmp_path: Path) -> None:
    fit(panel, KLASS, "2026-10-05", {"Mandag": "10:00"})
    path = take(panel, "Word-dokument", tmp_path)
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation={(tmp_path / 'office').as_uri()}",
        "--convert-to",
        "txt:Text",
    ]
    subprocess.run([*command, "--outdir", str(tmp_path), str(path)], check=True, capture_output=True, timeout=120)
    text = path.with_suffix(".txt").read_text("utf-8")

    assert f"Datoplan for {KLASS}" in text
    assert "Mandag den 5. oktober 2026" in text


def test_word_parts_are_sound_and_the_same_every_time(panel: Any, tmp_path: Path) -> None:
    fit(panel, "5.B", "2026-10-05", {"Mandag": "10:00"})
    one = take(panel, "Word-dokument", tmp_path).read_bytes()
    again = take(panel, "Word-dokument", tmp_path)

    assert again.read_bytes() == one
    with ZipFile(again) as parts:
        assert parts.testzip() is None


@pytest.mark.parametrize(
    ("start", "offsets"),
    [
        ("2026-10-20", [2, 1, 1, 1]),  # summer time ends on 25 October 2026
        ("2027-03-16", [1, 2, 2, 2]),  # summer time begins on 28 March 2027; Easter takes 23 March
    ],
)
def test_lessons_keep_their_time_over_summer_time(panel: Any, tmp_path: Path, start: str, offsets: list[int]) -> None:
    fit(panel, KLASS, start, {"Tirsdag": "08:15"})
    events = Calendar.from_ical(take(panel, "Kalenderfil", tmp_path).read_bytes()).walk("VEVENT")
    starts = [event["DTSTART"].dt for event in events]

    assert [f"{start:%H:%M}" for start in starts] == ["08:15"] * 4
    assert [start.utcoffset() for start in starts] == [timedelta(hours=hours) for hours in offsets]
    assert all(event["DTSTART"].params["TZID"] == "Europe/Copenhagen" for event in events)
    assert all(event["DTEND"].dt > event["DTSTART"].dt for event in events)
    assert str(events[0]["SUMMARY"]) == f"{KLASS}: Før vi læser"


def test_a_moved_lesson_keeps_its_name_in_the_calendar(panel: Any, tmp_path: Path) -> None:
    fit(panel, "5.B", "2026-10-05", {"Mandag": "10:00"})
    first = Calendar.from_ical(take(panel, "Kalenderfil", tmp_path).read_bytes()).walk("VEVENT")
    panel.get_by_role("button", name="Flyt Før vi læser ned").click()
    second = Calendar.from_ical(take(panel, "Kalenderfil", tmp_path).read_bytes()).walk("VEVENT")
    by_name = {str(event["SUMMARY"]): str(event["UID"]) for event in first}

    assert by_name == {str(event["SUMMARY"]): str(event["UID"]) for event in second}
    assert str(second[0]["SUMMARY"]) == "5.B: Læseren i arbejde"
    assert int(second[0]["SEQUENCE"]) > int(first[0]["SEQUENCE"])
    assert [event["DTSTART"].dt.date() for event in second][:2] == [date(2026, 10, 5), date(2026, 10, 19)]


def test_long_lines_of_a_calendar_are_folded_by_octets(panel: Any, tmp_path: Path) -> None:
    fit(panel, "æøå 🐟" * 12, "2026-10-05", {"Mandag": "10:00"})
    raw = take(panel, "Kalenderfil", tmp_path).read_bytes()

    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    assert str(Calendar.from_ical(raw).walk("VEVENT")[0]["SUMMARY"]).startswith("æøå 🐟" * 12)


def test_yaml_comes_home_with_its_source(panel: Any, tmp_path: Path) -> None:
    fit(panel, KLASS, "2026-10-05", {"Mandag": "10:00"})
    panel.get_by_role("checkbox", name="Gør den bedre, og se tilbage").uncheck()
    panel.get_by_label("Dine egne mål").fill('Vi kan: "citere" # rigtigt')
    path = take(panel, "YAML til hubben", tmp_path)
    text = path.read_text("utf-8")
    root = copied(tmp_path / "hub")
    draft = root / "content/courses/vores-fagtekster.yml"
    draft.write_text(text, "utf-8")
    settings = load_config(root / "site_config.yml").settings
    asked = check_content(root, settings, KINDS, drafts="checked").problems
    draft.write_text(text.replace("author:\n", "author:\n  school: testskole-2\n"), "utf-8")
    checked = check_content(root, settings, KINDS, drafts="shown")
    copy = checked.catalog.items["course", "vores-fagtekster"].model
    source = checked.catalog.items["course", COURSE].model

    assert [(one.code, one.values["field"]) for one in asked] == [("draft-incomplete", "school")]
    assert checked.problems == ()
    assert (copy.status, len(copy.lessons), copy.goals[-1].text) == ("draft", 3, 'Vi kan: "citere" # rigtigt')
    assert (copy.based_on.course, copy.based_on.version, copy.based_on.licence) == (
        COURSE,
        source.version,
        source.licence,
    )
    assert copy.based_on.hash == fingerprint(source)
    assert "Udeladt: »Gør den bedre, og se tilbage«." in copy.based_on.changes
    assert KLASS not in text


def test_everything_is_pasted_with_its_structure(open_page: Any) -> None:
    page = open_page(f"courses/{COURSE}/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    panel = use(page)
    fit(panel, KLASS, "2026-10-05", {"Mandag": "10:00"})
    panel.get_by_role("button", name="Kopiér det hele").click()
    panel.get_by_text("Kopieret. Sæt det ind").wait_for()
    read = """async (type) => (await (await navigator.clipboard.read())[0].getType(type)).text()"""
    html, text = page.evaluate(read, "text/html"), page.evaluate(read, "text/plain")

    assert "<h1>Læs dig klogere på en fagtekst</h1>" in html
    assert html.count("<table") >= 3
    assert not re.search(r"\s(class|id)=", html)
    assert f"Datoplan for {KLASS}" in text
    assert "Mandag den 5. oktober 2026 uge 41\t10.00–10.45\t1. Før vi læser\t45 min." in text


def test_one_section_at_a_time(open_page: Any) -> None:
    page = open_page(f"courses/{COURSE}/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    panel = use(page)
    panel.get_by_text("Kopiér ét afsnit ad gangen").click()
    panel.get_by_role("button", name="Kopiér 2. Læseren i arbejde").click()
    panel.get_by_text("2. Læseren i arbejde er kopieret.").wait_for()
    text = page.evaluate("navigator.clipboard.readText()")

    assert text.startswith("2. Læseren i arbejde")
    assert "Før vi læser" not in text


def test_where_the_browser_will_not_copy_the_text_is_marked(open_page: Any) -> None:
    page = open_page(f"courses/{COURSE}/")
    page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new Error('no')); }")
    panel = use(page)
    panel.get_by_role("button", name="Kopiér det hele").click()
    panel.get_by_text("Tryk Ctrl+C").wait_for()

    assert "Læs dig klogere på en fagtekst" in page.evaluate("getSelection().toString()")


def test_paper_has_the_plan_and_nothing_of_the_page(open_page: Any) -> None:
    page = open_page(f"courses/{COURSE}/")
    page.evaluate("() => { window.print = () => {}; }")
    panel = use(page)
    fit(panel, KLASS, "2026-10-05", {"Mandag": "10:00"})
    panel.get_by_role("button", name="Udskriv").click()
    page.emulate_media(media="print")
    shown = page.locator("body").inner_text()

    assert f"Datoplan for {KLASS}" in shown
    assert "Tag det med" not in shown
    assert shown.count("Læs dig klogere på en fagtekst") <= 3

    page.evaluate("dispatchEvent(new Event('afterprint'))")
    settled(panel)

    expect(page.locator(".hub-paper")).to_have_count(0)
