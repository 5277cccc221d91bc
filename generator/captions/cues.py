"""Captions as they were read, and what could not be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MOST_BYTES = 3_000_000
MOST_CUES = 20_000
"""More than anybody says in a day."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Something that is said or heard, and when it is shown."""

    start: int
    """Milliseconds from the start of the film."""
    end: int
    text: str
    """Lines with the markup of WebVTT: `<i>`, `<v Name>`, `&lt;`."""
    settings: str = ""
    """Where it stands, as WebVTT writes it: `line:0 align:start`."""
    line: int = 0
    """Of its time in the file, from 1."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A line of which nothing would be shown."""

    line: int
    """In the file, from 1."""
    why: Literal["time", "order", "text", "markup", "style", "limit"]
    """Its time is not one; it ends before it begins; it has no time; it is taken for markup; it fetches; too many."""
    text: str
    """What stands there, as far as it matters."""
    column: int = 1
    """Where that begins, in characters from 1."""


@dataclass(frozen=True, slots=True)
class Read:
    """A file of captions."""

    cues: tuple[Cue, ...]
    """In the order of the file."""
    unread: tuple[Unread, ...] = ()
    """In the order of the file."""
    language: str = ""
    """As the file says itself, "" when it does not."""
    kind: str = ""
    """As the file says itself: `captions`, `chapters` …"""
    left_out: tuple[str, ...] = ()
    """What stood there that is no caption and was not kept: `STYLE`, `NOTE` …"""
