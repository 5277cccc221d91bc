"""In the preview a mistake is shown over the last good page, and goes away when it is mended."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.hub import changed
from tests.preview.test_serve import COURSE, Preview
from tests.rebuilt import copy


def test_a_mistake_lies_over_the_page_until_it_is_mended(browser: Any, tmp_path: Path) -> None:
    preview = Preview(copy(tmp_path / "hub"))
    file = preview.root / f"content/{COURSE.rstrip('/')}.yml"
    page = browser.new_page()
    try:
        page.goto(f"http://127.0.0.1:{preview.port}/{COURSE}")
        overlay = page.locator(".hub-overlay")
        title = page.locator("h1").inner_text()

        expect(overlay).to_be_hidden()

        changed(file, lambda text: text.replace("licence: ", "licens: ", 1))
        overlay.get_by_text("licens: ").first.wait_for(timeout=60_000)

        expect(overlay).to_contain_text(f"{file.relative_to(preview.root).as_posix()}:")
        expect(overlay).to_contain_text("Did you mean “licence”?")
        expect(page.locator("h1")).to_have_text(title)
        assert violations(page) == []

        changed(file, lambda text: text.replace("licens: ", "licence: ", 1))
        overlay.wait_for(state="hidden", timeout=60_000)
    finally:
        page.close()
        preview.process.kill()
        preview.process.wait()
