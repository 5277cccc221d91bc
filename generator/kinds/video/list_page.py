"""All videos at a glance: how long they take, which to begin with, and what they can be chosen by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from generator.i18n.language import Language, mark
from generator.kinds.video.captions import clock
from generator.kinds.video.summary import VideoItem
from generator.model.catalog import Catalog
from generator.model.context import Context
from generator.model.view import Choice, Index, View
from generator.model.vocabulary import LevelEntry

_BEGIN = 3
_SHORT, _LONG = 60, 180
"""Seconds: what one sees while waiting, and what one sits down for."""


@dataclass(frozen=True, slots=True)
class Film:
    """A video in the list."""

    url: str
    title: str
    summary: str
    poster: str | None
    time: str
    """Its length, as `2:35`."""
    audience: tuple[str, ...]
    """Whom it is for, in words."""
    level_name: str
    words: Mapping[str, tuple[str, ...]]
    """What it can be chosen by: ids by the name of the choice."""


@dataclass(frozen=True, slots=True)
class Start:
    """The few videos to see first at a level."""

    level: str
    """The level's id."""
    name: str
    films: tuple[Film, ...]
    time: str


@dataclass(frozen=True, slots=True)
class VideoIndexView(View):
    """All videos at a glance."""

    template: ClassVar[str] = "video/index.html"
    index: Index
    films: tuple[Film, ...]
    total: str
    """How long all of them take."""
    choices: tuple[Choice, ...]
    starts: tuple[Start, ...]


def index(index: Index, items: Sequence[VideoItem], context: Context) -> VideoIndexView:
    catalog, language = context.catalog, context.language
    films = {item.id: _film(item, catalog) for item in items}
    return VideoIndexView(
        index=index, films=tuple(films.values()),
        total=language.minutes(max(1, round(sum(item.model.duration for item in items) / 60))),
        choices=tuple(choice for choice in _choices(films.values(), catalog, language) if len(choice.options) > 1),
        starts=tuple(
            _start(level, entry.name, first, films)
            for level, entry in catalog.entries(LevelEntry).items()
            if (first := begin_with([item for item in items if item.model.level == level]))
        ),
    )  # fmt: skip


def _start(level: str, name: str, first: Sequence[VideoItem], films: Mapping[str, Film]) -> Start:
    seconds = sum(item.model.duration for item in first)
    return Start(level, name, tuple(films[item.id] for item in first), clock(seconds))


def begin_with(items: Sequence[VideoItem]) -> list[VideoItem]:
    """The few that together show the most functions; of those that add as much, the shorter."""
    left, seen, first = list(items), set[str](), list[VideoItem]()
    while left and len(first) < _BEGIN:
        best = min(left, key=lambda item: (-len(set(item.model.functions) - seen), item.model.duration))
        first.append(best)
        left.remove(best)
        seen |= set(best.model.functions)
    return first


def _film(item: VideoItem, catalog: Catalog) -> Film:
    video = item.model
    length = "short" if video.duration <= _SHORT else "middle" if video.duration <= _LONG else "long"
    return Film(
        url=item.url, title=video.title, summary=video.summary, poster=video.poster, time=clock(video.duration),
        audience=catalog.names("roles", video.audience),
        level_name=catalog.name("levels", video.level) if video.level else "",
        words={
            "topic": video.functions, "level": (video.level,) if video.level else (), "for": video.audience,
            "length": (length,),
        },
    )  # fmt: skip


def _choices(films: Iterable[Film], catalog: Catalog, language: Language) -> Iterable[Choice]:
    used: dict[str, set[str]] = {}
    for film in films:
        for name, words in film.words.items():
            used.setdefault(name, set()).update(words)
    said = language.gettext
    labels = {"topic": said(mark("Topic")), "level": said("Level"), "for": said("For")}
    vocabularies = {"topic": "functions", "level": "levels", "for": "roles"}
    for name, vocabulary in vocabularies.items():
        entries = catalog.vocabularies[vocabulary]
        options = [(id_, entry.name) for id_, entry in entries.items() if id_ in used.get(name, ())]
        if name == "topic":
            options.sort(key=lambda option: language.sort_key(option[1]))
        yield Choice(name, labels[name], tuple(options))
    lengths = {
        "short": said(mark("Up to 1 minute")), "middle": said(mark("1–3 minutes")),
        "long": said(mark("More than 3 minutes")),
    }  # fmt: skip
    there = tuple((id_, text) for id_, text in lengths.items() if id_ in used.get("length", ()))
    yield Choice("length", said(mark("Length")), there)
