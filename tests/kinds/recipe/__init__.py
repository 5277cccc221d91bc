"""A kind that only tests know: all of it in this folder, with the smallest number of parts that a kind can have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, TypeAlias

from generator.model.catalog import Finding, Item
from generator.model.context import Context, DocumentContext
from generator.model.fields import Level, Minutes, Published, Role, Text
from generator.model.kind import Colour, Kind
from generator.model.listing import ByState
from generator.model.view import View
from generator.problems.problem import Rule, Severity

HOME = Path(__file__).parent


class Recipe(Published):
    """A recipe."""

    cook: Role
    """Who cooks."""
    minutes: Minutes
    """How long it takes."""
    dishes: tuple[Text, ...]
    """What is made."""
    level: Level | None = None
    """How hard it is."""


@dataclass(frozen=True, slots=True)
class RecipeSummary:
    """A recipe in lists."""

    minutes: int
    speed: str


RecipeItem: TypeAlias = Item[Recipe, RecipeSummary]


@dataclass(frozen=True, slots=True)
class RecipeView(View):
    """The page of a recipe."""

    template: ClassVar[str] = "recipe/page.html"
    item: Recipe
    time: str


def summary(recipe: Recipe) -> RecipeSummary:
    return RecipeSummary(recipe.minutes, "quick" if recipe.minutes < 30 else "slow")


def speed(of: RecipeSummary) -> str:
    return of.speed


def facts(item: RecipeItem, context: DocumentContext) -> tuple[str, ...]:
    return (context.language.minutes(item.model.minutes), context.name("roles", item.model.cook))


def terms(recipe: Recipe) -> Mapping[str, tuple[str, ...]]:
    return {"levels": (recipe.level,) if recipe.level else ()}


def order(item: RecipeItem, context: Context) -> tuple[int]:
    """The quickest first."""
    return (item.summary.minutes,)


def rules(item: RecipeItem, context: DocumentContext) -> Iterator[Finding]:
    if not item.model.dishes:
        yield Finding("dishes-missing", ("dishes",))


def view(item: RecipeItem, context: Context) -> RecipeView:
    return RecipeView(item.model, context.language.minutes(item.summary.minutes))


def anchors(recipe: Recipe) -> dict[str, str]:
    return {f"dish-{number}": dish for number, dish in enumerate(recipe.dishes, 1)}


def owner(item: RecipeItem, context: Context) -> str:
    return context.catalog.name("roles", item.model.cook)


def structured_data(item: RecipeItem, context: Context) -> dict[str, object]:
    return {"@type": "Recipe", "name": item.common.title}


RECIPE = Kind(
    name="recipe",
    folder="recipes",
    home=HOME,
    singular="Recipe",
    plural="Recipes",
    lead="What the canteen cooks.",
    colour=Colour("#5b6b00", "#c8d65a"),
    order=order,
    grouping=ByState(speed, (("slow", "Slow"), ("quick", "Quick"))),
    model=Recipe,
    summary=summary,
    facts=facts,
    terms=terms,
    rules=rules,
    problems=(Rule("dishes-missing", Severity.ERROR, "The recipe makes nothing.", "Add a dish."),),
    view=view,
    anchors=anchors,
    owner=owner,
    structured_data=structured_data,
)
