"""What depends on the day is right as of the hub's day without scripts, and as of the reader's with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.media.browser import shown
from tests.hub import changed
from tests.rebuilt import again, copy

PLAN = "plans/rollout/"
MILESTONES = """
      - {title: Begun, role: teacher, due: 2026-09-15, milestone: true}
      - {title: Half way, role: teacher, due: 2026-11-01, milestone: true}
      - {title: All in, role: teacher, due: 2026-12-01, milestone: true}
"""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a hub whose day is 6 October 2026, with a plan for that autumn."""
    root = copy(tmp_path_factory.mktemp("when") / "hub")
    changed(
        root / "content/plans/rollout.yml",
        lambda text: re.sub(r"    activities:\n.*\n", f"    activities:{MILESTONES}", text),
    )
    changed(
        root / "content/guides/find-a-course.yml",
        lambda text: text.replace("updated: 2026-09-01", "updated: 2026-10-06"),
    )
    again(root)
    with shown(root / "site") as url:
        yield url


def read(browser: Browser, address: str, day: date | None) -> Page:
    """The plan as somebody reads it on that day; None for a reader without scripts."""
    context = browser.new_context(java_script_enabled=day is not None, locale="en-GB")
    page = context.new_page()
    if day:
        page.clock.set_fixed_time(datetime(day.year, day.month, day.day, 23, 30))
    page.goto(address + PLAN)
    return page


def lines(page: Page) -> list[str]:
    """The milestones as they are seen, each with its last words."""
    return [line.split("\n")[-1].strip() for line in page.locator(".hub-milestones li:visible").all_inner_texts()]


def test_without_scripts_the_hubs_day_stands_in_its_place(browser: Browser, plan: str) -> None:
    page = read(browser, plan, None)

    assert [line.rpartition("2026 ")[2] for line in lines(page)] == [
        "Begun Teacher", "The hub was last updated", "Half way Teacher", "All in Teacher",
    ]  # fmt: skip
    expect(page.locator(".hub-today time")).to_have_attribute("datetime", "2026-10-06")
    expect(page.locator(".hub-now")).to_be_visible()


@pytest.mark.parametrize(
    ("day", "place", "is_now"),
    [
        (date(2026, 9, 15), 0, True), (date(2026, 9, 16), 1, True), (date(2026, 11, 30), 2, True),
        (date(2026, 12, 1), 2, True), (date(2026, 12, 2), None, True), (date(2026, 8, 31), None, False),
        (date(2027, 1, 1), None, False),
    ],
)  # fmt: skip
def test_the_line_of_today_moves_with_the_reader(
    browser: Browser, plan: str, day: date, place: int | None, is_now: bool
) -> None:
    page = read(browser, plan, day)
    page.wait_for_function("day => document.querySelector('.hub-today time').dateTime === day", arg=day.isoformat())
    places = [at for at, line in enumerate(lines(page)) if "Today" in line]

    assert places == ([] if place is None else [place])
    expect(page.locator(".hub-now")).to_be_visible(visible=is_now)
    assert len(lines(page)) == 3 + len(places)
    assert (page.locator("line.hub-today-mark").get_attribute("hidden") is None) == is_now


def test_the_day_is_said_in_the_language_of_the_page(browser: Browser, plan: str) -> None:
    page = read(browser, plan, date(2026, 11, 30))
    page.wait_for_function("() => document.querySelector('.hub-today time').dateTime === '2026-11-30'")

    assert re.search(r"November 30, 2026|30 November 2026", page.locator(".hub-today").inner_text())
