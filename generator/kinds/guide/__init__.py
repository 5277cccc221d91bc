"""A guide: steps that a colleague follows, ticks off and hands out.

Read in this order: `model` (the fields of its file), `rules` and `messages` (what must hold, and what is said when it
does not), `summary` (what lists know and other kinds may read), `pictures` (stored or taken), `views` (its page),
`teaching_pack` (the pack for whoever teaches it).
"""

from __future__ import annotations

from pathlib import Path

from generator.i18n.language import mark
from generator.kinds.guide.messages import PROBLEMS
from generator.kinds.guide.model import Guide
from generator.kinds.guide.pictures import shots
from generator.kinds.guide.rules import between, rules
from generator.kinds.guide.summary import GUIDES_BY_FUNCTION, facts, offers, terms, tested
from generator.kinds.guide.teaching_pack import subpage_urls, subpages
from generator.kinds.guide.views import anchors, owner, structured_data, view
from generator.model.kind import Colour, Kind, no_summary
from generator.model.listing import ByTerm

GUIDE = Kind(
    name="guide",
    folder="guides",
    home=Path(__file__).parent,
    singular=mark("Guide"),
    new=mark("New guide"),
    plural=mark("Guides"),
    lead=mark(
        "Step by step, with pictures and a way out when something fails. Follow them yourself, or hand them out."
    ),
    colour=Colour("#7d4700", "#f0bd7d"),
    menu="main",
    grouping=ByTerm("roles", every=True),
    model=Guide,
    summary=no_summary,
    facts=facts,
    terms=terms,
    rules=rules,
    between=between,
    problems=PROBLEMS,
    view=view,
    anchors=anchors,
    owner=owner,
    structured_data=structured_data,
    offers=offers,
    tested=tested,
    shots=shots,
    rollups=(GUIDES_BY_FUNCTION,),
    subpages=subpages,
    subpage_urls=subpage_urls,
)
