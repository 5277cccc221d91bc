"""Times of day, local times and mail addresses: what is taken, what is refused and how that is said."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import datetime, time
from typing import Any

import pytest
from pydantic import TypeAdapter

from generator.content.check.schema import shape
from generator.i18n.language import language
from generator.kinds import KINDS
from generator.model.catalog import Document
from generator.model.fields import Count, Mailbox, Strict
from generator.model.kind import Kind
from generator.model.local_time import Clock, LocalTime, end_of, instant, is_zone, minutes_between, occurs
from generator.problems.content_rules import RULES

COPENHAGEN = "Europe/Copenhagen"


class Fields(Strict):
    """A document with a field of each type."""

    clock: Clock | None = None
    local: LocalTime | None = None
    mailbox: Mailbox | None = None
    count: Count | None = None


def findings(**values: str) -> list[tuple[str, str]]:
    """Rule and value of what is wrong with these fields."""
    kind: Kind = replace(KINDS[0], name="small", model=Fields)
    document = Document("small", "x", "content/smalls/x.yml", "", dict(values), "")
    return [(one.rule, one.values["value"]) for one in shape(document, {"small": kind})[1]]


def schema(kind: Any) -> dict[str, Any]:
    return dict(TypeAdapter(kind).json_schema())


@pytest.mark.parametrize(
    "text", ["9:30", "14.30", "24:00", "14:60", "14:30:00", " 14:30", "14:3", "٠٩:٣٠", "", "kl. 14"]
)
def test_a_time_of_day_has_two_digits_each(text: str) -> None:
    assert findings(clock=text) == [("value-clock", text)]


def test_a_time_of_day_is_read() -> None:
    assert Fields.model_validate({"clock": "00:00"}).clock == time(0, 0)
    assert Fields.model_validate({"clock": "23:59"}).clock == time(23, 59)


@pytest.mark.parametrize(
    "text",
    ["2026-12-03", "2026-12-03T14:30", "2026-12-03 14:30:00", "2026-12-03  14:30", "2026-11-31 10:00",
     "2027-02-29 10:00", "2026-12-03 24:00", "2026-12-03 14:30Z", "2026-12-03 14:30+01:00", "3/12 14:30"],
)  # fmt: skip
def test_a_local_time_is_a_day_that_exists_and_a_time_of_day(text: str) -> None:
    assert findings(local=text) == [("value-local-time", text)]


def test_a_local_time_is_read_without_a_zone() -> None:
    assert Fields.model_validate({"local": "2028-02-29 14:30"}).local == datetime(2028, 2, 29, 14, 30)


@pytest.mark.parametrize(
    "text", ["nord", "nord@", "nord@skole", "Nord <nord@example.dk>", "nord@example.dk\r\nBcc: x", "nord@example..dk"]
)
def test_a_mail_address_stands_alone(text: str) -> None:
    assert [rule for rule, _ in findings(mailbox=text)] == ["value-mailbox"]
    assert findings(mailbox="nord.skole+hub@example-by.dk") == []


def test_none_is_a_count_and_less_is_not() -> None:
    assert Fields.model_validate({"count": "0"}).count == 0
    assert findings(count="-1") == [("value-range", "-1")]
    assert findings(count="1.5") == [("value-number", "1.5")]


@pytest.mark.parametrize("code", ["value-clock", "value-local-time", "value-mailbox"])
def test_what_is_wrong_is_said_in_danish(code: str) -> None:
    danish = language("da")

    assert "»{value}«" in danish.gettext(RULES[code].message)
    assert danish.gettext(RULES[code].hint) != RULES[code].hint


def test_editors_are_told_the_written_form() -> None:
    assert schema(Clock)["type"] == schema(LocalTime)["type"] == "string"
    for kind, good, bad in ((Clock, "14:30", "9:30"), (LocalTime, "2026-12-03 14:30", "2026-12-03")):
        assert re.search(schema(kind)["pattern"], good)
        assert not re.search(schema(kind)["pattern"], bad)
    json.dumps(Fields.model_json_schema())


def test_the_hour_that_spring_leaves_out_never_occurs() -> None:
    assert occurs(datetime(2027, 3, 28, 1, 59), COPENHAGEN) == "once"
    assert occurs(datetime(2027, 3, 28, 2, 0), COPENHAGEN) == "never"
    assert occurs(datetime(2027, 3, 28, 2, 59), COPENHAGEN) == "never"
    assert occurs(datetime(2027, 3, 28, 3, 0), COPENHAGEN) == "once"


def test_the_hour_that_autumn_repeats_occurs_twice() -> None:
    assert occurs(datetime(2026, 10, 25, 1, 59), COPENHAGEN) == "once"
    assert occurs(datetime(2026, 10, 25, 2, 0), COPENHAGEN) == "twice"
    assert occurs(datetime(2026, 10, 25, 3, 0), COPENHAGEN) == "once"
    assert occurs(datetime(2026, 10, 25, 2, 30), "UTC") == "once"


def test_a_night_in_which_clocks_change_is_as_long_as_it_is() -> None:
    assert end_of(datetime(2026, 10, 25, 1, 30), 120, COPENHAGEN) == datetime(2026, 10, 25, 2, 30)
    assert minutes_between(datetime(2027, 3, 28, 1, 0), datetime(2027, 3, 28, 4, 0), COPENHAGEN) == 120
    assert minutes_between(datetime(2026, 12, 3, 14, 30), datetime(2026, 12, 3, 14, 0), COPENHAGEN) == -30
    assert instant(datetime(2026, 12, 3, 14, 30), COPENHAGEN).isoformat() == "2026-12-03T13:30:00+00:00"


@pytest.mark.parametrize("name", ["", "Europe", "Copenhagen", "../etc/passwd", "/etc/localtime", "CEST+1"])
def test_only_names_of_the_database_are_zones(name: str) -> None:
    assert not is_zone(name)
    assert is_zone(COPENHAGEN)
