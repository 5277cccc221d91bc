"""A video: where the film is, what is said in it, and what those who cannot see it get."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import (
    LANGUAGE,
    Asset,
    Day,
    Expected,
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
    embed: Url | None = None
    """The address of the service's player. YouTube's and Vimeo's are found from `url`."""


class Captions(Strict):
    """A caption file."""

    file: Annotated[Text, Asset((".vtt",))]
    """WebVTT, beside this file."""
    language: Annotated[Text, Field(pattern=LANGUAGE)]
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
    until: Annotated[Day | None, Expected(when=("kind", "exempt"), rule="exemption-undated")] = None
    """When an exemption ends."""


class Video(Published):
    """A video tutorial."""

    source: Source
    """Where the film is."""
    duration: Moment
    """Its length, as `2:35`."""
    captions: tuple[Captions, ...] = ()
    """Caption files, the hub's own language first. Only a film with a dated exemption may be without."""
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
    guides: tuple[Annotated[Text, Reference("guide", reads=True)], ...] = ()
    """Guides that it belongs to."""
    description: RichText | None = None
    """More about it."""
