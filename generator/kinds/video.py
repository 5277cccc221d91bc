"""A video tutorial: something to watch, with captions, chapters and a transcript that search can read."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated, Literal

import webvtt
from pydantic import Field
from webvtt.errors import MalformedCaptionError, MalformedFileError
from webvtt.models import Timestamp

from generator.catalog import Catalog, Finding, Item
from generator.kind import Kind
from generator.labels import old_names
from generator.language import Language, mark
from generator.model import (
    Asset,
    Day,
    Function,
    Level,
    Moment,
    Picture,
    Published,
    Reference,
    RichText,
    Role,
    Strict,
    Text,
    Title,
    Url,
)  # fmt: skip


class Source(Strict):
    """Where the film is: a file beside this one, or an address on a video service."""

    file: Annotated[Text, Asset((".mp4", ".webm"))] | None = None
    """A file beside this one."""
    service: Text | None = None
    """The name of the service, shown before anything is fetched from it."""
    url: Url | None = None
    """The film's address on the service."""


class Captions(Strict):
    """A caption file."""

    file: Annotated[Text, Asset((".vtt",))]
    """WebVTT, beside this file."""
    language: Annotated[Text, Field(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")]
    """The language of the captions, as `da`."""


class Chapter(Strict):
    """A named moment."""

    at: Moment
    """When it starts, as `1:05`."""
    title: Title
    """What it shows."""


class AudioDescription(Strict):
    """How those who cannot see the film get what it shows, or a dated legal exemption."""

    kind: Literal["not-needed", "included", "separate", "exempt"]
    """`not-needed`: everything shown is also said or captioned. `exempt`: needs reason and until."""
    statement: Text
    """The statement shown on the page."""
    until: Day | None = None
    """When an exemption ends."""


class Video(Published):
    """A video tutorial."""

    source: Source
    """Where the film is."""
    duration: Moment
    """Its length, as `2:35`."""
    captions: Annotated[tuple[Captions, ...], Field(min_length=1)]
    """Caption files, the hub's own language first."""
    owner: Role
    """The role that keeps it true."""
    poster: Annotated[Text, Picture()] | None = None
    """A still picture shown before the film plays."""
    chapters: tuple[Chapter, ...] = ()
    """Named moments in order."""
    audio_description: AudioDescription
    """What those who cannot see it get."""
    audience: Annotated[tuple[Role, ...], Field(min_length=1)]
    """Whom it is for."""
    level: Level | None = None
    """The usage level that it helps to reach."""
    functions: tuple[Function, ...] = ()
    """Platform functions that it shows."""
    guides: tuple[Annotated[Text, Reference("guide")], ...] = ()
    """Guides that it belongs to."""
    description: RichText | None = None
    """More about it."""


def _anchors(video: Video) -> dict[str, str]:
    anchors = {f"chapter-{number}": chapter.title for number, chapter in enumerate(video.chapters, 1)}
    return anchors | {f"t={second}": "" for second in range(video.duration + 1)} | {"transcript": ""}


def clock(seconds: int) -> str:
    """`1:05`, `1:02:03`."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _facts(item: Item, catalog: Catalog, language: Language) -> tuple[str, ...]:
    video: Video = item.model
    facts = (clock(video.duration), ", ".join(catalog.names("roles", video.audience)))
    return (*facts, catalog.name("levels", video.level)) if video.level else facts


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


def _view(item: Item, catalog: Catalog, language: Language) -> dict[str, object]:
    own = [captions for captions in item.model.captions if captions.language[:2] == language.code]
    captions = (own or list(item.model.captions))[:1]
    lines = [read_captions(catalog.read(item, chosen.file)) for chosen in captions]
    return {"transcript": lines[0] if lines else ()}


_READ = 20
"""Signs a second that most people can still read under a moving picture."""


def _rules(item: Item, catalog: Catalog) -> Iterator[Finding]:
    video: Video = item.model
    source = video.source
    if (source.file is None) == (source.url is None) or (source.url is not None and source.service is None):
        yield Finding("film-one-place", ("source",))
    for number, chapter in enumerate(video.chapters):
        if chapter.at >= video.duration:
            yield Finding("chapter-beyond-end", ("chapters", number, "at"), {"title": chapter.title})
        if number and chapter.at <= video.chapters[number - 1].at:
            yield Finding("chapter-order", ("chapters", number, "at"), {"title": chapter.title})
    for number, captions in enumerate(video.captions):
        yield from _caption_rules(item, catalog, ("captions", number, "file"), captions.file)
    if video.audio_description.kind == "exempt" and video.audio_description.until is None:
        yield Finding("exemption-undated", ("audio_description",))


def _caption_rules(item: Item, catalog: Catalog, place: tuple[str | int, ...], file: str) -> Iterator[Finding]:
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


def _structured_data(item: Item, catalog: Catalog, language: Language) -> dict[str, object]:
    video: Video = item.model
    ends = [chapter.at for chapter in video.chapters[1:]] + [video.duration]
    return {
        "@type": "VideoObject",
        "name": video.title,
        "description": video.summary,
        "inLanguage": language.code,
        "duration": f"PT{video.duration}S",
        "uploadDate": video.published.isoformat(),
        "hasPart": [
            {"@type": "Clip", "name": chapter.title, "startOffset": chapter.at, "endOffset": end,
             "url": f"#t={chapter.at}"}
            for chapter, end in zip(video.chapters, ends, strict=False)  # without chapters there is no clip
        ],
    }  # fmt: skip


def _owner(item: Item, catalog: Catalog) -> str:
    return catalog.name("roles", item.model.owner)


VIDEO = Kind(
    name="video",
    folder="videos",
    model=Video,
    singular=mark("Video"),
    plural=mark("Videos"),
    lead=mark("Short films with captions. Jump to the moment you need, or read what is said."),
    anchors=_anchors,
    facts=_facts,
    view=_view,
    rules=_rules,
    structured_data=_structured_data,
    grouping=("roles", "audience"),
    owner=_owner,
)
