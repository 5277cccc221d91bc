"""A case of the reference group: a problem, what to do meanwhile, what was decided, and what it touches.

Read in this order: `model` (the fields of its file), `rules` and `messages` (what must hold, and what is said when it
does not), `summary` (what lists know, and what the pages that it touches tell), `views` (its page and the register),
`register_json` (the register for machines), `writing` (what visitors report).
"""

from __future__ import annotations

from pathlib import Path

from generator.i18n.language import mark
from generator.kinds.case.messages import PROBLEMS
from generator.kinds.case.model import Case
from generator.kinds.case.register_json import exports
from generator.kinds.case.rules import between, rules, stale
from generator.kinds.case.summary import asks, days, facts, offers, order, seen_by, shown, summary, terms
from generator.kinds.case.views import anchors, index, owner, structured_data, view
from generator.kinds.case.writing import WRITING
from generator.model.kind import Colour, Kind

CASE = Kind(
    name="case",
    folder="cases",
    home=Path(__file__).parent,
    singular=mark("Case"),
    new=mark("New case"),
    plural=mark("Cases"),
    lead=mark("Known problems and questions: what to do meanwhile, and what was decided."),
    colour=Colour("#8a2f1d", "#f5b3a3"),
    menu="more",
    order=order,
    index=index,
    model=Case,
    summary=summary,
    facts=facts,
    terms=terms,
    days=days,
    rules=rules,
    between=between,
    stale=stale,
    problems=PROBLEMS,
    view=view,
    anchors=anchors,
    owner=owner,
    structured_data=structured_data,
    exports=exports,
    asks=asks,
    seen_by=seen_by,
    offers=offers,
    shown=shown,
    writings=(WRITING,),
)
