"""A video tutorial: something to watch, with captions, chapters and a transcript that search can read."""

from __future__ import annotations

from generator.i18n.language import mark
from generator.kinds.video.listing import listing
from generator.kinds.video.model import Video
from generator.kinds.video.page import anchors, facts, owner, rules, structured_data, view
from generator.model.kind import Kind

VIDEO = Kind(
    name="video",
    folder="videos",
    model=Video,
    singular=mark("Video"),
    plural=mark("Videos"),
    lead=mark("Short films with captions. Jump to the moment you need, or read what is said."),
    anchors=anchors,
    facts=facts,
    view=view,
    rules=rules,
    structured_data=structured_data,
    grouping="roles",
    listing=listing,
    owner=owner,
)
