"""A course (forløb): a sequence of lessons that a colleague can trust and copy.

Read in this order: `model` (the fields of its file), `extent` (how long it takes), `rules` and `messages` (what must
hold, and what is said when it does not), `summary` (what lists know), `views` (its pages), `family` and `copy_diff`
(copies and their sources), `further_pages` with `coverage`, `browse`, `json_yaml_export` (what else is made of it),
`copy_draft` and `package_pages` (for authors and other systems).
"""

from pathlib import Path

from generator.i18n.language import mark
from generator.kinds.course.experience_submission import FORM
from generator.kinds.course.further_pages import exports, files, overviews, subpage_urls, subpages
from generator.kinds.course.messages import PROBLEMS
from generator.kinds.course.model import Course
from generator.kinds.course.rules import rules
from generator.kinds.course.sharing_totals import SHARES_BY_SCHOOL, asks
from generator.kinds.course.summary import LIKENESS, facts, offers, picture, source, summary, terms, traits
from generator.kinds.course.views import anchors, index, licence, owner, structured_data, view
from generator.kinds.course.writing import EXPERIENCE, OWN
from generator.model.kind import Colour, Kind
from generator.model.listing import ByTerm

COURSE = Kind(
    name="course",
    folder="courses",
    home=Path(__file__).parent,
    singular=mark("Course"),
    new=mark("New course"),
    plural=mark("Courses"),
    lead=mark("Courses that colleagues have taught and want to share. Read, copy and fit them to your own [group]."),
    colour=Colour("#0b5963", "#84d0d6"),
    menu="main",
    grouping=ByTerm("subjects", every=True),
    index=index,
    model=Course,
    summary=summary,
    facts=facts,
    terms=terms,
    picture=picture,
    source=source,
    offers=offers,
    traits=traits,
    likeness=LIKENESS,
    rules=rules,
    problems=PROBLEMS,
    view=view,
    anchors=anchors,
    owner=owner,
    licence=licence,
    structured_data=structured_data,
    subpages=subpages,
    subpage_urls=subpage_urls,
    files=files,
    overviews=overviews,
    exports=exports,
    rollups=(SHARES_BY_SCHOOL,),
    asks=asks,
    form=FORM,
    writings=(EXPERIENCE, OWN),
)

__all__ = ["COURSE", "Course"]
