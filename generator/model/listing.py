"""How the items of a kind follow each other in lists, and how an index is divided."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeAlias

from babel.dates import format_skeleton
from typing_extensions import TypeVar

from generator.model.catalog import Item
from generator.model.context import Context
from generator.model.fields import Published

Model = TypeVar("Model", bound=Published, default=Published)
Summary = TypeVar("Summary", default=object)

SortKey: TypeAlias = tuple[int | str, ...]
Order: TypeAlias = Callable[[Item[Model, Summary], Context], SortKey]
"""What an item is sorted by; equals follow by title."""


@dataclass(frozen=True, slots=True, order=True)
class Heading:
    """A part of an index."""

    place: SortKey
    """Where it stands among the headings."""
    id: str
    title: str
    """What people read."""


Grouping: TypeAlias = Callable[[Item[Model, Summary], Context], "Heading | tuple[Heading, ...] | None"]
"""The heading that an item stands under, or several; None puts it after all of them."""

# Functions with names and frozen values, since a kind goes to other processes.


def by_title(_: object, __: object) -> SortKey:
    return ()


def newest_first(item: Item, _: object) -> SortKey:
    return (-item.common.updated.toordinal(),)


def ungrouped(_: object, __: object) -> None:
    return None


@dataclass(frozen=True, slots=True)
class ByTerm:
    """Under the first of an item's words from a vocabulary, or under each, in the vocabulary's own order."""

    vocabulary: str
    every: bool = False

    def __call__(self, item: Item, context: Context) -> tuple[Heading, ...]:
        places = {id_: place for place, id_ in enumerate(context.catalog.vocabularies[self.vocabulary])}
        words = item.common.terms.get(self.vocabulary, ())
        known = [word for word in (words if self.every else words[:1]) if word in places]
        return tuple(Heading((places[word],), word, context.catalog.name(self.vocabulary, word)) for word in known)


@dataclass(frozen=True, slots=True)
class ByState(Generic[Summary]):
    """Under the state that an item is in, in the given order."""

    state_of: Callable[[Summary], str]
    titles: tuple[tuple[str, str], ...]
    """Each state and what it is called (English message id), in order."""

    def __call__(self, item: Item[Published, Summary], context: Context) -> Heading | None:
        state = self.state_of(item.summary)
        for place, (known, title) in enumerate(self.titles):
            if known == state:
                return Heading((place,), state, context._(title))
        return None


@dataclass(frozen=True, slots=True)
class ByMonth(Generic[Summary]):
    """Under the month of a day, the earliest first."""

    day_of: Callable[[Summary], date]
    latest_first: bool = False

    def __call__(self, item: Item[Published, Summary], context: Context) -> Heading:
        day = self.day_of(item.summary)
        place = (-day.year, -day.month) if self.latest_first else (day.year, day.month)
        return Heading(place, f"{day:%Y-%m}", self.title(day, context.language.code))

    @staticmethod
    def title(day: date, language: str) -> str:
        """Of the month that a day is in: `December 2026`."""
        title = format_skeleton("yMMMM", day, locale=language)
        return title[:1].upper() + title[1:]


@dataclass(frozen=True, slots=True)
class ByYear(Generic[Summary]):
    """Under the year of a day, the latest first."""

    day_of: Callable[[Summary], date]

    def __call__(self, item: Item[Published, Summary], _: object) -> Heading:
        year = self.day_of(item.summary).year
        return Heading((-year,), str(year), str(year))
