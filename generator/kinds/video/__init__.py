"""A video tutorial: something to watch, with captions, chapters and a transcript that search can read.

Read in this order: `model` (the fields of its file), `captions` (what is said in the film), `rules` with
`caption_rules` and `film_rules` (what must hold), `messages` (what is said when it does not), `summary` (what lists
know and other kinds may read), `embed` (players of other services), `views` (its page), `list_page` (all videos at a
glance).
"""

from __future__ import annotations

from pathlib import Path

from generator.i18n.language import mark
from generator.kinds.video.list_page import index
from generator.kinds.video.messages import PROBLEMS
from generator.kinds.video.model import Video
from generator.kinds.video.rules import rules
from generator.kinds.video.summary import facts, offers, terms
from generator.kinds.video.views import anchors, owner, structured_data, view
from generator.model.kind import Colour, Kind, no_summary
from generator.model.listing import ByTerm

VIDEO = Kind(
    name="video",
    folder="videos",
    home=Path(__file__).parent,
    singular=mark("Video"),
    new=mark("New video"),
    plural=mark("Videos"),
    lead=mark("Short films with captions. Jump to the moment you need, or read what is said."),
    colour=Colour("#8f2a4d", "#f2a5bd"),
    menu="main",
    grouping=ByTerm("roles", every=True),
    index=index,
    model=Video,
    summary=no_summary,
    facts=facts,
    terms=terms,
    rules=rules,
    problems=PROBLEMS,
    view=view,
    anchors=anchors,
    owner=owner,
    structured_data=structured_data,
    offers=offers,
)
