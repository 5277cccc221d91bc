"""What the page of a video shows, and its machine-readable description."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import quote

from generator.kinds.video.captions import Line, read_captions
from generator.kinds.video.embed import player_of
from generator.kinds.video.model import Video
from generator.kinds.video.summary import VideoItem
from generator.model.context import Context
from generator.model.film_contract import FilmMoment
from generator.model.page import asset_path
from generator.model.view import View


@dataclass(frozen=True, slots=True)
class ShownIn:
    """A guide that the video belongs to."""

    url: str
    title: str
    steps: tuple[FilmMoment, ...]
    """The steps that the video shows."""


@dataclass(frozen=True, slots=True)
class VideoView(View):
    """The page of a video."""

    template: ClassVar[str] = "video/page.html"
    item: Video
    transcript: tuple[Line, ...]
    player: str | None
    """The address of the service's player."""
    guides: tuple[ShownIn, ...]


def view(item: VideoItem, context: Context) -> VideoView:
    video = item.model
    own = [captions for captions in video.captions if captions.language[:2] == context.language.code]
    captions = (own or list(video.captions))[:1]
    lines = [read_captions(context.catalog.read(item, chosen.file)) for chosen in captions]
    return VideoView(video, lines[0] if lines else (), player_of(video.source), _guides(item, context))


def _guides(item: VideoItem, context: Context) -> tuple[ShownIn, ...]:
    """The guides that the video names, and those with a step that names the video."""
    naming = [use.source[1] for use in context.catalog.uses.get((item.kind, item.id), ()) if use.source[0] == "guide"]
    found = []
    for id_ in dict.fromkeys((*item.model.guides, *naming)):
        guide = context.catalog.items.get(("guide", id_))  # a draft is not there
        if guide:
            steps = tuple(moment for moment in context.offered(guide, FilmMoment) if moment.film == item.id)
            found.append(ShownIn(guide.url, guide.common.title, steps))
    return tuple(found)


def anchors(video: Video) -> dict[str, str]:
    anchors = {f"chapter-{number}": chapter.title for number, chapter in enumerate(video.chapters, 1)}
    return anchors | {f"t={second}": "" for second in range(video.duration + 1)} | {"transcript": ""}


def owner(item: VideoItem, context: Context) -> str:
    return context.catalog.name("roles", item.model.owner)


def structured_data(item: VideoItem, context: Context) -> dict[str, object]:
    video = item.model
    ends = [chapter.at for chapter in video.chapters[1:]] + [video.duration]
    return {
        "@type": "VideoObject",
        "name": video.title,
        "description": video.summary,
        "inLanguage": context.language.code,
        "duration": f"PT{video.duration}S",
        "uploadDate": video.published.isoformat(),
        **_addresses(video, player_of(video.source)),
        "hasPart": [
            {"@type": "Clip", "name": chapter.title, "startOffset": chapter.at, "endOffset": end,
             "url": f"{item.url}#t={chapter.at}"}
            for chapter, end in zip(video.chapters, ends, strict=False)  # without chapters there is no clip
        ],
    }  # fmt: skip


def _addresses(video: Video, player: str | None) -> dict[str, object]:
    """Where the film itself, its player and a still picture of it are; of each only what is there."""
    file, poster = video.source.file, video.poster
    found = {
        "contentUrl": quote(asset_path("videos", file)) if file else None,
        "embedUrl": player,
        "thumbnailUrl": quote(asset_path("videos", poster)) if poster else None,
    }
    return {name: address for name, address in found.items() if address}
