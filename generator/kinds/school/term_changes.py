"""What has moved since the term before, as sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.kinds.school.aggregate_progress import CriterionOverview, LevelsOfSubject, Numbers
from generator.model.criterion_progress import percent


def moved(
    numbers: Numbers, criteria: Sequence[CriterionOverview], levels: Sequence[LevelsOfSubject]
) -> tuple[tuple[str, str], ...]:
    """Each sentence with the place on the overview that shows its numbers. Both come with how many reported."""
    return (*_levels(numbers, levels), *_criteria(numbers, criteria))


def _levels(numbers: Numbers, levels: Sequence[LevelsOfSubject]) -> Iterator[tuple[str, str]]:
    language = numbers.context.language
    for one in levels:
        said = (
            language.ngettext("{number} [place] has risen", "{number} [places] have risen", one.risen).format(
                number=one.risen
            ) if one.risen else "",
            language.ngettext("{number} [place] has fallen", "{number} [places] have fallen", one.fallen).format(
                number=one.fallen
            ) if one.fallen else "",
        )  # fmt: skip
        if any(said):
            yield f"{one.subject}: {', '.join(filter(None, said))}.", "levels"


def _criteria(numbers: Numbers, criteria: Sequence[CriterionOverview]) -> Iterator[tuple[str, str]]:
    language = numbers.context.language
    for one in criteria:
        before, now = one.before, one.whole.total
        if before.of and now.of and percent(before) != percent(now):
            yield (
                language.gettext(
                    "“{criterion}” has gone from {before} % ({few} [places]) to {now} % ({many} [places])."
                ).format(
                    criterion=one.criterion.text.rstrip("."), before=percent(before), now=percent(now),
                    few=before.reported, many=now.reported,
                ),
                "criteria",
            )  # fmt: skip
