"""A plan: phases, activities and success criteria by which an organisation rolls something out.

Read in this order: `model` (the fields of its file), `rules` and `messages` (what must hold, and what is said when it
does not), `summary` (what lists know and other kinds may read), `views` (its page, and its section of the front page).
"""

from __future__ import annotations

from pathlib import Path

from generator.i18n.language import mark
from generator.kinds.plan.calendar import files
from generator.kinds.plan.messages import PROBLEMS
from generator.kinds.plan.model import Plan
from generator.kinds.plan.rules import rules
from generator.kinds.plan.summary import PLAN_SPANS, asks, by_state, facts, offers, summary, terms
from generator.kinds.plan.views import anchors, front, owner, structured_data, view
from generator.model.kind import Colour, Kind

PLAN = Kind(
    name="plan",
    folder="plans",
    home=Path(__file__).parent,
    singular=mark("Plan"),
    new=mark("New plan"),
    plural=mark("Plans"),
    lead=mark("When what happens, who does it, and how we see that it works."),
    colour=Colour("#434a9c", "#b6c0f7"),
    menu="main",
    front=front,
    grouping=by_state,
    model=Plan,
    summary=summary,
    facts=facts,
    terms=terms,
    rules=rules,
    problems=PROBLEMS,
    view=view,
    anchors=anchors,
    owner=owner,
    structured_data=structured_data,
    offers=offers,
    files=files,
    asks=asks,
    rollups=(PLAN_SPANS,),
)
