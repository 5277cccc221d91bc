"""A weekly mail: what is new, changed, coming, to be done, known and told by schools, in words that stay as sent.

Read in this order: `model` (the fields of its file), `line_identity` (what makes two lines the same), `span` (a week
and those who get its mail), `lines_from_kinds` and `collecting` (what there is to tell), `rules` and `messages` (what
must hold, and what is said when it does not), `summary` (what lists know), `mails` (the mail of one audience, and its
files), `views` (its pages). `generator.authoring.digest` writes and renews the file.
"""

from __future__ import annotations

from pathlib import Path

from generator.i18n.language import mark
from generator.kinds.digest.mails import files
from generator.kinds.digest.messages import PROBLEMS
from generator.kinds.digest.model import Digest
from generator.kinds.digest.rules import noticed, rules, stale
from generator.kinds.digest.summary import facts, latest_first, monday, offers, summary, terms
from generator.kinds.digest.views import anchors, owner, structured_data, subpage_urls, subpages, view
from generator.model.kind import Colour, Kind
from generator.model.listing import ByMonth

DIGEST = Kind(
    name="digest",
    folder="digests",
    address="mail",
    home=Path(__file__).parent,
    singular=mark("Weekly mail"),
    new=mark("New weekly mail"),
    plural=mark("Weekly mails"),
    lead=mark("What was sent, week by week."),
    colour=Colour("#8a2f62", "#f0a9d0"),
    menu="more",
    tells_of_others=True,
    order=latest_first,
    grouping=ByMonth(monday, latest_first=True),
    model=Digest,
    summary=summary,
    facts=facts,
    terms=terms,
    offers=offers,
    rules=rules,
    noticed=noticed,
    stale=stale,
    problems=PROBLEMS,
    view=view,
    anchors=anchors,
    owner=owner,
    structured_data=structured_data,
    subpages=subpages,
    subpage_urls=subpage_urls,
    files=files,
)
