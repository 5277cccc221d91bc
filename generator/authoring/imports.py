"""Takes in what other programs made: captions in SubRip or WebVTT, chapters from a description."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

import webvtt
from webvtt.errors import MalformedCaptionError, MalformedFileError

from generator.i18n.language import mark
from generator.problems.problem import HubError

_TIME = re.compile(r"^[\s\-–•*(\[]*((?:\d{1,2}:)?\d{1,2}:\d{2})[)\]]?[\s\-–:|]*(\S.*?)\s*$")
"""`0:00 Intro`, `1:02:03 – The end`, `(04:10) More`: as people write them under a film."""


@dataclass(frozen=True, slots=True)
class Captions:
    """Captions as the hub keeps them."""

    text: str
    """WebVTT, with LF."""
    count: int
    notes: tuple[str, ...]
    """What was mended (English message ids)."""


def captions(content: bytes) -> Captions:
    """Reads SubRip or WebVTT in the encodings that editors write. HubError when it is neither."""
    text, notes = _decoded(content)
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\n")
    form = "vtt" if text.startswith("WEBVTT") else "srt"
    if form == "srt":
        notes.append(mark("It was SubRip, and is now WebVTT."))
    try:
        read = webvtt.from_buffer(io.StringIO(text), format=form)
    except (MalformedFileError, MalformedCaptionError) as error:
        raise HubError(
            "The captions cannot be read: {why}", "Give a file in WebVTT (.vtt) or SubRip (.srt).", why=error
        ) from error
    if not read.captions:
        raise HubError("There are no captions in the file.", "Give a file in WebVTT (.vtt) or SubRip (.srt).")
    cues = sorted(read.captions, key=lambda cue: str(cue.start).zfill(16))
    if cues != list(read.captions):
        notes.append(mark("Captions out of order were put in order."))
    lines = [f"{cue.start} --> {cue.end}\n{cue.raw_text.strip()}\n" for cue in cues]
    return Captions("\n".join(["WEBVTT\n", *lines]), len(cues), tuple(notes))


def _decoded(content: bytes) -> tuple[str, list[str]]:
    for encoding in ("utf-8-sig", "utf-16") if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",):
        try:
            return content.decode(encoding), []
        except UnicodeDecodeError:
            continue
    # Every byte means something in it, so that this cannot fail: old editors in Western Europe write it.
    text = content.decode("cp1252", "replace")
    return text, [mark("It was not UTF-8 and was read as Windows-1252; check that æ, ø and å are right.")]


def chapters(description: str) -> str:
    """The `chapters:` of a video from lines that begin with a time. HubError when there are none."""
    found = list(_moments(description))
    if not found:
        raise HubError(
            "There are no times in the file.", "Each chapter is a line such as “0:25 Open the search”.",
        )  # fmt: skip
    lines = (f'  - {{at: "{at}", title: {json.dumps(title, ensure_ascii=False)}}}' for at, title in found)
    return "\n".join(["chapters:", *lines]) + "\n"


def _moments(description: str) -> Iterator[tuple[str, str]]:
    for line in description.splitlines():
        if found := _TIME.match(line):
            yield _plain(found[1]), found[2]


def _plain(time: str) -> str:
    """`00:04:05` as the hub writes it: `4:05`."""
    hours, minutes, seconds = ["0", *time.split(":")][-3:]
    return f"{int(hours)}:{int(minutes):02}:{seconds}" if int(hours) else f"{int(minutes)}:{seconds}"
