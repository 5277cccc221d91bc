"""Captions: lines that are said, read from WebVTT."""

from __future__ import annotations

import io
from dataclasses import dataclass

import webvtt
from webvtt.errors import MalformedCaptionError, MalformedFileError
from webvtt.models import Timestamp


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


def read_captions(content: bytes) -> tuple[Line, ...]:
    """The lines of a WebVTT file. ValueError when it is not one."""
    try:
        captions = webvtt.from_buffer(io.StringIO(content.decode("utf-8-sig")))
        return tuple(
            Line(_seconds(caption.start_time), _seconds(caption.end_time), " ".join(caption.text.split()))
            for caption in captions.captions
        )
    except (UnicodeDecodeError, MalformedFileError, MalformedCaptionError) as error:
        raise ValueError(str(error)) from error


def _seconds(time: Timestamp) -> float:
    """The library's own `in_seconds()` leaves the fraction out."""
    return float(time.in_seconds()) + float(time.milliseconds) / 1000
