"""The days of something that is held again and again, from words."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.authoring.recurrence_dates import recurring
from generator.cli.new_and_copy import new
from generator.model.vocabulary import HolidayEntry
from generator.problems.problem import HubError
from tests.hub import ENGLISH_HUB, copied_site, hub

AUTUMN = HolidayEntry.model_validate({"id": "a", "name": "Autumn break", "first": "2026-10-12", "last": "2026-10-16"})


def days(every: str, first: date = date(2026, 9, 1), last: date = date(2026, 12, 31)) -> list[str]:
    return [f"{day:%m-%d}" for day in recurring(every, first, last, [AUTUMN]).days]


@pytest.mark.parametrize(
    ("every", "wanted"),
    [
        ("første torsdag", ["09-03", "10-01", "11-05", "12-03"]),
        ("First  Thursday", ["09-03", "10-01", "11-05", "12-03"]),
        ("sidste onsdag", ["09-30", "10-28", "11-25", "12-30"]),
        ("anden tirsdag", ["09-08", "11-10", "12-08"]),
        ("den 1. torsdag i måneden", ["09-03", "10-01", "11-05", "12-03"]),
        ("hver første torsdag i hver måned", ["09-03", "10-01", "11-05", "12-03"]),
        ("the last Wednesday of the month", ["09-30", "10-28", "11-25", "12-30"]),
        ("anden og fjerde tirsdag", ["09-08", "09-22", "10-27", "11-10", "11-24", "12-08", "12-22"]),
        ("hver anden mandag", ["09-07", "09-21", "10-05", "10-19", "11-02", "11-16", "11-30", "12-14", "12-28"]),
    ],
)
def test_days_are_found_around_holidays(every: str, wanted: list[str]) -> None:
    assert days(every) == wanted


def test_the_first_and_the_last_day_count() -> None:
    assert days("every Thursday", date(2026, 12, 3), date(2026, 12, 17)) == ["12-03", "12-10", "12-17"]


def test_what_is_left_out_is_known_with_its_holiday() -> None:
    found = recurring("second Tuesday", date(2026, 10, 1), date(2026, 11, 30), [AUTUMN])

    assert found.left_out == ((date(2026, 10, 13), "Autumn break"),)
    assert list(found.lines(time(14, 30), 45)) == [
        "occasions:", "  - {id: 2026-11, start: 2026-11-10 14:30, minutes: 45}"
    ]  # fmt: skip


@pytest.mark.parametrize("every", ["torsdag", "femte torsdag", "første skoledag", "", "hver"])
def test_words_that_are_not_understood_are_told(every: str) -> None:
    with pytest.raises(HubError, match="understood"):
        days(every)


def test_no_day_and_too_many_are_told() -> None:
    with pytest.raises(HubError):
        days("every Thursday", date(2026, 12, 31), date(2026, 12, 1))
    with pytest.raises(HubError):
        days("every Thursday", date(2026, 1, 1), date(2126, 1, 1))


def test_of_two_days_a_month_each_is_named_by_its_day() -> None:
    found = recurring("første og tredje onsdag", date(2026, 12, 1), date(2026, 12, 31), [])

    assert [line.partition(",")[0] for line in found.lines(time(9), 45)] == [
        "occasions:", "  - {id: 2026-12-02", "  - {id: 2026-12-16"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--type", "coffee"], "coffee"),
        (["--every", "", "--from", "2027-02-01", "--to", "2027-04-30"], "understood"),
        (["--type", ""], "“”"),
        (["--every", "first Thursday", "--from", "2027-02-01", "--to", "2046-02-01"], "known until"),
    ],
)
def test_what_a_new_event_cannot_be_made_of_is_told(tmp_path: Path, asked: list[str], said: str) -> None:
    done = hub(copied_site(ENGLISH_HUB, tmp_path / "hub"), "new", "event", "spring-cafe", *asked)

    assert said in done.output + done.stderr


def test_a_new_event_has_its_occasions(tmp_path: Path) -> None:
    root = copied_site(ENGLISH_HUB, tmp_path / "hub")
    asked = ["event", "spring-cafe", "--type", "cafe", "--every", "first Thursday", "--from", "2027-02-01",
             "--to", "2027-04-30", "--config", str(root / "site_config.yml")]  # fmt: skip
    done = CliRunner().invoke(new, asked)
    text = (root / "content/events/spring-cafe.yml").read_text("utf-8")

    assert done.exit_code == 0, done.output
    assert "type: cafe" in text
    assert "  - {id: 2027-02, start: 2027-02-04 14:30, minutes: 60}" in text
