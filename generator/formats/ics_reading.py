"""What calendar files of this program said: enough of it to see what has become of each time that was told.

Lines that are not as `generator.formats.ics` writes them are passed over: a file of another program tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

_LINE = re.compile(r"([A-Z-]+)(?:;[^:]*)?:(.*)")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ToldTime:
    """A time that was told, by the clock of the hub's zone. Days without a clock are none."""

    name: str
    """`CalendarEntry.name`."""
    start: datetime
    end: datetime
    revision: int
    is_cancelled: bool
    place: str


def told_times(calendar: bytes) -> Iterator[ToldTime]:
    """In the order of the file."""
    unfolded = re.sub(r"\r?\n[ \t]", "", calendar.decode(errors="replace"))
    said: dict[str, str] | None = None
    for line in re.split(r"\r?\n", unfolded):
        if line == "BEGIN:VEVENT":
            said = {}
        elif line == "END:VEVENT" and said is not None:
            if found := _told(said):
                yield found
            said = None
        elif said is not None and (match := _LINE.fullmatch(line)):
            said[match[1]] = match[2]


def _told(said: Mapping[str, str]) -> ToldTime | None:
    """None when it does not say what it is, or when."""
    try:
        start, end = (datetime.strptime(said[field], "%Y%m%dT%H%M%S") for field in ("DTSTART", "DTEND"))
        revision = int(said["SEQUENCE"])
        name = _text(said["UID"]).rpartition("@")[0]
    except (KeyError, ValueError):
        return None
    return ToldTime(name, start, end, revision, said.get("STATUS") == "CANCELLED", _text(said.get("LOCATION", "")))


def _text(written: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] == "n" else found[1], written)
