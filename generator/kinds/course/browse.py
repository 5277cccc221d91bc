"""The data of the course browser: facets as columns of numbers, cards in small files that are fetched when shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from pydantic_core import to_json

from generator.i18n.language import Language, mark
from generator.kinds.course.family import copies_of
from generator.kinds.course.summary import CourseItem
from generator.model.catalog import Catalog
from generator.model.page import Export
from generator.model.vocabulary import GradeEntry

FOLDER = "courses/browse/"
_CHUNK = 10
"""Courses in a file of cards: the two dozen that are shown at a time may be spread over as many files."""
_LENGTHS = (
    (1, mark("1 [lesson]")),
    (4, mark("2–4 [lessons]")),
    (8, mark("5–8 [lessons]")),
    (500, mark("9 [lessons] or more")),
)
"""How teachers think of length: the most lessons of each class, and its name."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A word to choose."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Facet:
    """Something to choose courses by, as the script is handed it."""

    name: str
    title: str
    values: Sequence[FacetValue]
    """The words in use, in the vocabulary's order."""
    of: Sequence[Sequence[int]]
    """Of each course the places of its words."""


def browser_files(items: Sequence[CourseItem], catalog: Catalog, language: Language) -> Iterator[Export]:
    """`facets.json`, and `cards-0.json` onwards; a course is known by its place, newest first."""
    titles = {item.id: rank for rank, item in enumerate(items)}
    # As they are shown until somebody sorts them otherwise: the first look fetches few files.
    placed = sorted(items, key=lambda item: (-item.common.updated.toordinal(), titles[item.id]))
    yield Export(f"{FOLDER}facets.json", partial(_table, placed, titles, catalog, language))
    for number, start in enumerate(range(0, len(placed), _CHUNK)):
        yield Export(f"{FOLDER}cards-{number}.json", partial(_cards, placed[start : start + _CHUNK]))


def _table(placed: Sequence[CourseItem], titles: Mapping[str, int], catalog: Catalog, language: Language) -> bytes:
    places = {item.id: place for place, item in enumerate(placed)}
    return to_json({
        "count": len(placed),
        "chunk": _CHUNK,
        "facets": [facet for facet in _facets(placed, catalog, language) if len(facet.values) > 1],
        "title": [titles[item.id] for item in placed],
        "updated": [item.common.updated.toordinal() for item in placed],
        "minutes": [item.summary.minutes for item in placed],
        "copies": [len(copies_of(item.id, catalog)) for item in placed],
        "source": [_source(item, places) for item in placed],
    })  # fmt: skip


def _cards(items: Sequence[CourseItem]) -> bytes:
    return to_json([
        {
            "url": item.url, "title": item.common.title, "summary": item.common.summary,
            "facts": [fact for fact in item.common.facts if fact],
        }
        for item in items
    ])  # fmt: skip


def _source(item: CourseItem, places: Mapping[str, int]) -> int:
    return places.get(item.common.source, -1) if item.common.source else -1


def _facets(items: Sequence[CourseItem], catalog: Catalog, language: Language) -> Iterator[Facet]:
    _ = language.gettext
    grades = catalog.entries(GradeEntry)
    names = {
        name: {id_: entry.name for id_, entry in catalog.vocabularies[name].items()}
        for name in ("subjects", "grades", "stages", "levels", "functions", "schools", "licences")
    }
    lengths = {str(most): _(name) for most, name in _LENGTHS}
    yield _facet("subject", _("[Subject]"), names["subjects"], items, lambda item: item.common.terms["subjects"])
    yield _facet("grade", _("[Grade]"), names["grades"], items, lambda item: item.common.terms["grades"])
    yield _facet(
        "stage", _(mark("Stage")), names["stages"], items,
        lambda item: {grades[grade].stage for grade in item.common.terms["grades"] if grade in grades},
    )  # fmt: skip
    yield _facet("level", _("Level"), names["levels"], items, lambda item: item.common.terms.get("levels", ()))
    yield _facet(
        "function", _("Function"), names["functions"], items, lambda item: item.common.terms.get("functions", ())
    )
    yield _facet(
        "length", _(mark("Length")), lengths, items,
        lambda item: (str(next(most for most, _ in _LENGTHS if item.summary.lessons <= most)),),
    )  # fmt: skip
    yield _facet("school", _("[Place]"), names["schools"], items, lambda item: (item.summary.school,))
    yield _facet("licence", _("Licence"), names["licences"], items, lambda item: (item.summary.licence,))


def _facet(
    name: str,
    title: str,
    names: dict[str, str],
    items: Sequence[CourseItem],
    ids_of: Callable[[CourseItem], Iterable[str]],
) -> Facet:
    """`values` are the words in use, in the vocabulary's order; `of` holds for each course the places of its words."""
    ids = [tuple(ids_of(item)) for item in items]
    used = set().union(*ids) if ids else set()
    values = [id_ for id_ in names if id_ in used]
    place = {id_: number for number, id_ in enumerate(values)}
    return Facet(
        name=name, title=title, values=[FacetValue(id_, names[id_]) for id_ in values],
        of=[sorted(place[id_] for id_ in found if id_ in place) for found in ids],
    )  # fmt: skip
