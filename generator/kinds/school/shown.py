"""What a school's page says of what the school has written: all but remarks and the numbers of few people."""

from __future__ import annotations

from generator.kinds.school.model import Observation, OwnPlan, Reported
from generator.model.criterion_progress import SMALLEST


def shown(school: Reported) -> Reported:
    """The same without what is withheld."""
    return Reported(
        superusers=school.superusers,
        plans=tuple(_plan(plan) for plan in school.plans),
        levels=tuple(one.model_copy(update={"note": None}) for one in school.levels),
        observations=tuple(one for one in school.observations if not is_small(one)),
        focus=school.focus,
        agreements=school.agreements,
    )


def is_small(one: Observation) -> bool:
    """Whether its numbers could tell of persons; the school's page says “fewer than 5”."""
    return one.of is not None and one.of < SMALLEST


def _plan(plan: OwnPlan) -> OwnPlan:
    return plan.model_copy(update={"adds": tuple(one.model_copy(update={"text": None}) for one in plan.adds)})
