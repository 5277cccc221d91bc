"""What must hold within a video and its captions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.kinds.video.captions import clock, read_captions
from generator.kinds.video.summary import VideoItem
from generator.model.catalog import Finding
from generator.model.context import DocumentContext
from generator.model.former_labels import old_names

_READ = 20
"""Signs a second that most people can still read under a moving picture."""


def rules(item: VideoItem, context: DocumentContext) -> Iterator[Finding]:
    video = item.model
    source = video.source
    if (source.file is None) == (source.url is None) or (source.url is not None and source.service is None):
        yield Finding("film-one-place", ("source",))
    if source.embed and not source.embed.startswith("https://"):
        yield Finding("embed-https", ("source", "embed"))
    for number, chapter in enumerate(video.chapters):
        if chapter.at >= video.duration:
            yield Finding("chapter-beyond-end", ("chapters", number, "at"), {"title": chapter.title})
        if number and chapter.at <= video.chapters[number - 1].at:
            yield Finding("chapter-order", ("chapters", number, "at"), {"title": chapter.title})
    if not video.captions and video.audio_description.kind != "exempt":
        yield Finding("captions-missing", ("title",))
    for number, captions in enumerate(video.captions):
        yield from _caption_rules(item, context, ("captions", number, "file"), captions.file)
    if video.audio_description.kind == "exempt" and video.audio_description.until is None:
        yield Finding("exemption-undated", ("audio_description",))


def _caption_rules(
    item: VideoItem, context: DocumentContext, place: tuple[str | int, ...], file: str
) -> Iterator[Finding]:
    try:
        content = context.read(item, file)
    except OSError:
        return  # a missing file has its own problem
    try:
        lines = read_captions(content)
    except ValueError as error:
        yield Finding("captions-unreadable", place, {"file": file, "why": str(error)})
        return
    functions = context.vocabularies["functions"]
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
