"""A café guest's way, from the front page to the meeting and the guide there; and what is told of a known problem."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import icalendar
import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations

GUIDE = "guides/udskriv-et-forloeb/"


def on(open_page: Any, path: str, day: str, **options: Any) -> Any:
    """A page as somebody reads it on that day."""
    page = open_page(path, **options)
    page.clock.set_fixed_time(f"{day}T12:00:00")
    page.reload()
    return page


def test_a_cafe_guest_finds_the_meeting_puts_it_into_a_calendar_and_follows_the_guide(open_page: Any) -> None:
    """On a phone, by keyboard alone."""
    page = on(open_page, "", "2026-11-30", width=390)
    meetings = page.get_by_role("heading", name="Her mødes vi næste gang").locator("xpath=following-sibling::ul[1]")
    meetings.get_by_role("link", name="Café i Distrikt Nord").first.press("Enter")
    page.wait_for_url("**/events/cafe-i-distrikt-nord/#occasion-december")

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    with page.expect_download() as download:
        page.get_by_role("link", name="Hent datoerne til din kalender").press("Enter")
    calendar = icalendar.Calendar.from_ical(Path(download.value.path()).read_bytes())
    begins = {event["DTSTART"].dt.replace(tzinfo=None): str(event["LOCATION"]) for event in calendar.walk("VEVENT")}
    assert begins[datetime(2026, 12, 3, 14, 30)] == "Testskole 1, personalerummet"

    page.get_by_role("link", name="Find og kopiér et forløb").first.press("Enter")
    page.get_by_role("heading", level=1, name="Find og kopiér et forløb").wait_for()
    page.locator(".hub-done input").first.press("Space")

    expect(page.locator(".hub-done input").first).to_be_checked()
    expect(page.locator(".hub-coming", has_text="3. december 2026")).to_contain_text("Café i Distrikt Nord")
    assert violations(page) == []


def test_occasions_are_chosen_by_month_and_the_address_keeps_it(open_page: Any) -> None:
    page = on(open_page, "events/", "2026-11-30", width=390)
    page.get_by_label("Måned").select_option("2027-03")

    expect(page.locator("[data-hub-group] li:visible")).to_have_count(1)
    expect(page.locator("hub-choose [role=status]")).to_have_text("1 tidspunkt")
    expect(page.locator("#next")).to_be_hidden()
    page.reload()
    expect(page.locator("[data-hub-group] li:visible")).to_have_count(1)
    assert violations(page) == []
    page.get_by_role("button", name="Ryd alle").press("Enter")
    page.locator("#next").wait_for()
    expect(page.locator("[data-hub-group] li:visible")).to_have_count(7)


@pytest.mark.parametrize("media", ["screen", "print"])
def test_a_problem_is_told_at_the_step_that_it_hits_on_paper_too(open_page: Any, media: str) -> None:
    page = open_page(GUIDE, width=390)
    page.emulate_media(media=media)
    told = page.locator("#step-2 .hub-known")

    expect(told).to_be_visible()
    expect(told).to_contain_text("Giver besvær: Udskriften mangler billeder")
    expect(told).to_contain_text("Rul ned til bunden af siden")
    expect(page.locator("#step-1 .hub-known")).to_have_count(0)
    assert media == "print" or violations(page) == []


@pytest.mark.parametrize(
    ("day", "said"),
    [("2026-12-04", "Vil stoppe arbejdet"), ("2026-12-05", "Stopper arbejdet"), ("2026-12-06", "")],
)
def test_a_planned_outage_stops_nothing_until_it_begins(open_page: Any, day: str, said: str) -> None:
    page = on(open_page, "guides/find-og-kopier-et-forloeb/", day)
    told = page.locator(".hub-known:visible", has_text="Platformen er lukket en lørdag morgen")

    expect(told).to_have_count(int(bool(said)))
    assert not said or told.inner_text().startswith(said)
