"""What is known of a guide without opening it, and what other kinds may read of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeAlias

from generator.kinds.guide.model import Guide
from generator.model.catalog import Item
from generator.model.context import DocumentContext
from generator.model.film_contract import FilmMoment
from generator.model.rollup import FUNCTION_GUIDES, Leads, Rollup

GuideItem: TypeAlias = Item[Guide, None]


def facts(item: GuideItem, context: DocumentContext) -> tuple[str, ...]:
    guide, language = item.model, context.language
    steps = len(guide.steps)
    facts = (
        language.minutes(guide.minutes),
        language.ngettext("{number} step", "{number} steps", steps).format(number=steps),
        ", ".join(context.names("roles", guide.audience)),
    )
    return (*facts, context.name("levels", guide.level)) if guide.level else facts


def terms(guide: Guide) -> Mapping[str, tuple[str, ...]]:
    """A function that only a step shows counts as well: the step leads to the function's page, which must be there."""
    levels = (guide.level,) if guide.level else ()
    shown = (step.function for step in guide.steps if step.function)
    return {"levels": levels, "functions": tuple(dict.fromkeys((*guide.functions, *shown))), "roles": guide.audience}


def tested(guide: Guide) -> tuple[date, str]:
    return guide.last_tested.date, guide.last_tested.product_version


def offers(guide: Guide) -> Iterator[FilmMoment]:
    """The steps that a film shows."""
    for number, step in enumerate(guide.steps, 1):
        if step.video:
            yield FilmMoment(step.video.video.partition("#")[0], number, step.action, step.video.at)


def _functions(item: Item) -> Iterator[tuple[str, Leads]]:
    for vocabulary, id_ in item.common.mentioned:
        if vocabulary == "functions":
            yield id_, Leads(item.common.title, item.url)


GUIDES_BY_FUNCTION: Rollup[Leads, tuple[Leads, ...]] = Rollup(name=FUNCTION_GUIDES, emit=_functions, fold=tuple)
