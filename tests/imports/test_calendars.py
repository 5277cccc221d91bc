"""Calendars become events: what recurs is written out, in the hub's time, and what is no event is counted."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from generator.imports.calendars import calendar_of
from generator.imports.draft import Draft
from generator.kinds import KINDS
from generator.problems.problem import ContentError, HubError, Problem

EVENT = next(kind for kind in KINDS if kind.name == "event")
TODAY = date(2026, 11, 28)
MEETING = """BEGIN:VEVENT
UID:1@example.org
SUMMARY:Café
DTSTART:20261203T133000Z
DTEND:20261203T141500Z
LOCATION:Skole 1
DESCRIPTION:Kom som du er.\\nTag *din* computer med.
ATTENDEE:mailto:a@example.org
END:VEVENT
"""


def read(folder: Path, *events: str) -> tuple[list[Draft], tuple[Problem, ...]]:
    text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//\n" + "".join(events) + "END:VCALENDAR\n"
    (folder / "a.ics").write_text(text.replace("\n", "\r\n"), "utf-8", newline="")
    return calendar_of(folder / "a.ics", EVENT, ZoneInfo("Europe/Copenhagen"), TODAY)


def starts(draft: Draft) -> list[str]:
    return [one["start"] for one in draft.value["occasions"]]


def test_times_are_told_in_the_zone_of_the_hub_and_persons_left_out(tmp_path: Path) -> None:
    (draft,), problems = read(tmp_path, MEETING)

    assert draft.value == {
        "title": "Café", "description": "Kom som du er.\n\nTag \\*din\\* computer med.", "place": {"name": "Skole 1"},
        "occasions": [{"id": "2026-12-03", "start": "2026-12-03 14:30", "minutes": "45"}],
    }  # fmt: skip
    assert [problem.code for problem in problems] == ["import-person-column"]


@pytest.mark.parametrize(
    ("start", "told"),
    [("DTSTART:20261203T143000", "14:30"), ("DTSTART;TZID=Europe/Copenhagen:20261203T143000", "14:30"),
     ("DTSTART;TZID=America/New_York:20261203T083000", "14:30"), ("DTSTART;TZID=Romance Standard Time:20261203T143000", "14:30")],
    ids=["floating", "copenhagen", "new-york", "outlook"],
)  # fmt: skip
def test_each_way_of_saying_a_zone_is_understood(tmp_path: Path, start: str, told: str) -> None:
    text = MEETING.replace("DTSTART:20261203T133000Z", start).replace("DTEND:20261203T141500Z\n", "DURATION:PT45M\n")
    (draft,), _ = read(tmp_path, text)

    assert draft.value["occasions"][0]["start"] == f"2026-12-03 {told}"


def test_what_recurs_is_written_out_for_a_year_and_a_moved_time_stays_moved(tmp_path: Path) -> None:
    weekly = MEETING.replace("SUMMARY", "RRULE:FREQ=WEEKLY\nSUMMARY")
    moved = MEETING.replace("DTSTART:20261203T133000Z", "RECURRENCE-ID:20261210T133000Z\nDTSTART:20261211T133000Z")
    (draft,), _ = read(tmp_path, weekly, moved.replace("DTEND:20261203", "DTEND:20261211"))

    assert len(starts(draft)) == 52
    assert starts(draft)[:3] == ["2026-12-03 14:30", "2026-12-11 14:30", "2026-12-17 14:30"]


def test_a_calendar_of_the_past_is_read_from_its_beginning(tmp_path: Path) -> None:
    (draft,), _ = read(tmp_path, MEETING.replace("2026", "2019"))

    assert starts(draft) == ["2019-12-03 14:30"]


def test_whole_days_and_cancelled_ones_are_counted(tmp_path: Path) -> None:
    whole = (
        MEETING.replace("T133000Z", "")
        .replace("T141500Z", "")
        .replace("1@", "2@")
        .replace("DTSTART:", "DTSTART;VALUE=DATE:")
    )
    cancelled = MEETING.replace("1@", "3@").replace("SUMMARY", "STATUS:CANCELLED\nSUMMARY")
    (draft,), problems = read(
        tmp_path, MEETING, whole.replace("DTEND:20261203", "DTEND;VALUE=DATE:20261204"), cancelled
    )

    assert len(starts(draft)) == 1
    assert [problem.code for problem in problems][1:] == ["import-all-day", "import-cancelled"]


def test_ten_thousand_times_are_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as told:
        read(tmp_path, *(MEETING.replace("1@", f"{number}@") for number in range(1_200)))

    assert told.value.problems[-1].code == "import-too-large"


@pytest.mark.parametrize(
    "text", [MEETING.replace("SUMMARY", "RRULE:FREQ=SECONDLY\nSUMMARY"), "BEGIN:VEVENT\nnonsense\n", "END:VTODO\n"]
)
def test_what_is_no_calendar_is_a_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(HubError):
        read(tmp_path, text)
