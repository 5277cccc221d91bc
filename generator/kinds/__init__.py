"""The content types of the hub, one package each, listed once."""

from generator.kinds.case import CASE
from generator.kinds.course import COURSE
from generator.kinds.digest import DIGEST
from generator.kinds.event import EVENT
from generator.kinds.guide import GUIDE
from generator.kinds.news import NEWS
from generator.kinds.plan import PLAN
from generator.kinds.school import SCHOOL
from generator.kinds.training import TRAINING
from generator.kinds.video import VIDEO
from generator.model.kind import Kind

KINDS: tuple[Kind, ...] = (COURSE, GUIDE, VIDEO, PLAN, EVENT, TRAINING, SCHOOL, CASE, NEWS, DIGEST)
"""Every kind, in the order of the menu."""

__all__ = ["KINDS", "Kind"]
