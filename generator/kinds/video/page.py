"""What the page of a video shows, and what must hold for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.i18n.language import Language
from generator.kinds.video.captions import caption_rules, clock, read_captions
from generator.kinds.video.embed import player_of
from generator.kinds.video.model import Video
from generator.model.catalog import Catalog, Finding, Item


def anchors(video: Video) -> dict[str, str]:
    anchors = {f"chapter-{number}": chapter.title for number, chapter in enumerate(video.chapters, 1)}
    return anchors | {f"t={second}": "" for second in range(video.duration + 1)} | {"transcript": ""}


def facts(item: Item, catalog: Catalog, language: Language) -> tuple[str, ...]:
    video: Video = item.model
    facts = (clock(video.duration), ", ".join(catalog.names("roles", video.audience)))
    return (*facts, catalog.name("levels", video.level)) if video.level else facts


def view(item: Item, catalog: Catalog, language: Language) -> dict[str, object]:
    own = [captions for captions in item.model.captions if captions.language[:2] == language.code]
    captions = (own or list(item.model.captions))[:1]
    lines = [read_captions(catalog.read(item, chosen.file)) for chosen in captions]
    return {
        "transcript": lines[0] if lines else (),
        "player": player_of(item.model.source),
        "guides": _guides(item, catalog),
    }


@dataclass(frozen=True, slots=True)
class ShownIn:
    """A guide that the video belongs to."""

    url: str
    title: str
    steps: tuple[tuple[int, str, int], ...]
    """Number and action of each step that the video shows, and the moment in seconds."""


def _guides(item: Item, catalog: Catalog) -> tuple[ShownIn, ...]:
    """The guides that the video names, and those with a step that names the video."""
    naming = [use.source[1] for use in catalog.uses.get((item.kind, item.id), ()) if use.source[0] == "guide"]
    found = []
    for id_ in dict.fromkeys((*item.model.guides, *naming)):
        guide = catalog.items.get(("guide", id_))  # a draft is not there
        if guide:
            steps = tuple(
                (number, step.action, step.video.at)
                for number, step in enumerate(guide.model.steps, 1)
                if step.video and step.video.video.partition("#")[0] == item.id
            )
            found.append(ShownIn(guide.url, guide.model.title, steps))
    return tuple(found)


def rules(item: Item, catalog: Catalog) -> Iterator[Finding]:
    video: Video = item.model
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
        yield from caption_rules(item, catalog, ("captions", number, "file"), captions.file)
    if video.audio_description.kind == "exempt" and video.audio_description.until is None:
        yield Finding("exemption-undated", ("audio_description",))


def structured_data(item: Item, catalog: Catalog, language: Language) -> dict[str, object]:
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


def owner(item: Item, catalog: Catalog) -> str:
    return catalog.name("roles", item.model.owner)
