"""What a school has shared, and what its courses use: roll-ups that the pages of courses show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.kinds.course.summary import CourseItem
from generator.model.rollup import FUNCTION_GUIDES, Rollup, RollupKey, RollupName


@dataclass(frozen=True, slots=True)
class SchoolShare:
    """What a school has given to others."""

    courses: int = 0
    copies: int = 0
    """How many of them are adapted copies."""
    experiences: int = 0
    """How many times it has told how a course went."""

    def __add__(self, other: SchoolShare) -> SchoolShare:
        return SchoolShare(
            self.courses + other.courses, self.copies + other.copies, self.experiences + other.experiences
        )


SHARES: RollupName[SchoolShare] = RollupName("school-shares")


def _emit(item: CourseItem) -> Iterator[tuple[str, SchoolShare]]:
    own = item.summary
    yield own.school, SchoolShare(courses=1, copies=int(item.common.source is not None))
    for school in own.experienced:
        yield school, SchoolShare(experiences=1)


def _fold(shares: Sequence[SchoolShare]) -> SchoolShare:
    return sum(shares, SchoolShare())


SHARES_BY_SCHOOL: Rollup[SchoolShare, SchoolShare] = Rollup(name=SHARES, emit=_emit, fold=_fold)


def asks(item: CourseItem) -> Iterator[RollupKey]:
    """What its school has shared, and the guides to the functions that it uses."""
    yield SHARES, item.summary.school
    for function in item.common.terms.get("functions", ()):
        yield FUNCTION_GUIDES, function
