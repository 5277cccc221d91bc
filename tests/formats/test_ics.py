"""Calendar files, read back by three other programs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar as Read

from generator.formats.ics import ics
from generator.formats.ics_reading import ToldTime, told_times
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


def test_a_calendar_says_its_colour() -> None:
    whole = Calendar(path="a.ics", title="A", entries=(), colour="saddlebrown")

    assert Read.from_ical(ics(whole, Settings(site_name="Small")))["COLOR"] == "saddlebrown"


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
    assert "COLOR" not in whole
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


Told = tuple[str, str, datetime, datetime, int, str, str, str]
"""What a program has understood: UID, title, beginning, end, how often changed, state, place, text."""


def by_icalendar(calendar: bytes) -> list[Told]:
    return [
        (
            str(one["UID"]), str(one["SUMMARY"]), one["DTSTART"].dt, one["DTEND"].dt, int(one["SEQUENCE"]),
            str(one["STATUS"]), str(one["LOCATION"]), str(one["DESCRIPTION"]),
        )
        for one in Read.from_ical(calendar).walk("VEVENT")
    ]  # fmt: skip


def by_vobject(calendar: bytes) -> list[Told]:
    return [
        (
            one.uid.value, one.summary.value, one.dtstart.value, one.dtend.value, int(one.sequence.value),
            one.status.value, one.location.value, one.description.value,
        )
        for one in vobject.readOne(calendar.decode()).vevent_list
    ]  # fmt: skip


def by_ical(calendar: bytes) -> list[Told]:
    return [
        (
            one.uid, one.summary, one.dtstart, one.dtend, one.sequence, str(one.status.value), one.location,
            one.description,
        )
        for one in IcsCalendarStream.calendar_from_ics(calendar.decode()).events
    ]  # fmt: skip


HARD_TITLES = ("a; b, c", "]]> </script>", "back\\slash \\n", "😀" * 40, '"quoted": x', "Æblegrød på 4.–5. årgang " * 6)


def season(size: int) -> list[CalendarEntry]:
    """So many occasions, two a day, over both changes of summer time and into week 53."""
    found = []
    for number in range(size):
        start = datetime(2026, 10, 20, 10, 30) + timedelta(hours=12 * number)
        found.append(CalendarEntry(**ENTRY | {
            "name": f"event/cafe/n{number}", "title": HARD_TITLES[number % len(HARD_TITLES)] + f" {number}",
            "start": start, "end": start + timedelta(minutes=45), "revision": number % 3, "place": "Room 1, upstairs",
            "state": "cancelled" if number % 7 == 0 else "planned", "text": "One\nTwo; three, four",
        }))  # fmt: skip
    return found


@pytest.mark.parametrize("read", [by_icalendar, by_vobject, by_ical])
def test_three_programs_read_four_hundred_occasions_as_they_were_written(read: Callable[[bytes], list[Told]]) -> None:
    entries, zone = season(400), ZoneInfo("Europe/Copenhagen")
    settings = Settings(site_name="Small", hub_id="example.org,2026", timezone="Europe/Copenhagen")
    calendar = Calendar(path="feeds/events.ics", title="Events", entries=tuple(entries))
    moments = [(one.start.replace(tzinfo=zone), one.end.replace(tzinfo=zone)) for one in entries]

    assert {start.utcoffset() for start, _ in moments} == {timedelta(hours=1), timedelta(hours=2)}
    assert any(start.isocalendar().week == 53 for start, _ in moments)
    found = sorted(read(ics(calendar, settings)), key=lambda one: (one[2], one[0]))
    assert [(*one[:2], one[2].astimezone(UTC), one[3].astimezone(UTC), *one[4:]) for one in found] == [
        (
            f"{one.name}@example.org-2026", one.title, start.astimezone(UTC), end.astimezone(UTC), one.revision,
            "CANCELLED" if one.state == "cancelled" else "CONFIRMED", one.place, one.text,
        )
        for one, (start, end) in zip(entries, moments, strict=True)
    ]  # fmt: skip


def test_what_was_told_is_read_back_to_be_compared() -> None:
    entries = season(40)
    settings = Settings(site_name="Small", hub_id="example.org,2026", timezone="Europe/Copenhagen")
    calendar = ics(Calendar(path="feeds/events.ics", title="Events", entries=tuple(entries)), settings)

    assert list(told_times(calendar)) == [
        ToldTime(one.name, one.start, one.end, one.revision, one.state == "cancelled", one.place) for one in entries
    ]
