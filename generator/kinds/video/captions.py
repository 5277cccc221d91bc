"""Captions: lines that are said, read from WebVTT, and what must hold for them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import webvtt
from webvtt.errors import MalformedCaptionError, MalformedFileError
from webvtt.models import Timestamp

from generator.model.catalog import Catalog, Finding, Item
from generator.model.former_labels import old_names


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


_READ = 20
"""Signs a second that most people can still read under a moving picture."""


def caption_rules(item: Item, catalog: Catalog, place: tuple[str | int, ...], file: str) -> Iterator[Finding]:
    try:
        content = catalog.read(item, file)
    except OSError:
        return  # a missing file has its own problem
    try:
        lines = read_captions(content)
    except ValueError as error:
        yield Finding("captions-unreadable", place, {"file": file, "why": str(error)})
        return
    functions = catalog.vocabularies["functions"]
    for line in lines:
        for found in old_names(line.text, functions, item.model.functions):
            yield Finding(
                "label-caption", place, {"file": file, "at": clock(int(line.start)), "old": found.old, "new": found.new}
            )
    if any(later.start < earlier.end for earlier, later in pairwise(lines)):
        yield Finding("captions-order", place, {"file": file})
    hurried = next((line for line in lines if len(line.text) > _READ * (line.end - line.start)), None)
    if hurried:
        yield Finding("captions-speed", place, {"file": file, "at": clock(int(hurried.start))})
    end = max((line.end for line in lines), default=0.0)
    if end < 0.9 * item.model.duration:
        yield Finding("captions-coverage", place, {"file": file, "end": clock(int(end))})
    if end > item.model.duration + 1:
        yield Finding("captions-beyond-end", place, {"file": file, "end": clock(int(end))})
