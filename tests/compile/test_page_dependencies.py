"""The pages of an item can read all that their fingerprint holds, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.compile import compile_pages
from generator.compile.page_dependencies import FarError, LinkDigests, in_reach, seen_through, visible
from generator.model.catalog import Catalog, Item, ItemKey, Use
from generator.model.rollup import RollupKey
from tests.kinds.small import catalog, item
from tests.kinds.small import hub as hub_of

BASED = "based_on: {{course: {0}, title: T, version: '1', creator: C, licence: CC-BY-4.0}}"


@pytest.fixture
def hub() -> Catalog:
    """A course, a copy, a copy of the copy, a guide that names the copy, and a stranger."""
    known = catalog([
        item("course", id_="source"), item("course", BASED.format("source"), id_="copy"),
        item("course", BASED.format("copy"), id_="grandchild"), item("guide", "see_also: ['course:copy']", id_="guide"),
        item("course", "see_also: ['guide:gone']", id_="stranger"), item("plan", id_="plan"),
    ])  # fmt: skip
    based, named = ("based_on", "course"), ("see_also",)
    uses = {
        ("course", "source"): (Use(("course", "copy"), based, ""), Use(("guide", "guide"), named, "")),
        ("course", "copy"): (Use(("course", "grandchild"), based, ""), Use(("guide", "guide"), named, "")),
    }
    return replace(known, uses=uses)


def near(hub: Catalog, *key: str) -> set[ItemKey]:
    seen = visible(hub.items[key[0], key[1]], hub)
    return {*seen.reads, *seen.links}


def seen_from(item: Item, hub: Catalog, asks: tuple[RollupKey, ...] = ()) -> Catalog:
    return seen_through(hub, visible(item, hub, asks))


def changed(hub: Catalog, key: ItemKey, other: Item) -> Catalog:
    return replace(hub, items={**hub.items, key: other})


def remade(hub: Catalog, now: Catalog) -> set[ItemKey]:
    """The items whose pages read something else now."""
    before, after = LinkDigests(hub), LinkDigests(now)
    return {
        key
        for key in hub.items
        if in_reach(hub.items[key], visible(hub.items[key], hub), before)
        != in_reach(now.items[key], visible(now.items[key], now), after)
    }


def test_a_course_reads_its_family_and_is_linked_to_who_names_it(hub: Catalog) -> None:
    seen = visible(hub.items["course", "copy"], hub)

    assert seen.reads == {("course", "copy"), ("course", "source"), ("course", "grandchild")}
    assert seen.links == {("guide", "guide"), ("school", "north")}


def test_a_course_sees_the_whole_family_also_from_its_end(hub: Catalog) -> None:
    assert {("course", "source"), ("course", "copy")} < near(hub, "course", "grandchild")


def test_what_is_named_and_gone_is_seen_so_that_its_return_is_noticed(hub: Catalog) -> None:
    assert ("guide", "gone") in near(hub, "course", "stranger")
    assert ("course", "stranger") in remade(hub, changed(hub, ("guide", "gone"), item("guide", id_="gone")))


def test_a_reference_says_whether_it_reads_and_whether_it_is_read(hub: Catalog) -> None:
    key, guide = ("course", "copy"), ("guide", "guide")

    assert visible(hub.items[guide], hub).links == {key}
    assert key in visible(hub.items[guide], replace(hub, reads={guide: (key,)})).reads
    assert guide in visible(hub.items[key], replace(hub, read_back={guide: (key,)})).reads


def test_to_ask_for_more_is_a_fault(hub: Catalog) -> None:
    seen = seen_from(hub.items["course", "source"], hub)

    assert seen.items["course", "copy"].model.based_on.title == "T"
    assert seen.items.get(("course", "source")) is not None
    for far in (("course", "stranger"), ("plan", "plan")):
        with pytest.raises(FarError):
            seen.items.get(far)
    for ask in (lambda: seen.of_kind("course"), lambda: seen.seen_by["roles", "far"], lambda: seen.mentions.get("x")):
        with pytest.raises(FarError):
            ask()


def test_of_what_is_linked_no_more_is_said_than_a_card_says(hub: Catalog) -> None:
    guide = seen_from(hub.items["course", "copy"], hub).items["guide", "guide"]

    assert (guide.url, guide.common.title, guide.common.summary) == ("guides/guide/", "A title", "A summary.")
    assert guide.common.facts == ("3 min", "1 step", "Teacher")
    for ask in (lambda: guide.model, lambda: guide.common.updated, lambda: guide.common.own):
        with pytest.raises(FarError):
            ask()


def test_of_what_is_read_those_are_told_that_name_it_and_are_read_too(hub: Catalog) -> None:
    seen = seen_from(hub.items["course", "copy"], hub)

    assert [use.source for use in seen.uses["course", "copy"]] == [("course", "grandchild"), ("guide", "guide")]
    assert [use.source for use in seen.uses["course", "source"]] == [("course", "copy")]
    with pytest.raises(FarError):
        seen.uses.get(("guide", "guide"))


def test_a_text_of_what_is_linked_remakes_itself_alone(hub: Catalog) -> None:
    guide = replace(item("guide", "steps: [{action: Close it.}]", id_="guide"), sha256="other")

    assert remade(hub, changed(hub, ("guide", "guide"), guide)) == {("guide", "guide")}


def test_a_title_of_what_is_linked_remakes_all_that_show_it(hub: Catalog) -> None:
    guide = replace(item("guide", "title: Another", id_="guide"), sha256="other")
    shown = {("guide", "guide"), ("course", "source"), ("course", "copy")}

    assert remade(hub, changed(hub, ("guide", "guide"), guide)) == shown


def test_a_text_of_what_is_read_remakes_the_family(hub: Catalog) -> None:
    course = replace(hub.items["course", "source"], sha256="other")
    family = {("course", "source"), ("course", "copy"), ("course", "grandchild")}

    assert remade(hub, changed(hub, ("course", "source"), course)) == family


@pytest.fixture
def seen(hub: Catalog) -> Catalog:
    """The same hub, with the plan seen by all that names teachers."""
    return replace(hub, seen_by={("roles", "teacher"): (("plan", "plan"),), ("roles", "other"): (("plan", "plan"),)})


def test_an_item_sees_what_is_seen_by_one_of_its_words(seen: Catalog) -> None:
    guide = seen.items["guide", "guide"]

    assert ("roles", "teacher") in guide.common.mentioned
    assert ("plan", "plan") in visible(guide, seen).links
    assert [one.id for one in seen_from(guide, seen).seen_from(guide)] == ["plan"]
    assert [one.common.title for one in seen.seen_from(guide)] == ["A title"]


def test_what_is_seen_no_longer_remakes_those_that_saw_it(hub: Catalog, seen: Catalog) -> None:
    names = {key for key, one in seen.items.items() if ("roles", "teacher") in one.common.mentioned}

    assert remade(seen, hub) == names - {("plan", "plan")}
    assert ("plan", "plan") not in remade(seen, hub)


def test_items_of_one_kind_do_not_see_each_other_by_words(hub: Catalog) -> None:
    seen = replace(hub, seen_by={("roles", "teacher"): (("course", "stranger"),)})

    assert ("course", "stranger") not in near(seen, "course", "source")
    assert ("course", "stranger") in near(seen, "guide", "guide")


def test_a_page_shows_what_is_seen_by_its_words_unless_it_is_named_already(seen: Catalog) -> None:
    guide, known = seen.items["guide", "guide"], hub_of()
    whole = known.with_items(seen)
    page = next(compile_pages(whole).items.group(guide).specs())
    named = {**seen.uses, ("guide", "guide"): (Use(("plan", "plan"), ("see_also",), ""),)}
    told = next(compile_pages(known.with_items(replace(seen, uses=named))).items.group(guide).specs())

    assert [(group.title, [card.title for card in group.cards]) for group in page.seen] == [("Plans", ["A title"])]
    assert told.seen == ()
    assert [card.kind for card in told.backlinks] == ["plan"]
