"""The desk in a browser: from nothing to a published course with a picture, by keyboard and without YAML."""

from __future__ import annotations

import io
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, Route, expect

from generator.desk.server import DeskServer
from generator.preview import preview_of
from generator.preview.single_page import take_snapshot
from tests.browser.axe import violations
from tests.hub import ENGLISH_HUB, copied_site

PHOTO = {"orientation": 0x0112, "place": 0x8825}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[DeskServer, Path]]:
    root = copied_site(ENGLISH_HUB, tmp_path_factory.mktemp("hub"))
    preview = preview_of(root / "site_config.yml", "127.0.0.1:0", lambda _: None)
    preview.snapshot = take_snapshot(root / "site_config.yml")
    with DeskServer(("127.0.0.1", 0), preview, lambda: None) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server, root
        server.shutdown()


@pytest.fixture
def page(browser: Browser, desk: tuple[DeskServer, Path]) -> Iterator[Page]:
    """Comes in by the address of the terminal; afterwards nothing may have been complained of."""
    faults: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    found = context.new_page()
    found.on("console", lambda said: said.type in {"error", "warning"} and faults.append(said.text))
    found.on("pageerror", lambda error: faults.append(str(error)))
    found.goto(desk[0].url)
    yield found
    context.close()
    # A picture that cannot be used is answered with 422, the page of a draft is not there yet, and one test is offline.
    assert [fault for fault in faults if not re.search("422|404|ERR_FAILED", fault)] == []


def photo() -> bytes:
    """As a phone takes it: lying on its side, with the place in it."""
    made = io.BytesIO()
    picture = Image.new("RGB", (60, 40), "navy")
    exif = picture.getexif()
    exif[PHOTO["orientation"]] = 6
    exif.get_ifd(PHOTO["place"])[1] = "N"
    picture.save(made, "JPEG", exif=exif)
    return made.getvalue()


def press(page: Page, name: str, within: str = "main") -> None:
    """Presses a button by the keyboard alone, in one go: a script that is late may take the focus meanwhile."""
    page.locator(within).get_by_role("button", name=name, exact=True).press("Enter")


def unfold(page: Page, within: str) -> None:
    page.locator(f"{within} > details.hub-form-more > summary").last.press("Enter")


def test_from_nothing_to_a_published_course_with_a_picture(page: Page, desk: tuple[DeskServer, Path]) -> None:
    root = desk[1]
    assert violations(page) == []
    page.locator(".desk-new > summary").press("Enter")
    page.get_by_role("link", name="Course", exact=True).press("Enter")
    page.get_by_label("What is it called?").fill("Bridges over the river")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("The draft is begun")
    # A draft that lacks nearly all is seen at once, here and by itself.
    beside = page.frame_locator("[data-frame]")
    expect(beside.get_by_role("heading", name="What is missing")).to_be_visible()
    expect(beside.get_by_text("Write it in the form")).to_have_count(0)
    form = page.url
    page.goto(form.partition("hub-edit")[0] + "courses/bridges-over-the-river/")
    page.get_by_role("link", name="Write it in the form").press("Enter")
    expect(page).to_have_url(form.partition("?")[0])

    press(page, "Publish")
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page).to_have_title("Mistakes: Bridges over the river – Harbour Hub")
    assert violations(page) == []
    page.get_by_role("alert").get_by_role("link", name="Summary", exact=False).press("Enter")
    expect(page.locator("#f-summary")).to_be_focused()

    page.keyboard.type("Pupils build a bridge.")
    page.get_by_label("Geography").check()
    page.get_by_label("Year 7").check()
    page.locator("#f-author-school").select_option("North School")
    page.locator("#f-author-role").select_option("Teacher")
    page.locator("#f-licence").select_option("CC BY-SA 4.0")
    page.locator("#f-version").fill("1.0")
    page.locator("#f-evaluation-text").fill("Load the bridges.")
    page.locator("#f-evaluation-self_evaluation").fill("Pupils say what held.")

    press(page, "Add – Goals")
    expect(page.locator("#f-goals-new0-kind")).to_be_focused()
    page.locator("#f-goals-new0-kind").select_option("All round")
    page.locator("#f-goals-new0-text").fill("I can build")
    press(page, "Add – Signs")
    expect(page.locator("#f-goals-new0-signs-new0")).to_be_focused()
    page.keyboard.type("It stands.")

    press(page, "Add – Lessons")
    page.locator("#f-lessons-new0-title").fill("The bridge")
    page.locator("#f-lessons-new0-minutes").fill("45")
    page.locator("#f-lessons-new0-goals").get_by_label("I can build").check()
    press(page, "Add – Activities")
    page.locator("#f-lessons-new0-activities-new0-title").fill("Build")
    page.locator("#f-lessons-new0-activities-new0-minutes").fill("45")
    page.locator("#f-lessons-new0-activities-new0-grouping").select_option("Group")
    page.locator("#f-lessons-new0-activities-new0-text").fill("Build it of paper.")

    unfold(page, "form")
    press(page, "Add – Materials")
    expect(page.locator("details.hub-form-more #f-materials")).to_be_visible()  # where it was found
    page.locator("#f-materials-new0-title").fill("A bridge")
    box = page.locator("[data-file='materials.new0.file']")
    choose = box.locator("[type=file]")
    choose.set_input_files(
        {"name": "IMG_1.HEIC", "mimeType": "image/heic", "buffer": b"\0\0\0\x18ftypheic" + bytes(40)}
    )
    expect(box.get_by_role("status")).to_contain_text("HEIC")
    expect(box.get_by_role("status")).to_have_class("is-fault")
    choose.set_input_files({"name": "Broen øst.JPG", "mimeType": "image/jpeg", "buffer": photo()})
    expect(page.locator("#f-materials-new0-file")).to_have_value("pictures/bridges-over-the-river-broen-oest.jpg")
    expect(box.locator("img")).to_be_visible()
    page.locator("#f-materials-new0-licence").select_option("CC BY 4.0")  # asked for as soon as there is a file

    # Nobody has built this draft, and it is shown as it will be as soon as nothing is missing.
    expect(page.frame_locator("[data-frame]").get_by_role("heading", level=1)).to_contain_text("Bridges over the river")

    press(page, "Publish")
    expect(page.get_by_role("status").first).to_contain_text("It is published")
    expect(page.frame_locator("[data-frame]").get_by_role("heading", level=1)).to_contain_text("Bridges over the river")
    assert "Pupils build a bridge." in (root / ".hub/preview-now/courses/bridges-over-the-river/index.html").read_text(
        "utf-8"
    )
    with Image.open(root / "content/courses/pictures/bridges-over-the-river-broen-oest.jpg") as made:
        assert (made.size, dict(made.getexif())) == ((40, 60), {})
    text = (root / "content/courses/bridges-over-the-river.yml").read_text("utf-8")
    assert "status: published" in text
    assert "goals: [i-can-build]" in text or "- i-can-build" in text


def test_a_script_that_comes_late_takes_no_focus(page: Page, desk: tuple[DeskServer, Path]) -> None:
    waiting: list[Route] = []
    page.route("**/desk.js", lambda route: waiting.append(route))
    page.goto(f"http://127.0.0.1:{desk[0].server_port}/hub-edit/course/rivers?done=saved", wait_until="commit")
    expect(page.get_by_role("status").first).to_contain_text("It is saved")
    title = page.locator("#f-title")
    title.focus()
    waiting[0].continue_()
    page.evaluate("import('/hub-edit/desk.js')")

    expect(title).to_be_focused()


def test_mistakes_and_the_page_follow_what_is_written(page: Page) -> None:
    page.goto(page.url + "guide/find-a-course")
    frame = page.frame_locator("[data-frame]")
    expect(frame.get_by_role("heading", level=1)).to_contain_text("Find a course")

    page.locator("#f-minutes").fill("soon")
    expect(page.locator("#f-minutes")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#f-minutes-told")).to_contain_text("“soon” is not a whole number.")
    expect(page.locator("#f-minutes")).to_be_focused()
    page.locator("[data-summary]").get_by_role("link", name="“soon”").press("Enter")
    expect(page.locator("#f-minutes")).to_be_focused()
    expect(page.locator("#f-minutes-told")).to_be_in_viewport()
    page.locator("#f-minutes").fill("4")
    expect(page.locator("#f-minutes-told")).to_be_empty()
    page.locator("#f-title").fill("Find the course")
    expect(frame.get_by_role("heading", level=1)).to_contain_text("Find the course")

    page.locator("#row-f-steps-1").get_by_role("button", name="Move up").press("Enter")
    expect(page.locator("#f-steps > ol > li").first).to_have_attribute("id", "row-f-steps-1")
    expect(page.locator("#row-f-steps-1 > .hub-form-row > .hub-form-buttons button").first).to_be_focused()
    page.evaluate("onbeforeunload = null")


def test_a_goal_of_a_framework_is_found_by_its_words(page: Page, desk: tuple[DeskServer, Path]) -> None:
    page.goto(f"http://127.0.0.1:{desk[0].server_port}/hub-edit/course/rivers")
    goal = page.locator("[data-goals]").first
    goal.evaluate("one => { for (let part = one; part; part = part.parentElement) part.open = true }")
    goal.get_by_label("Search the goals").fill("nothing like it")
    expect(goal.get_by_role("status")).to_have_text("No goal has these words.")
    goal.get_by_label("Search the goals").fill("MAPS reads")
    expect(goal.get_by_role("status")).to_have_text("1 goal to choose")
    goal.locator("select").select_option("Reads maps.")
    expect(goal.locator("[data-chosen]")).to_have_text("Harbour curriculum 2026: Reads maps.")
    expect(page.locator("[data-state]")).to_contain_text("not saved")


def test_what_is_pasted_keeps_its_paragraphs_and_lists(page: Page) -> None:
    page.goto(page.url + "guide/find-a-course")
    field = page.locator("textarea[data-rich]").first
    field.evaluate("""field => {
        field.closest("details")?.setAttribute("open", "")
        field.focus()
        field.select()
        const data = new DataTransfer()
        data.setData("text/plain", "First.\\r\\nThen\\r\\n•\\tFind a bag\\r\\nHang it\\r\\nup\\r\\nLast.")
        data.setData("text/html",
            "<p>First.<br>Then</p><p>•\\tFind\\na bag</p><ul><li><p>Hang it<br>up</p></li></ul><p>Last.</p>")
        field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }))
    }""")
    expect(field).to_have_value("First.\n\nThen\n\n- Find a bag\n- Hang it\\\n  up\n\nLast.")
    field.fill("• A bag\n• A hook\nThanks.")
    page.evaluate("document.querySelector('form[data-desk]').requestSubmit()")
    expect(field).to_have_value("- A bag\n- A hook\n\nThanks.")
    page.evaluate("onbeforeunload = null")


def test_nothing_that_is_written_is_lost(page: Page, desk: tuple[DeskServer, Path]) -> None:
    page.goto(page.url + "case/list-is-empty")
    # What a choice asks for comes out of its fold.
    expect(page.locator("#f-solved-date")).to_be_hidden()
    page.locator("#f-state").select_option("solved")
    expect(page.locator("#f-solved-date")).to_be_visible()
    page.locator("#f-state").select_option("workaround")
    address, said = page.url, page.locator("[data-state]")
    page.locator("#f-title").fill("The list is bare")
    page.route("**/hub-edit/case/*", lambda route: route.abort())
    press(page, "Save as a small mend")
    expect(said).to_contain_text("The program does not answer.")
    expect(page.locator("#f-title")).to_have_value("The list is bare")
    assert page.url == address

    page.unroute("**/hub-edit/case/*")
    page.reload()
    expect(page.locator("#f-title")).to_have_value("The list is bare")
    expect(page.locator("[data-kept]")).to_be_visible()
    expect(said).to_contain_text("You have changes that are not saved.")
    page.locator("#f-title").fill("")
    press(page, "Save as a small mend")
    expect(page.get_by_role("alert")).to_be_focused()
    expect(said).to_contain_text("You have changes that are not saved.")

    row = page.locator("#f-updates > ol > li").first
    words = row.locator("[name$='.text']").input_value()
    row.get_by_role("button", name="Remove").press("Enter")
    expect(page.locator("#f-updates > ol > li.desk-removed")).to_be_visible()
    page.get_by_role("button", name="Take it back").press("Enter")
    expect(row.locator("[name$='.text']")).to_have_value(words)
    expect(row.locator("summary").first).to_be_focused()

    page.locator("#f-title").fill("The list is empty again")
    waiting: list[Route] = []
    page.route(
        "**/hub-edit/case/*",
        lambda route: waiting.append(route) if "act=save" in (route.request.post_data or "") else route.continue_(),
    )
    press(page, "Save as a small mend")
    expect(said).to_have_text("Saving …")
    expect(page.locator("button[value='save:']")).to_be_disabled()
    waiting[0].continue_()
    expect(page.get_by_role("status").first).to_contain_text("It is saved.")
    assert "title: The list is empty again\n" in (desk[1] / "content/cases/list-is-empty.yml").read_text("utf-8")
    expect(page.locator("[data-kept]")).to_be_hidden()


def test_a_picture_is_cropped_by_pointer_and_keyboard(page: Page, desk: tuple[DeskServer, Path]) -> None:
    guides = desk[1] / "content/guides"
    with Image.open(guides / "list.png") as whole:
        size = whole.size
    page.goto(page.url + "guide/find-a-course")
    page.locator("#f-steps-0 > summary").press("Enter")
    box, dialog = page.locator("[data-file='steps.0.image.file']"), page.get_by_role("dialog")
    press(page, "Crop the picture … – File")
    expect(dialog.get_by_label("Left, %")).to_be_focused()
    assert violations(page) == []
    dialog.get_by_label("Bottom, %").fill("25")
    left = dialog.locator(".desk-crop-frame > [data-edges='left']").bounding_box()
    shown = dialog.locator("[data-picture]").bounding_box()
    assert left
    assert shown
    page.mouse.move(left["x"] + 4, left["y"] + 40)
    page.mouse.down()
    page.mouse.move(left["x"] + 4 + shown["width"] / 2, left["y"] + 40, steps=3)
    page.mouse.up()
    expect(dialog.get_by_label("Left, %")).to_have_value("50")
    expect(dialog.get_by_role("status")).to_have_text(f"{size[0] // 2} × {size[1] * 3 // 4} points are left.")
    page.keyboard.press("Escape")
    expect(page.locator("#f-steps-0-image-file")).to_have_value("list.png")

    press(page, "Crop the picture … – File")
    dialog.get_by_label("Bottom, %").fill("25")
    page.keyboard.press("Enter")
    expect(page.locator("#f-steps-0-image-file")).to_have_value("list-2.png")
    expect(box.get_by_role("status")).to_contain_text("the frames over it have moved along")
    expect(page.locator("#f-steps-0-image-highlight-0-height")).to_have_value("0.2667")
    press(page, "Take the whole picture back")
    expect(page.locator("#f-steps-0-image-highlight-0-height")).to_have_value("0.2")
    expect(page.locator("#f-steps-0-image-file")).to_have_value("list.png")

    press(page, "Crop the picture … – File")
    dialog.get_by_label("Bottom, %").fill("25")
    page.keyboard.press("Enter")
    expect(page.locator("#f-steps-0-image-file")).to_have_value("list-2.png")
    press(page, "Save as a small mend")
    expect(page.get_by_role("status").first).to_contain_text("It is saved.")
    assert "{file: list-2.png, alt: A list of two courses., highlight:" in (guides / "find-a-course.yml").read_text(
        "utf-8"
    )
    assert [(guides / name).exists() for name in ("list.png", "list-2.png")] == [False, True]


def test_a_form_fits_a_phone_and_four_times_the_size(page: Page) -> None:
    page.goto(page.url + "course/rivers")
    page.set_viewport_size({"width": 320, "height": 700})

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(page) == []
