"""What the page on which a school writes needs, as a file: the school's own fields as its page shows them, and words.

Nothing stands in it that the school's page does not say: observations of few people are named without their numbers,
and remarks that the page leaves out are left out here. Whoever takes a file in leaves alone what it does not speak of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from pydantic_core import to_json

from generator.kinds.school.available_plans import ListedSchool, OfferedPlan, listed_schools
from generator.kinds.school.model import OwnPlan
from generator.kinds.school.shown import is_small, shown
from generator.kinds.school.state_labels import STATES, VERDICTS
from generator.kinds.school.summary import SchoolItem
from generator.model.context import Context
from generator.model.criterion_progress import SMALLEST
from generator.model.page import Export

Values = dict[str, object]


def api_url(school: str) -> str:
    return f"api/v1/schools/{school}.json"


def editable_files(items: Sequence[SchoolItem], context: Context) -> Iterator[Export]:
    """A file for each school, also for those that have written nothing."""
    words = {
        **{name: _entries(name, context) for name in ("levels", "roles", "subjects")},
        "states": [{"id": id_, "name": context._(name)} for id_, name in STATES.items()],
        "verdicts": [{"id": id_, "name": context._(name)} for id_, name in VERDICTS.items()],
    }
    for school in listed_schools(items, context):
        yield Export(api_url(school.id), partial(_made, school, words))


def _entries(vocabulary: str, context: Context) -> list[Values]:
    entries = context.catalog.vocabularies[vocabulary].values()
    return [{"id": entry.id, "name": entry.name} for entry in entries]


def _made(school: ListedSchool, words: Mapping[str, object]) -> bytes:
    own = school.item.model if school.item else None
    return to_json({
        "version": 1, "id": school.id, "title": school.title,
        "address": school.item.url if school.item else "", "mailbox": own.mailbox if own else None,
        "contact": own.contact if own else None, "was": _was(school.item) if school.item else {},
        "smallest": SMALLEST,
        "withheld": [{"criterion": one.criterion, "as_of": one.as_of} for one in own.observations if is_small(one)]
        if own else [],
        "plans": [_plan(plan) for plan in school.plans], "words": words,
    }) + b"\n"  # fmt: skip


def _was(item: SchoolItem) -> Values:
    """The fields that a school writes itself, as its file writes them; what is empty is left out."""
    school = shown(item.model)
    found: Values = {
        "plans": [_own_plan(plan) for plan in school.plans],
        "superusers": school.superusers and school.superusers.model_dump(mode="json"),
        "levels": [one.model_dump(mode="json", exclude_defaults=True) for one in school.levels],
        "observations": [one.model_dump(mode="json", exclude_defaults=True) for one in school.observations],
        "focus": list(school.focus),
        "agreements": [one.model_dump(mode="json") for one in school.agreements],
    }  # fmt: skip
    return {name: value for name, value in found.items() if value}


def _own_plan(plan: OwnPlan) -> Values:
    return plan.model_dump(mode="json", exclude_defaults=True)


def _plan(plan: OfferedPlan) -> Values:
    return {
        "of": plan.id, "title": plan.title, "base": plan.base,
        "phases": [
            {
                "id": one.phase.id, "title": one.phase.title, "start": one.phase.start, "end": one.phase.end,
                "activities": [
                    activity.model_dump(mode="json", include={"id", "title", "role", "due", "milestone"})
                    for activity in one.activities
                ],
            }
            for one in plan.phases
        ],
        "criteria": [
            {
                "id": one.criterion.id, "title": one.criterion.text, "measure": one.measure,
                "target": one.criterion.target.words, "term": one.term,
            }
            for one in plan.criteria
        ],
    }  # fmt: skip
