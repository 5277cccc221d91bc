"""Checks what documents say of each other, and turns references round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from generator.content.check.document import Alone, too_many
from generator.content.check.references import Links, PageAnchors, Pointer, follow
from generator.content.check.vocabulary_files import Vocabularies
from generator.content.file_names import is_reserved
from generator.content.yaml.parser import MOST_PROBLEMS
from generator.model.catalog import VOCABULARIES, Catalog, Finding, ItemKey, Listed, TermKey, Use
from generator.model.context import Context
from generator.model.kind import nothing_between
from generator.problems.content_rules import RULES
from generator.problems.problem import Problem, Severity, Span

Place = Callable[[Listed, tuple[str | int, ...]], Span]
"""Finds the place of a value in a document that is no longer in memory."""


def check_together(
    alone: Sequence[Alone],
    vocabularies: Vocabularies,
    hub: Context,
    place: Place,
    pages: PageAnchors = MappingProxyType({}),
    claimed: Sequence[Listed] = (),
) -> tuple[Context, tuple[Problem, ...]]:
    """The hub with all items that were sound alone, and what is wrong between them; `hub` is still without items.

    `claimed` are documents that could not be read, but that there are.
    """
    items = {(one.item.kind, one.item.id): one.item for one in alone if one.item}
    # Mistakes are told, and are mended first; only the desk shows what they are made in.
    begun = (one.unfinished for one in alone if one.unfinished and not one.unfinished.wrong)
    unfinished = sorted(begun, key=lambda one: (one.kind, one.id))
    catalog = replace(
        hub.catalog, items=dict(sorted(items.items())), unfinished=tuple(unfinished),
        drafts=frozenset((one.listed.kind, one.listed.id) for one in alone if one.item and one.listed.is_draft),
    )  # fmt: skip
    kinds = tuple(hub.kinds.values())
    listed = {(one.listed.kind, one.listed.id): one.listed for one in alone}
    links = Links.of(catalog.items, kinds, (*listed.values(), *claimed), pages)
    findings: list[tuple[Listed, Finding]] = []
    more: list[Problem] = []
    uses: dict[ItemKey, list[Use]] = defaultdict(list)
    for one in sorted((one for one in alone if one.pointers), key=lambda one: (one.listed.kind, one.listed.id)):
        key = (one.listed.kind, one.listed.id)
        faults = 0
        for pointer in one.pointers:
            if faults > MOST_PROBLEMS and pointer.target not in links.items:
                continue  # what was most likely meant is dear to find, and these are not told
            wrong, target = follow(pointer, links)
            if wrong:
                faults += RULES[wrong.rule].severity is Severity.ERROR
                if faults <= MOST_PROBLEMS:
                    findings.append((one.listed, wrong))
                elif faults == MOST_PROBLEMS + 1:
                    more.append(too_many(one.listed.path))
            if target and one.item and target[:2] != key:
                uses[target[:2]].append(_use(key, pointer, target[2]))
    catalog = replace(
        indexed(catalog, {(one.listed.kind, one.listed.id): one.pointers for one in alone if one.pointers}),
        uses={key: tuple(dict.fromkeys(found)) for key, found in uses.items()},
    )
    named = {**catalog.named, VOCABULARIES: _named(pointer for _, pointer in vocabularies.pointers)}
    catalog = replace(catalog, named=named)
    for document, pointer in vocabularies.pointers:
        if wrong := follow(pointer, links)[0]:
            findings.append((Listed("vocabulary", document.id, document.path, False), wrong))
    hub = hub.with_items(catalog)
    findings += ((listed[key], finding) for key, finding in (*_taken(catalog), *_between(hub)))
    return hub, (*(_problem(about, finding, place) for about, finding in findings), *more)


def _use(source: ItemKey, pointer: Pointer, anchor: str) -> Use:
    return Use(source, tuple(part for part in pointer.path if isinstance(part, str)), anchor)


def indexed(catalog: Catalog, pointers: Mapping[ItemKey, Sequence[Pointer]]) -> Catalog:
    """The catalog with what each document names, and with who names and who is seen by each word."""
    mentions: dict[TermKey, list[ItemKey]] = defaultdict(list)
    seen_by: dict[TermKey, list[ItemKey]] = defaultdict(list)
    for key, item in catalog.items.items():
        for term in item.common.mentioned:
            mentions[term].append(key)
        for term in item.common.seen_by:
            seen_by[term].append(key)
    return replace(
        catalog,
        named={key: _named(own) for key, own in pointers.items()},
        reads={key: found for key, own in pointers.items() if (found := _named(one for one in own if one.reads))},
        read_back={key: found for key, own in pointers.items() if (found := _named(one for one in own if one.is_read))},
        mentions={term: tuple(keys) for term, keys in mentions.items()},
        seen_by={term: tuple(keys) for term, keys in seen_by.items()},
    )


def with_item(catalog: Catalog, one: Alone) -> Catalog:
    """The catalog when one document has become another; what it does to other items is found by `check_together`."""
    assert one.item is not None
    key = (one.item.kind, one.item.id)
    own = indexed(replace(catalog, items={key: one.item}), {key: one.pointers})
    return replace(
        catalog,
        items={**catalog.items, key: one.item},
        named={**catalog.named, **own.named},
        reads={**{of: found for of, found in catalog.reads.items() if of != key}, **own.reads},
        read_back={**{of: found for of, found in catalog.read_back.items() if of != key}, **own.read_back},
    )


def _named(pointers: Iterable[Pointer]) -> tuple[ItemKey, ...]:
    return tuple(dict.fromkeys(pointer.target for pointer in pointers))


def check_one(
    one: Alone, hub: Context, listed: Iterable[Listed], place: Place, pages: PageAnchors = MappingProxyType({})
) -> tuple[Problem, ...]:
    """What is wrong between one document and the others as they were when they were last checked.

    What a change does to other documents, such as a link whose target is gone, is found by `check_together` alone.
    """
    if one.item is None:
        return ()
    now = hub.with_items(with_item(hub.catalog, one))
    links = Links.of(now.catalog.items, tuple(hub.kinds.values()), listed, pages)
    findings = [wrong for pointer in one.pointers if (wrong := _wrong(pointer, links))]
    findings += hub.kinds[one.item.kind].between(one.item, now)
    return tuple(_problem(one.listed, finding, place) for finding in findings)


def _wrong(pointer: Pointer, links: Links) -> Finding | None:
    return follow(pointer, links)[0]


def _between(hub: Context) -> Iterator[tuple[ItemKey, Finding]]:
    for name, kind in hub.kinds.items():
        if kind.between is not nothing_between:
            for item in hub.catalog.of_kind(name):
                yield from (((item.kind, item.id), finding) for finding in kind.between(item, hub))


def _taken(catalog: Catalog) -> Iterator[tuple[ItemKey, Finding]]:
    """Old addresses that are the address of an item, or the old address of another one."""
    old = [(item, place) for item in catalog.items.values() for place in enumerate(item.common.redirect_from)]
    pages = {item.url for item in catalog.items.values()} if old else set()
    given: set[str] = set()
    for item, (number, address) in old:
        folder = address.rstrip("/") + "/"
        key, place = (item.kind, item.id), ("redirect_from", number)
        if folder in pages or folder in given:
            yield key, Finding("redirect-taken" if folder in pages else "redirect-twice", place, {"url": address})
        given.add(folder)
        if reserved := next(filter(is_reserved, folder.split("/")), None):
            yield key, Finding("id-reserved", place, {"id": reserved, "wanted": f"{reserved}-1"})


def _problem(about: Listed, finding: Finding, place: Place) -> Problem:
    return Problem(RULES[finding.rule], place(about, finding.path), finding.values)
