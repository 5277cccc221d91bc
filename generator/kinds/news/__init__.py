"""A piece of news: what has happened or is about to, for whom, and where to read more.

Read in this order: `model` (the fields of its file), `rules` and `messages` (what must hold, and what is said when it
does not), `summary` (what lists and feeds know), `views` (its page, and its section of the front page).
"""

from __future__ import annotations

from pathlib import Path

from generator.i18n.language import mark
from generator.kinds.news.messages import PROBLEMS
from generator.kinds.news.model import News
from generator.kinds.news.rules import rules
from generator.kinds.news.summary import facts, latest_first, offers, summary, terms, told
from generator.kinds.news.views import anchors, front, owner, structured_data, view
from generator.kinds.news.writing import WRITING
from generator.model.kind import Colour, Kind
from generator.model.listing import ByMonth

NEWS = Kind(
    name="news",
    folder="news",
    home=Path(__file__).parent,
    singular=mark("News item"),
    new=mark("New news item"),
    plural=mark("News"),
    lead=mark("What is new, what changes, and what you are asked to do."),
    colour=Colour("#5a3a8c", "#cdb6f4"),
    menu="more",
    front=front,
    tells_of_others=True,
    order=latest_first,
    grouping=ByMonth(told, latest_first=True),
    model=News,
    summary=summary,
    facts=facts,
    terms=terms,
    offers=offers,
    rules=rules,
    problems=PROBLEMS,
    view=view,
    anchors=anchors,
    owner=owner,
    structured_data=structured_data,
    writings=(WRITING,),
)
