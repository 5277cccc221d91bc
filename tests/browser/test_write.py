"""A visitor writes without an account: what is typed stays, the file says it, and the hub takes it in."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

from docx import Document
from PIL import Image
from playwright.sync_api import Page, expect

from generator.images.container import contained
from tests.browser.axe import violations
from tests.hub import copied, hub

WHEN = re.compile("saved: .*")


def ready(page: Page) -> Page:
    page.locator("[data-hub-fields]:enabled").wait_for()
    return page


def called(name: str) -> re.Pattern[str]:
    """A field, whether or not its name says that it must be filled in."""
    return re.compile(rf"^{re.escape(name)}( \(.+\))?$")


def saved(page: Page, folder: Path, name: str) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name=name, exact=True).press("Enter")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def saved_anyway(page: Page, folder: Path) -> Path:
    page.get_by_role("button", name="Gem fil", exact=True).press("Enter")
    return saved(page, folder, "Gem filen alligevel")


def test_an_experience_is_written_by_keyboard_on_a_phone_and_taken_in(open_page: Any, tmp_path: Path) -> None:
    page = open_page("courses/fagtekster-5-klasse/", width=320)
    page.get_by_role("link", name="Fortæl, hvordan det gik").press("Enter")
    ready(page)
    expect(page.get_by_label(called("Forløb"))).to_have_value("Læs dig klogere på en fagtekst")
    assert violations(page) == []
    page.get_by_role("button", name="Gem fil", exact=True).press("Enter")
    expect(page.get_by_role("alert").first).to_be_focused()
    expect(page.get_by_role("alert").first).to_contain_text("Skole: Udfyld feltet.")
    assert violations(page) == []
    page.get_by_role("link", name="Skole: Udfyld feltet.").press("Enter")
    expect(page.get_by_label(called("Skole"))).to_be_focused()
    page.get_by_label(called("Skole")).select_option("Testskole 2")
    page.get_by_label(called("Dato")).fill("20.11.2026")
    page.get_by_label(called("Sådan gik det")).fill("Ring til 22 33 44 55.")
    page.get_by_label(called("Sådan gik det")).blur()
    expect(page.get_by_label(called("Dato"))).to_have_value("2026-11-20")
    expect(page.get_by_role("alert").first).to_contain_text("»22 33 44 55« ligner et telefonnummer")
    expect(page.get_by_role("button", name="Gem filen alligevel")).to_have_count(0)
    page.get_by_label(called("Sådan gik det")).fill("Det gik <b>godt</b>: æøå.")
    page.get_by_label(called("Sådan gik det")).blur()
    expect(page.get_by_role("alert").first).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.reload()
    expect(ready(page).get_by_label(called("Sådan gik det"))).to_have_value("Det gik <b>godt</b>: æøå.")
    file = saved(page, tmp_path, "Gem fil")
    expect(page.locator("[data-state]")).to_have_text(f"{file.name} er gemt.")
    expect(page.get_by_role("link", name="Skriv mailen")).to_have_attribute(
        "href", re.compile("mailto:laeringshub@example.dk")
    )
    word = "\n".join(one.text for one in Document(str(saved(page, tmp_path, "Word-dokument"))).paragraphs)

    root = copied(tmp_path / "hub")
    said = hub(root, "take", str(file))
    assert (said.exit_code, "En erfaring fra Testskole 2, 20. november 2026." in said.output) == (0, True), said.output
    assert "Det gik <b>godt</b>: æøå." in (root / "content/courses/fagtekster-5-klasse.yml").read_text("utf-8")
    assert "Testskole 2" in word
    assert "Det gik <b>godt</b>: æøå." in word


def test_two_tabs_lose_nothing_and_a_full_browser_is_said(open_page: Any, tmp_path: Path) -> None:
    page = ready(open_page("write/course/"))
    page.locator("#f-title").fill("Broer")
    page.locator("#f-goals-a-text").fill("Jeg kan bygge")
    page.locator("#f-goals-a-text").blur()
    other = page.context.new_page()
    other.goto(page.url)
    expect(ready(other).locator("#f-title")).to_have_value("Broer")
    other.get_by_role("button", name="Tilføj – Mål", exact=True).press("Enter")
    other.keyboard.type("x")
    other.locator("[data-rows=goals] > ol > li").nth(1).get_by_label(called("Målet")).fill("Jeg kan måle")
    other.locator("#f-summary").fill("Om broer")
    other.locator("#f-summary").blur()
    page.locator("#f-lessons-a-title").fill("Den første bro")
    page.locator("#f-lessons-a-title").blur()
    expect(page.locator("#f-summary")).to_have_value("Om broer")
    page.locator("#f-lessons-a-goals").get_by_label(called("Jeg kan måle")).check()
    expect(other.locator("#f-lessons-a-title")).to_have_value("Den første bro")
    page.locator("[data-rows=goals] > ol > li").nth(1).get_by_role("button", name="Flyt op: Jeg kan måle").press(
        "Enter"
    )
    expect(page.locator("[data-rows=goals] > ol > li").nth(0)).to_contain_text("Jeg kan måle")
    text = saved_anyway(page, tmp_path).read_text("utf-8")

    assert text.index('id: "jeg-kan-maale"') < text.index('id: "jeg-kan-bygge"')
    assert 'goals:\n        - "jeg-kan-maale"\n' in text
    page.get_by_role("button", name="Begynd forfra", exact=True).press("Enter")
    page.get_by_role("dialog").get_by_role("button", name="Begynd forfra", exact=True).press("Enter")
    expect(page.locator("#f-title")).to_have_value("")
    page.locator("[data-hub-file]").set_input_files(tmp_path / next(tmp_path.glob("*.yml")).name)
    expect(page.locator("#f-title")).to_have_value("Broer")
    expect(page.locator("[data-rows=goals] > ol > li").nth(0)).to_contain_text("Jeg kan måle")
    lesson = page.locator("[data-rows=lessons] > ol > li").nth(0)
    expect(lesson.get_by_label(called("Jeg kan måle"))).to_be_checked()
    expect(lesson.get_by_label(called("Jeg kan bygge"))).not_to_be_checked()
    expect(page.locator("[data-state]")).to_contain_text("er åbnet.")
    again = saved_anyway(page, tmp_path).read_text("utf-8")
    assert WHEN.sub("", again) == WHEN.sub("", text)
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('full') } }")
    page.locator("#f-title").fill("Broer igen")
    page.locator("#f-title").blur()
    expect(page.locator("[data-state]")).to_contain_text("Browseren vil ikke gemme")


def photograph() -> bytes:
    """A picture that lies on its side and says where it was taken."""
    said, made = Image.Exif(), io.BytesIO()
    said[0x0112], said[0x8825] = 6, {1: "N", 2: (55.0, 40.0, 1.0)}
    Image.linear_gradient("L").resize((3000, 2000)).convert("RGB").save(made, "JPEG", exif=said)
    return made.getvalue()


def test_a_picture_is_made_smaller_described_saved_opened_again_and_taken_in(open_page: Any, tmp_path: Path) -> None:
    page = ready(open_page("write/news/", width=320))
    page.get_by_text("Billede", exact=True).press("Enter")
    box = page.locator("[data-file='picture.file']")
    choose, facts = box.locator("[type=file]"), box.locator("[data-facts]")
    choose.set_input_files({"name": "IMG_1.HEIC", "mimeType": "", "buffer": b"\0\0\0\x18ftypheic" + bytes(30)})
    expect(box.locator("[data-said]")).to_contain_text("HEIC-billede")
    choose.set_input_files({"name": "Broen øst.JPG", "mimeType": "image/jpeg", "buffer": photograph()})
    expect(facts).to_contain_text("broen-oest.webp · 1600 × 2400")
    page.get_by_label(called("Titel")).fill("Ny bro")
    page.get_by_role("button", name="Gem fil", exact=True).press("Enter")
    page.get_by_role("link", name="Billedets indhold i ord: Udfyld feltet.").press("Enter")
    expect(page.get_by_label(called("Billedets indhold i ord"))).to_be_focused()
    page.keyboard.type("Broen set fra øst")
    page.keyboard.press("Tab")
    expect(box.locator("img")).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.reload()
    expect(ready(page).locator("[data-file='picture.file'] [data-facts]")).to_contain_text("1600 × 2400")
    file = saved_anyway(page, tmp_path)
    expect(page.get_by_role("link", name="Skriv mailen")).to_have_attribute("href", re.compile(re.escape(file.name)))
    page.get_by_role("button", name="Begynd forfra", exact=True).press("Enter")
    page.get_by_role("dialog").get_by_role("button", name="Begynd forfra", exact=True).press("Enter")
    expect(box.locator("[data-let-go]")).to_be_hidden()
    page.locator("[data-hub-file]").set_input_files(file)
    expect(facts).to_contain_text("1600 × 2400")
    for label, text in (("Tekst", "Der er en ny bro."), ("Resumé", "En ny bro."), ("Dato", "2026-11-20")):
        page.get_by_label(called(label)).fill(text)
    page.get_by_label(called("Lærer")).check()
    word = Document(str(saved(page, tmp_path, "Word-dokument")))
    box.get_by_role("button", name="Fjern").press("Enter")
    expect(box.locator("[data-pick]")).to_be_focused()
    expect(box.locator("img")).to_be_hidden()

    root = copied(tmp_path / "hub")
    said = hub(root, "take", str(file))
    picture = (root / "content/news/pictures/ny-bro-broen-oest.webp").read_bytes()
    assert (said.exit_code, "Filer ved siden af: pictures/ny-bro-broen-oest.webp" in said.output) == (0, True), (
        said.output
    )
    assert zipfile.ZipFile(file).read("pictures/broen-oest.webp") == picture
    assert (contained(picture).has_place, contained(picture).size) == (False, (1600, 2400))
    assert [shape._inline.docPr.get("descr") for shape in word.inline_shapes] == ["Broen set fra øst"]
    assert all(shape.height > shape.width for shape in word.inline_shapes)
