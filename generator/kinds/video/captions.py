"""Captions as the page of a video shows them: what is said, each line once."""

from __future__ import annotations

from dataclasses import dataclass

from generator.captions import Read, read_webvtt, spoken, unrolled


def clock(seconds: int) -> str:
    """`1:05`, `1:02:03`."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is said, and when."""

    start: float
    """Seconds from the start."""
    end: float
    text: str
    """With the speaker's name before it where another one speaks."""


def read_captions(content: bytes) -> tuple[Line, ...]:
    """The lines of a WebVTT file. ValueError when it is not one."""
    return lines_of(read_webvtt(content))


def lines_of(read: Read) -> tuple[Line, ...]:
    """What is said in captions that were read; those that say nothing are left out."""
    said = spoken(unrolled(read.cues))
    return tuple(Line(cue.start / 1000, cue.end / 1000, text) for cue, text in said if text)
