"""A programme: sessions of modules by which people are trained, for participants and trainer alike.

Read in this order: `timetable` (the arithmetic of the clock), `model` (the fields of its file), `rules` and `messages`
(what must hold, and what is said when it does not), `summary` (what lists know and other kinds may read), `views`
(its page), `handouts` (sheets of paper, and the pack for whoever holds it at the own school).
"""

from __future__ import annotations

from pathlib import Path

from generator.i18n.language import mark
from generator.kinds.training.handouts import subpage_urls, subpages
from generator.kinds.training.messages import PROBLEMS
from generator.kinds.training.model import Training
from generator.kinds.training.rules import rules
from generator.kinds.training.summary import facts, offers, shown, terms
from generator.kinds.training.views import anchors, owner, structured_data, view
from generator.model.kind import Colour, Kind, no_summary

TRAINING = Kind(
    name="training",
    folder="training",
    home=Path(__file__).parent,
    singular=mark("Programme"),
    new=mark("New programme"),
    plural=mark("Programmes"),
    lead=mark("Sessions with times, exercises and notes, for those who train colleagues and for those who come."),
    colour=Colour("#8a2f4e", "#f2a9c0"),
    menu="more",
    model=Training,
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
    shown=shown,
    subpages=subpages,
    subpage_urls=subpage_urls,
)
