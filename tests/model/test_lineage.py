"""A family of usual size is shown whole; of a large one the nearest are, and each copy is found somewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from generator.compile.page_dependencies import seen_through, visible
from generator.kinds.course.family import Relative, family
from generator.model.catalog import Catalog, ItemKey, Use
from generator.model.lineage import MOST_RELATIVES, MOST_SOURCES, relatives
from tests.kinds.small import catalog, item

BASED = "based_on: {{course: {0}, title: T, version: '1', creator: C, licence: CC-BY-4.0}}"


def adapted(pairs: Iterable[tuple[str, str]]) -> Catalog:
    """A hub of courses, given as sources and their copies."""
    pairs = list(pairs)
    source = {copy: named for named, copy in pairs}
    ids = dict.fromkeys(id_ for pair in pairs for id_ in pair)
    known = catalog([item("course", BASED.format(source[id_]) if id_ in source else "{}", id_=id_) for id_ in ids])
    uses: dict[ItemKey, tuple[Use, ...]] = {}
    for named, copy in pairs:
        uses[("course", named)] = (*uses.get(("course", named), ()), Use(("course", copy), ("based_on", "course"), ""))
    return replace(known, uses=uses)


def chain(length: int) -> Catalog:
    return adapted(pairwise(f"c{number}" for number in range(length)))


def shown(hub: Catalog, id_: str) -> tuple[Relative, bool]:
    """The tree that the page of a course shows, made with no more than the page may read."""
    own = hub.items["course", id_]
    found = family(own, seen_through(hub, visible(own, hub)))
    assert found
    return found.root, found.is_large


def ids(tree: Relative) -> list[str]:
    return [tree.id, *(id_ for copy in tree.copies for id_ in ids(copy))]


def test_a_copy_of_copies_shows_the_nearest_and_leads_on() -> None:
    hub = chain(70)
    root, is_large = shown(hub, "c35")
    found = ids(root)

    assert is_large
    assert found[0] == f"c{35 - MOST_SOURCES - 1}", "the next one up, linked"
    assert {"c34", "c35", "c36"} < set(found)
    assert len(found) <= MOST_RELATIVES + 1
    assert ids(shown(hub, "c0")[0])[:3] == ["c0", "c1", "c2"]


def test_a_course_that_many_adapted_shows_all_of_them_and_each_copy_only_some() -> None:
    hub = adapted(("source", f"copy-{number}") for number in range(50))
    tree, is_large = shown(hub, "copy-49")

    assert len(ids(shown(hub, "source")[0])) == 51
    assert (is_large, tree.id, len(ids(tree))) == (True, "source", MOST_RELATIVES)
    assert "copy-49" in ids(tree)


def test_a_family_of_usual_size_is_whole_from_everywhere() -> None:
    hub = adapted([("a", "b"), ("b", "c"), ("a", "d"), ("d", "e")])

    assert {frozenset(ids(shown(hub, id_)[0])) for id_ in "abcde"} == {frozenset("abcde")}
    assert not shown(hub, "e")[1]


def test_two_that_say_they_adapt_each_other_have_an_end() -> None:
    hub = adapted([("a", "b"), ("b", "a")])

    assert set(relatives(("course", "a"), hub)) == {("course", "a"), ("course", "b")}
    assert "b" in ids(shown(hub, "a")[0])
