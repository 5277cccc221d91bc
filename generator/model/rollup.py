"""Roll-ups: what many items come to, by key, such as how many courses a school has shared.

A kind, or the list of overviews, declares a roll-up. Pages of an item may ask for those that their kind declares for
them (`Kind.asks`), so that their key holds the digest of what they are told, and of nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, cast

from typing_extensions import TypeVar

from generator.model.criterion_progress import Evidence

if TYPE_CHECKING:
    from generator.model.catalog import Item

Value = TypeVar("Value", default=Any)
Total = TypeVar("Total", default=Any)
"""`Rollup` alone is any: what its functions take and give is known to itself only."""


class RollupName(str, Generic[Total]):
    """The name of a roll-up, typed by what it comes to: `FUNCTIONS: RollupName[tuple[str, ...]]`."""

    __slots__ = ()


RollupKey = tuple[str, str]
"""The name of a roll-up and one of its keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rollup(Generic[Value, Total]):
    """A map and a fold over what is known of items without opening their models."""

    name: RollupName[Total]
    emit: Callable[[Item[Any, Any]], Iterable[tuple[str, Value]]]  # items of the kind that declares it
    """Keys and values of one item. It may not ask for the item's model: of ten thousand, that would take minutes."""
    fold: Callable[[Sequence[Value]], Total]
    """What the values of one key come to, in order of kind and id; of none, too. A small frozen value."""


@dataclass(frozen=True)
class Rolled:
    """What all roll-ups of a hub come to."""

    totals: Mapping[RollupKey, object] = field(default_factory=dict)
    """By name and key, in the order in which keys were first emitted."""
    empty: Mapping[str, object] = field(default_factory=dict)
    """What each roll-up comes to for a key that nothing was emitted for, by name."""

    def total(self, name: RollupName[Total], key: str) -> Total:
        """KeyError when no roll-up has that name."""
        return cast(Total, self.totals[name, key] if (name, key) in self.totals else self.empty[name])

    def keys(self, name: RollupName) -> tuple[str, ...]:
        """The keys that something was emitted for."""
        return tuple(key for known, key in self.totals if known == name)


def roll_up(items: Iterable[Item], of: Sequence[tuple[str | None, Rollup]]) -> Rolled:
    """Each roll-up over the items of its kind, or over all where the kind is None. ValueError when a name is taken."""
    names = [rollup.name for _, rollup in of]
    if len(set(names)) < len(names):
        raise ValueError(f"two roll-ups have one name: {sorted(names)}")
    values: dict[RollupKey, list[object]] = defaultdict(list)
    for item in items:
        for kind, rollup in of:
            if kind is None or kind == item.kind:
                for key, value in rollup.emit(item):
                    values[rollup.name, key].append(value)
    folds = {str(rollup.name): rollup.fold for _, rollup in of}
    totals = {place: folds[place[0]](tuple(found)) for place, found in values.items()}
    return Rolled(totals, {name: fold(()) for name, fold in folds.items()})


DAY: RollupName[date] = RollupName("day")
"""The hub's day: the newest day that published content bears. A build has no clock; what is coming is so as of it."""


def _day(item: Item) -> Iterable[tuple[str, date]]:
    return (("", item.common.day),)


def _latest(days: Sequence[date]) -> date:
    return max(days, default=date.min)


HUB_DAY: Rollup[date, date] = Rollup(name=DAY, emit=_day, fold=_latest)

_MOST = 50
"""The newest items that anybody asks for: who follows a feed has seen the earlier ones."""

Dated = tuple[date, tuple[str, str]]
NEWEST: RollupName[tuple[tuple[str, str], ...]] = RollupName("newest")
"""The items that were last updated, the newest first: by kind, of all kinds under "", and by words (`of_word`)."""
FOLLOWED = ("roles", "districts")
"""The vocabularies whose words can be followed."""


def of_word(vocabulary: str, id_: str) -> str:
    """The key of the newest items that are browsed by a word."""
    return f"{vocabulary}/{id_}"


def _updated(item: Item) -> Iterator[tuple[str, Dated]]:
    value = item.common.updated, (item.kind, item.id)
    yield item.kind, value
    yield "", value
    for vocabulary in FOLLOWED:
        for id_ in item.common.terms.get(vocabulary, ()):
            yield of_word(vocabulary, id_), value


def _newest(values: Sequence[Dated]) -> tuple[tuple[str, str], ...]:
    return tuple(key for _, key in sorted(values, reverse=True)[:_MOST])


NEWEST_ITEMS: Rollup[Dated, tuple[tuple[str, str], ...]] = Rollup(name=NEWEST, emit=_updated, fold=_newest)

_HELP = 3
"""Of each kind and level: whoever is to take a step needs a few things, not all."""


@dataclass(frozen=True, slots=True)
class LevelHelp:
    """An item for those who are on their way to a level."""

    kind: str
    id: str
    level: str
    title: str
    url: str
    """Relative to the site's root."""
    updated: date


LEVEL_HELP: RollupName[tuple[LevelHelp, ...]] = RollupName("level-help")
"""By subject: the newest items at each level; under "" those that are of no subject."""


def _help(item: Item) -> Iterator[tuple[str, LevelHelp]]:
    common = item.common
    for level in common.terms.get("levels", ()):
        for subject in common.terms.get("subjects", ("",)):
            yield subject, LevelHelp(item.kind, item.id, level, common.title, item.url, common.updated)


def _newest_help(values: Sequence[LevelHelp]) -> tuple[LevelHelp, ...]:
    groups: dict[tuple[str, str], list[LevelHelp]] = defaultdict(list)
    for one in sorted(values, key=lambda one: (one.updated, one.id), reverse=True):
        groups[one.kind, one.level].append(one)
    return tuple(one for group in groups.values() for one in group[:_HELP])


HELP_BY_SUBJECT: Rollup[LevelHelp, tuple[LevelHelp, ...]] = Rollup(name=LEVEL_HELP, emit=_help, fold=_newest_help)

OVER_ALL_KINDS: tuple[Rollup, ...] = (HUB_DAY, NEWEST_ITEMS, HELP_BY_SUBJECT)

# What kinds ask of each other, without knowing each other.


@dataclass(frozen=True, slots=True)
class Leads:
    """A page by title and address, relative to the site's root."""

    title: str
    url: str


FUNCTION_GUIDES: RollupName[tuple[Leads, ...]] = RollupName("function-guides")
"""By platform function: the guides that show it, in whole or in a step."""


@dataclass(frozen=True, slots=True)
class PlanSpan:
    """A plan from its first day to its last."""

    id: str
    start: date
    end: date
    title: str
    url: str
    """Relative to the site's root."""


PLANS: RollupName[tuple[PlanSpan, ...]] = RollupName("plans")
"""All plans, under ""."""


def plan_of(spans: Sequence[PlanSpan], day: date) -> PlanSpan | None:
    """The plan that people meet: the one that runs on the day, else the next one, else the last one."""
    runs = [one for one in spans if one.start <= day <= one.end]
    coming = [one for one in spans if day < one.start]
    if not runs and coming:
        return min(coming, key=lambda one: (one.start, one.id))
    return max(runs or spans, key=lambda one: (one.start, one.id), default=None)


@dataclass(frozen=True, slots=True)
class SchoolReports:
    """What a school has reported of the criteria of its plans."""

    school: str
    evidence: tuple[Evidence, ...]


REPORTS: RollupName[tuple[SchoolReports, ...]] = RollupName("school-reports")
"""By plan: each school that follows it, also one that has reported nothing."""


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
"""By school."""
