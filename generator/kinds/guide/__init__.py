"""A guide: steps that a colleague follows, ticks off and hands out."""

from __future__ import annotations

from generator.i18n.language import mark
from generator.kinds.guide.model import Guide
from generator.kinds.guide.page import (
    GUIDES_BY_FUNCTION,
    anchors,
    between,
    facts,
    owner,
    rules,
    shots,
    structured_data,
    tested,
    view,
)
from generator.kinds.guide.teaching import below, subpages
from generator.model.kind import Kind

GUIDE = Kind(
    name="guide",
    folder="guides",
    model=Guide,
    singular=mark("Guide"),
    plural=mark("Guides"),
    lead=mark(
        "Step by step, with pictures and a way out when something fails. Follow them yourself, or hand them out."
    ),
    anchors=anchors,
    tested=tested,
    facts=facts,
    view=view,
    rules=rules,
    between=between,
    structured_data=structured_data,
    grouping="roles",
    owner=owner,
    shots=shots,
    rollups=(GUIDES_BY_FUNCTION,),
    below=below,
    subpages=subpages,
)
