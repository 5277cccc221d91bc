"""An event: something that people come to, once or many times, and put into their calendars.

Read in this order: `model` (the fields of its file), `rules` and `messages` (what must hold, and what is said when it
does not), `summary` (what lists know), `calendars` (what calendar programs follow), `published_changes` (what has
become of what they were told), `views` (its page), `letters` and `letter` (what is written to those who come),
`list_pages` (all occasions by month, those on the front page, and the page about what can be followed).
"""

from __future__ import annotations

from pathlib import Path

from generator.i18n.language import mark
from generator.kinds.event.calendars import exports, files
from generator.kinds.event.letters import subpage_urls, subpages
from generator.kinds.event.list_pages import front, index, overviews
from generator.kinds.event.messages import PROBLEMS
from generator.kinds.event.model import Event
from generator.kinds.event.published_changes import since
from generator.kinds.event.rules import between, rules
from generator.kinds.event.summary import (
    BY_DAY,
    HELD,
    asks,
    by_start,
    days,
    facts,
    first_day,
    offers,
    shown,
    summary,
    terms,
)
from generator.kinds.event.views import anchors, owner, structured_data, view
from generator.kinds.event.writing import WRITING
from generator.model.kind import Colour, Kind
from generator.model.listing import ByMonth

EVENT = Kind(
    name="event",
    folder="events",
    home=Path(__file__).parent,
    singular=mark("Event"),
    new=mark("New event"),
    plural=mark("Events"),
    lead=mark("Where people meet and learn together: cafés, courses and webinars. Put them into your calendar."),
    colour=Colour("#7a3b12", "#f0b48c"),
    menu="main",
    front=front,
    order=by_start,
    grouping=ByMonth(first_day),
    index=index,
    model=Event,
    summary=summary,
    facts=facts,
    terms=terms,
    days=days,
    rollups=(HELD, BY_DAY),
    asks=asks,
    offers=offers,
    shown=shown,
    rules=rules,
    between=between,
    since=since,
    problems=PROBLEMS,
    view=view,
    anchors=anchors,
    owner=owner,
    structured_data=structured_data,
    subpages=subpages,
    subpage_urls=subpage_urls,
    files=files,
    overviews=overviews,
    exports=exports,
    writings=(WRITING,),
)
