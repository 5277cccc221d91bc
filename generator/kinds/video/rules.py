"""What must hold within a video; its captions and its film have modules of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.kinds.video.caption_rules import caption_rules
from generator.kinds.video.film_rules import film_rules
from generator.kinds.video.summary import VideoItem
from generator.model.catalog import Finding
from generator.model.context import DocumentContext
from generator.model.link_policy import is_whole

_SIGNED_IN = re.compile(
    r"(?:^|\.)(?:sharepoint\.com|microsoftstream\.com|onedrive\.live\.com|1drv\.ms|drive\.google\.com)$"
)
"""Where organisations share films with their own people."""


def rules(item: VideoItem, context: DocumentContext) -> Iterator[Finding]:
    video = item.model
    source = video.source
    if (source.file is None) == (source.url is None) or (source.url is not None and source.service is None):
        yield Finding("film-one-place", ("source",))
    if source.embed and not source.embed.startswith("https://"):
        yield Finding("embed-https", ("source", "embed"))
    host = urlsplit(source.url).hostname or "" if source.url and is_whole(source.url) else ""
    if context.settings.audience == "public" and _SIGNED_IN.search(host):
        yield Finding("film-signed-in", ("source", "url"), {"host": host})
    yield from film_rules(item, context)
    for number, chapter in enumerate(video.chapters):
        if chapter.at >= video.duration:
            yield Finding("chapter-beyond-end", ("chapters", number, "at"), {"title": chapter.title})
        if number and chapter.at <= video.chapters[number - 1].at:
            yield Finding("chapter-order", ("chapters", number, "at"), {"title": chapter.title})
    if not video.captions and video.audio_description.kind != "exempt":
        yield Finding("captions-missing", ("title",))
    for number, captions in enumerate(video.captions):
        yield from caption_rules(item, context, number, captions)
    if video.audio_description.kind == "exempt" and video.audio_description.until is None:
        yield Finding("exemption-undated", ("audio_description",))
