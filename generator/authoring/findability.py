"""Whether people find what is there by its own words: what leads to an item, and what no likely query reaches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, islice
from pathlib import Path

from generator.i18n.language import Language
from generator.model.catalog import Item
from generator.model.context import Context
from generator.problems.problem import HubError
from generator.search.index_search import Finder, finder

FIRST = 3
"""Results that people look at."""
_PAIRS = 40
"""Pairs of words of a title that are tried at most."""


@dataclass(frozen=True, slots=True)
class Way:
    """What somebody may type, and where the item stands among the first results; None when it does not."""

    query: str
    place: int | None


@dataclass(frozen=True, slots=True)
class Findable:
    """How an item is found."""

    kind: str
    id: str
    path: str
    title: str
    words: tuple[Way, ...]
    """Each word of its title that says something, and each keyword."""
    is_found: bool
    """Whether its title, two words of it or a keyword leads to it."""
    lost: tuple[str, ...]
    """Headings that lead to other pages alone, though no other item has them."""


def index_of(site: Path, code: str) -> Finder:
    """What the search of a built site knows."""
    try:
        return finder(site, code)
    except (OSError, KeyError, ValueError) as error:
        raise HubError("There is no built site to search in.", "Run hub build first.", path=site) from error


def findable(hub: Context, index: Finder) -> Iterator[Findable]:
    """Every item, in the order of kinds."""
    items = [item for name in hub.kinds for item in hub.catalog.of_kind(name)]
    headings = {item.path: _headings(hub, item) for item in items}
    shared = Counter(heading for found in headings.values() for heading in found)
    for item in items:
        words = (*index.asked(item.common.title), *item.model.keywords)
        ways = tuple(Way(word, _place(index, word, item)) for word in dict.fromkeys(words))
        lost = tuple(one for one in headings[item.path] if shared[one] == 1 and not _place(index, one, item))
        yield Findable(item.kind, item.id, item.path, item.common.title, ways, _is_found(index, item), lost)


def _headings(hub: Context, item: Item) -> tuple[str, ...]:
    """What stands over the parts of an item that others may point to, each once; a day is found in the calendar."""
    named = hub.kinds[item.kind].anchors(item.model).values()
    return tuple(dict.fromkeys(one for one in named if any(map(str.isalpha, one))))


def _is_found(index: Finder, item: Item) -> bool:
    pairs = islice(combinations(index.asked(item.common.title), 2), _PAIRS)
    queries = (item.common.title, *item.model.keywords, *map(" ".join, pairs))
    return any(_place(index, query, item) for query in queries)


def _place(index: Finder, query: str, item: Item) -> int | None:
    """Where an item stands among the first results, from 1."""
    found = index.find(query, FIRST)
    return found.index(item.url) + 1 if item.url in found else None


def as_ways(found: Iterable[Findable], spoken: Language) -> str:
    """What leads to each item, a line for each word."""
    lines = []
    for one in found:
        lines.append(f"{one.path}  {one.title}")
        lines += [f"  {way.place or '–'}  {way.query}" for way in one.words]
        lines += [f"  –  {heading}" for heading in one.lost]
    return "\n".join(
        [*lines, spoken.gettext("The numbers are places among the results; – is none of the first three.")]
    )


def as_lost(found: Iterable[Findable], spoken: Language) -> str:
    """Titles and headings that no likely query reaches."""
    _ = spoken.gettext
    all_ = tuple(found)
    titles = [f"  {one.path}  {one.title}" for one in all_ if not one.is_found]
    headings = [f"  {one.path}  {heading}" for one in all_ for heading in one.lost]
    lines = []
    if titles:
        lines += [
            _("Neither the title, nor two words of it, nor a keyword leads to these in the first three results:"),
            *titles,
        ]
    if headings:
        lines += [_("These headings lead to other pages in the first three results:"), *headings]
    return "\n".join(lines or [_("Every title and every heading is found by its own words.")])
