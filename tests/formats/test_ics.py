"""Calendar files, read back by another program."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar as Read

from generator.formats.ics import ics
from generator.model.feed import Calendar, CalendarEntry
from generator.model.settings import Settings

ENTRY: dict[str, Any] = {
    "name": "event/cafe/first", "title": "Café", "start": datetime(2026, 12, 3, 14, 30),
    "end": datetime(2026, 12, 3, 15, 30), "updated": date(2026, 11, 1), "url": "events/cafe/",
}  # fmt: skip


def written(site_url: str = "", zone: str = "Europe/Copenhagen", **changes: Any) -> bytes:
    settings = Settings(site_name="Small", site_url=site_url, hub_id="example.org,2026", timezone=zone)
    calendar = Calendar(path="feeds/events.ics", title="Events", entries=(CalendarEntry(**ENTRY | changes),))
    return ics(calendar, settings)


def event(**changes: Any) -> Any:
    (found,) = Read.from_ical(written(**changes)).walk("VEVENT")
    return found


def test_texts_come_back_as_they_were() -> None:
    hard = "a; b, c\\n \\ 😀 æøå " * 12 + "\nsecond line"

    assert str(event(title=hard)["SUMMARY"]) == hard
    assert str(event(text=hard)["DESCRIPTION"]) == hard


def test_no_text_begins_a_line_of_its_own() -> None:
    found = event(title="Café\r\nATTENDEE:mailto:a@example.org", place="x\rSTATUS:CANCELLED\x00")

    assert "ATTENDEE" not in found
    assert found["STATUS"] == "CONFIRMED"


def test_lines_are_at_most_75_octets_and_no_letter_is_cut() -> None:
    lines = written(title="😀æ" * 80).split(b"\r\n")

    assert 72 <= max(map(len, lines)) <= 75
    assert all(line.decode() is not None for line in lines)


def test_a_change_raises_the_sequence_and_the_stamp_and_keeps_the_name() -> None:
    before, after = event(), event(revision=2, start=datetime(2026, 12, 4, 14, 30), end=datetime(2026, 12, 4, 15, 30))

    assert before["UID"] == after["UID"] == "event/cafe/first@example.org-2026"
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 2)
    assert before["DTSTAMP"].dt == datetime(2026, 11, 1, 6, tzinfo=UTC)
    assert after["LAST-MODIFIED"].dt == after["DTSTAMP"].dt == datetime(2026, 11, 1, 6, 0, 2, tzinfo=UTC)


def test_a_cancelled_one_says_so_and_takes_no_time() -> None:
    found = event(state="cancelled")

    assert (found["STATUS"], found["TRANSP"]) == ("CANCELLED", "TRANSPARENT")


def test_it_is_published_and_asks_to_be_read_again() -> None:
    whole = Read.from_ical(written())

    assert whole["METHOD"] == "PUBLISH"
    assert whole["REFRESH-INTERVAL"].dt == timedelta(hours=4)
    assert whole["X-PUBLISHED-TTL"] == "PT4H"
    assert b"ORGANIZER" not in written()


def test_addresses_are_told_once_the_hub_has_one() -> None:
    assert b"\r\nURL" not in written()
    assert b"SOURCE" not in written()
    assert str(event(site_url="https://hub.example.org/")["URL"]) == "https://hub.example.org/events/cafe/"
    assert b"SOURCE;VALUE=URI:https://hub.example.org/feeds/events.ics" in written("https://hub.example.org/")


def test_whole_days_have_no_clock() -> None:
    found = event(start=date(2026, 12, 3), end=date(2026, 12, 5))

    assert (found["DTSTART"].dt, found["DTEND"].dt) == (date(2026, 12, 3), date(2026, 12, 5))


@pytest.mark.parametrize("zone", ["Europe/Copenhagen", "America/New_York", "UTC"])
def test_the_zone_it_tells_of_shows_what_clocks_show_over_both_changes(zone: str) -> None:
    (told,) = Read.from_ical(written(zone=zone)).walk("VTIMEZONE")
    as_told, real = told.to_tz(lookup_tzid=False), ZoneInfo(zone)
    days = [datetime(2026, 1, 1, 12) + timedelta(days=number) for number in range(730)]

    assert [day.replace(tzinfo=as_told).utcoffset() for day in days] == [
        day.replace(tzinfo=real).utcoffset() for day in days
    ]
