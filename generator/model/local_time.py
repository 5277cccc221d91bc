"""Times: how content writes them, and what they are in the hub's zone.

A time of day (`Clock`) and a local time (`LocalTime`) have no zone of their own; `Settings.timezone` is the zone of
both. Lengths of time are whole minutes (`fields.Minutes`).
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, WithJsonSchema

_CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9]"
_LOCAL_TIME = f"[0-9]{{4}}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]) {_CLOCK}"


def _clock(value: object) -> object:
    if isinstance(value, str):
        if not re.fullmatch(_CLOCK, value, re.ASCII):
            raise ValueError("not a time of day")
        return time.fromisoformat(value)
    return value


def _local_time(value: object) -> object:
    if isinstance(value, str):
        if not re.fullmatch(_LOCAL_TIME, value, re.ASCII):
            raise ValueError("not a local time")
        try:
            return datetime.fromisoformat(value)
        except ValueError as error:  # 31 November
            raise ValueError("not a local time") from error
    return value


Clock = Annotated[
    time,
    BeforeValidator(_clock),
    WithJsonSchema({"type": "string", "pattern": f"^{_CLOCK}$", "examples": ["14:30"]}),
]
"""A time of day, `14:30`: two digits each, 00:00 to 23:59."""
LocalTime = Annotated[
    datetime,
    BeforeValidator(_local_time),
    WithJsonSchema({"type": "string", "pattern": f"^{_LOCAL_TIME}$", "examples": ["2026-12-03 14:30"]}),
]
"""A day and a time of day in the hub's zone, `2026-12-03 14:30`: a datetime without a zone."""

Occurs = Literal["once", "never", "twice"]


def occurs(local: datetime, zone: str) -> Occurs:
    """How often clocks in the zone show this time: `never` in the gap of spring, `twice` in the hour of autumn."""
    first, second = (_aware(local, zone, fold) for fold in (0, 1))
    if first.utcoffset() == second.utcoffset():
        return "once"
    return "twice" if first.astimezone(UTC).astimezone(first.tzinfo).replace(tzinfo=None) == local else "never"


def instant(local: datetime, zone: str) -> datetime:
    """The moment in UTC at which clocks in the zone show this time: the first of two, the one after a gap."""
    return _aware(local, zone, 0).astimezone(UTC)


def end_of(start: datetime, minutes: int, zone: str) -> datetime:
    """What clocks in the zone show so many minutes after a local time, also over a night when they change."""
    end = instant(start, zone) + timedelta(minutes=minutes)
    return end.astimezone(_zone(zone)).replace(tzinfo=None)


def minutes_between(start: datetime, end: datetime, zone: str) -> int:
    """Minutes from one local time to another; negative when the end is before the start."""
    return (instant(end, zone) - instant(start, zone)) // timedelta(minutes=1)


def is_zone(name: str) -> bool:
    """Whether there is a time zone of that name, such as Europe/Copenhagen."""
    try:
        _zone(name)
    except (KeyError, ValueError, OSError):  # unknown, no name at all, the name of a folder
        return False
    return True


@lru_cache(maxsize=8)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def _aware(local: datetime, zone: str, fold: Literal[0, 1]) -> datetime:
    return local.replace(tzinfo=_zone(zone), fold=fold)
