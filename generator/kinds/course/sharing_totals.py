"""What a school has shared, and what its courses use: roll-ups that the pages of courses show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.kinds.course.summary import CourseItem
from generator.model.rollup import FUNCTION_GUIDES, SHARES, Rollup, RollupKey, SchoolShare


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
