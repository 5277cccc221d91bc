"""A course (forløb): a sequence of lessons that a colleague can trust and copy."""

from generator.i18n.language import mark
from generator.kinds.course.beside import below, exports, files, overviews, source, subpages, traits
from generator.kinds.course.brief import brief
from generator.kinds.course.model import Course
from generator.kinds.course.page import anchors, facts, owner, structured_data, view
from generator.kinds.course.rules import rules
from generator.kinds.course.shares import SHARES_BY_SCHOOL, asks
from generator.model.kind import Kind

COURSE = Kind(
    name="course",
    folder="courses",
    model=Course,
    singular=mark("Course"),
    plural=mark("Courses"),
    lead=mark("Courses that colleagues have taught and want to share. Read, copy and fit them to your own class."),
    anchors=anchors,
    facts=facts,
    view=view,
    rules=rules,
    structured_data=structured_data,
    grouping="subjects",
    brief=brief,
    owner=owner,
    traits=traits,
    source=source,
    below=below,
    subpages=subpages,
    files=files,
    overviews=overviews,
    exports=exports,
    rollups=(SHARES_BY_SCHOOL,),
    asks=asks,
)

__all__ = ["COURSE", "Course"]
