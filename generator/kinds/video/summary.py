"""What is known of a video without opening it, and what other kinds may read of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from generator.kinds.video.captions import clock
from generator.kinds.video.model import Video
from generator.model.catalog import Item
from generator.model.context import DocumentContext
from generator.model.film_contract import Film

VideoItem: TypeAlias = Item[Video, None]


def facts(item: VideoItem, context: DocumentContext) -> tuple[str, ...]:
    video = item.model
    facts = (clock(video.duration), ", ".join(context.names("roles", video.audience)))
    return (*facts, context.name("levels", video.level)) if video.level else facts


def terms(video: Video) -> Mapping[str, tuple[str, ...]]:
    levels = (video.level,) if video.level else ()
    return {"levels": levels, "functions": video.functions, "roles": video.audience}


def offers(video: Video) -> Iterator[Film]:
    yield Film(video.duration)
