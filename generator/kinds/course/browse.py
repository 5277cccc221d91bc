"""The data of the course browser: facets as columns of numbers, cards in small files that are fetched when shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from pydantic_core import to_json

from generator.i18n.language import mark
from generator.images import shown_size, sized_name, widths
from generator.kinds.course.extent import lesson_count
from generator.kinds.course.family import copies_of
from generator.kinds.course.summary import CourseItem
from generator.model.browse import browses_of
from generator.model.catalog import Catalog
from generator.model.context import Context
from generator.model.page import Export
from generator.model.vocabulary import GradeEntry

FOLDER = "courses/browse/"
_CHUNK = 10
"""Courses in a file of cards: the two dozen that are shown at a time may be spread over as many files."""
_LENGTHS = ((1, mark("1 [lesson]")), (4, mark("2–4 [lessons]")), (8, mark("5–8 [lessons]")))
"""How people think of length where they count lessons: the most of each class, and its name."""
_LONGEST = mark("9 [lessons] or more")
_TIMES = ((30, mark("30 minutes or less")), (60, mark("an hour or less")), (180, mark("three hours or less")))
"""The same in minutes, where they do not."""
_LONGEST_TIME = mark("more than three hours")


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


def browser_files(items: Sequence[CourseItem], context: Context) -> Iterator[Export]:
    """`facets.json`, and `cards-0.json` onwards; a course is known by its place, newest first."""
    titles = {item.id: rank for rank, item in enumerate(items)}
    # As they are shown until somebody sorts them otherwise: the first look fetches few files.
    placed = sorted(items, key=lambda item: (-item.common.updated.toordinal(), titles[item.id]))
    yield Export(f"{FOLDER}facets.json", partial(_table, placed, titles, context))
    for number, start in enumerate(range(0, len(placed), _CHUNK)):
        yield Export(f"{FOLDER}cards-{number}.json", partial(_cards, placed[start : start + _CHUNK], context.catalog))


def _table(placed: Sequence[CourseItem], titles: Mapping[str, int], context: Context) -> bytes:
    places = {item.id: place for place, item in enumerate(placed)}
    return to_json({
        "count": len(placed),
        "chunk": _CHUNK,
        "facets": [facet for facet in _facets(placed, context) if len(facet.values) > 1],
        "title": [titles[item.id] for item in placed],
        "updated": [item.common.updated.toordinal() for item in placed],
        "minutes": [item.summary.minutes for item in placed],
        "copies": [len(copies_of(item.id, context.catalog)) for item in placed],
        "source": [_source(item, places) for item in placed],
    })  # fmt: skip


def _cards(items: Sequence[CourseItem], catalog: Catalog) -> bytes:
    return to_json([
        {
            "url": item.url, "title": item.common.title, "summary": item.common.summary,
            "facts": [fact for fact in item.common.facts if fact], **_picture(item, catalog),
            **({"language": item.common.language} if item.common.language else {}),
        }
        for item in items
    ])  # fmt: skip


def _picture(item: CourseItem, catalog: Catalog) -> Mapping[str, object]:
    """The smallest copy of its picture, with the size of what it shows, so that a card keeps its room."""
    if not item.common.picture:
        return {}
    width, height = shown_size(catalog.folders[item.kind] / item.common.picture)
    copy = sized_name(f"courses/files/{item.common.picture}", widths(width, height)[0])
    return {"picture": quote(copy), "width": width, "height": height}


def _source(item: CourseItem, places: Mapping[str, int]) -> int:
    return places.get(item.common.source, -1) if item.common.source else -1


def _facets(items: Sequence[CourseItem], context: Context) -> Iterator[Facet]:
    _, catalog = context._, context.catalog
    lengths, length_of = _lengths(context)
    for browse in browses_of(catalog, context.language):
        yield _facet(
            browse.facet, browse.label, catalog.words(browse.vocabulary), items, partial(_words, browse.vocabulary)
        )
        if browse.vocabulary == "grades":
            yield _facet("stage", _(mark("Stage")), catalog.words("stages"), items, partial(_stages, catalog))
    yield _facet("length", _(mark("Length")), lengths, items, lambda item: (length_of(item),))
    yield _facet("school", _("[Place]"), catalog.words("schools"), items, lambda item: (item.summary.school,))
    yield _facet("licence", _("Licence"), catalog.words("licences"), items, lambda item: (item.summary.licence,))


def _words(vocabulary: str, item: CourseItem) -> tuple[str, ...]:
    return item.common.terms.get(vocabulary, ())


def _stages(catalog: Catalog, item: CourseItem) -> set[str]:
    grades = catalog.entries(GradeEntry)
    return {grades[grade].stage or "" for grade in _words("grades", item) if grade in grades}


def _lengths(context: Context) -> tuple[dict[str, str], Callable[[CourseItem], str]]:
    """The names of the classes of length by id, and the id of a course's class."""
    unit = context.settings.lesson_minutes
    classes, longest = (_LENGTHS, _LONGEST) if unit else (_TIMES, _LONGEST_TIME)

    def length_of(item: CourseItem) -> str:
        length = lesson_count(item.summary.minutes, unit) or item.summary.minutes
        return next((str(most) for most, _ in classes if length <= most), "500")

    return {str(most): context._(name) for most, name in (*classes, (500, longest))}, length_of


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
