"""The fields of a plan file."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.fields import Level, Published, Role
from generator.model.plan_contract import Criterion, Phase, PlanTerm


class Plan(Published):
    """A plan for rolling something out."""

    owner: Role
    """The role that answers for the plan."""
    phases: Annotated[tuple[Phase, ...], Field(min_length=1)]
    """Its phases, in order."""
    levels: tuple[Level, ...] = ()
    """The usage levels that it works with."""
    terms: tuple[PlanTerm, ...] = ()
    """The terms of its criteria."""
    criteria: tuple[Criterion, ...] = ()
    """Success criteria."""
