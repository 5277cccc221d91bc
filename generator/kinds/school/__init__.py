"""A school: whom to ask, where it is in the plan, and how far it has come.

Read in this order: `model` (the fields of its file), `rules` and `messages` (what must hold, and what is said when it
does not), `subject_levels` (from reports to what is said of them), `summary` (what overviews know), `plan` (the
school's own plan), `views` (its page), `conversation` (the sheet), `aggregate_progress` and `overview` (districts and
the municipality), `table_formats` and `data_exports` (the same numbers as files), `available_plans`, `editor_data`
and `editing` (what a school can write, the file that says so, and the page for it), `all_schools_outputs` (all of
them together), `submission` and `differences` (the file that a school hands in, and what changes by it).
"""

from __future__ import annotations

from pathlib import Path

from generator.i18n.language import mark
from generator.kinds.school.all_schools_outputs import exports, overviews
from generator.kinds.school.calendar import calendars
from generator.kinds.school.conversation import subpage_urls, subpages
from generator.kinds.school.messages import PROBLEMS
from generator.kinds.school.model import School
from generator.kinds.school.overview import front, index
from generator.kinds.school.rules import between, rules
from generator.kinds.school.submission import FORM
from generator.kinds.school.summary import REPORTS_BY_PLAN, asks, facts, offers, summary
from generator.kinds.school.views import anchors, by_district, owner, structured_data, view
from generator.model.kind import Colour, Kind

SCHOOL = Kind(
    name="school",
    folder="schools",
    home=Path(__file__).parent,
    singular=mark("[Place]"),
    plural=mark("[Places]"),
    lead=mark("Each [place's] contact, own plan and level, and what takes it on."),
    colour=Colour("#6b4a16", "#e6c58a"),
    menu="more",
    grouping=by_district,
    index=index,
    front=front,
    model=School,
    summary=summary,
    facts=facts,
    rules=rules,
    between=between,
    problems=PROBLEMS,
    view=view,
    anchors=anchors,
    owner=owner,
    structured_data=structured_data,
    vocabulary="schools",
    rollups=(REPORTS_BY_PLAN,),
    asks=asks,
    offers=offers,
    subpages=subpages,
    subpage_urls=subpage_urls,
    files=calendars,
    overviews=overviews,
    exports=exports,
    form=FORM,
)
