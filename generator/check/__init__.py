"""Turns documents into a catalog that can be trusted: models, then references, then each kind's own rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from generator.catalog import Catalog, Document, Finding, Item
from generator.check.labels import labels
from generator.check.personal import in_pages, may_hold, personal_data
from generator.check.references import Links, references
from generator.check.shape import shape
from generator.content_rules import RULES
from generator.cpr import holds_cpr
from generator.kind import Kind
from generator.markers import Marked, marked_in
from generator.problem import Problem, Span
from generator.vocabulary import VOCABULARIES, FrameworkEntry, HolidayEntry, SynonymEntry

Locate = Callable[[Document, tuple[str | int, ...], bool], Span]
"""Finds the place of a path of keys in a document: of the value, or of its key."""


def check(
    documents: Sequence[Document],
    *,
    root: Path,
    content: str,
    kinds: Sequence[Kind],
    locate: Locate,
    drafts: bool = False,
) -> tuple[Catalog, tuple[Problem, ...]]:
    """The catalog of all documents that have the right shape, and every problem found.

    Drafts are checked leniently and left out of the catalog unless `drafts`.
    """
    models = {kind.name: kind for kind in kinds}
    items: dict[tuple[str, str], Item] = {}
    vocabularies: dict[str, dict[str, object]] = {name: {} for name in VOCABULARIES}
    findings: list[tuple[Document, Finding]] = []
    unfit: dict[tuple[str, str], list[Marked]] = {}
    sources: dict[tuple[str, str], Document] = {}
    known = frozenset((document.kind, document.id) for document in documents)
    for document in documents:
        model, found = shape(document, models)
        findings += ((document, finding) for finding in found)
        sources[document.kind, document.id] = document
        if model is None and document.kind in models:
            unfit[document.kind, document.id] = marked_in(models[document.kind].model, document.value)
        if model is None:
            continue
        if document.kind == "vocabulary":
            vocabularies[document.id], twice = _entries(model)
            findings += ((document, finding) for finding in twice)
        elif document.value.get("status") == "published" or drafts:
            items[document.kind, document.id] = _item(document, model, models[document.kind])
    folders = {kind.name: root / content / kind.folder for kind in kinds} | {
        "vocabulary": root / content / "vocabulary"
    }
    catalog = Catalog(dict(sorted(items.items())), vocabularies, {}, folders)
    unfinished = frozenset((one.kind, one.id) for one in documents if one.value.get("status") == "draft")
    links = Links.of(catalog, kinds, known, unfinished)
    uses = references(catalog, links, vocabularies, unfit)
    findings += ((sources[key], finding) for key, finding in uses.findings)
    catalog = replace(catalog, uses=uses.reverse)
    findings += ((sources[key], finding) for key, finding in (*_taken(catalog), *labels(catalog)))
    for key, item in catalog.items.items():
        findings += ((sources[key], finding) for finding in models[item.kind].rules(item, catalog))
    for document in filter(lambda document: may_hold(document.text), documents):
        findings += ((document, finding) for finding in personal_data(document.value))
    findings += ((document, Finding("personal-cpr", ())) for document in documents if holds_cpr(document.id))
    problems = (_problem(document, finding, locate) for document, finding in findings)
    return catalog, (*problems, *in_pages(root, content))


class Rechecker:
    """Looks at one document at a time, against what the others were when they were last checked."""

    def __init__(self, documents: Iterable[Document], catalog: Catalog, kinds: Sequence[Kind], locate: Locate) -> None:
        documents = tuple(documents)
        self._kinds = {kind.name: kind for kind in kinds}
        self._locate = locate
        known = frozenset((one.kind, one.id) for one in documents)
        unfinished = frozenset((one.kind, one.id) for one in documents if one.value.get("status") == "draft")
        self._links = Links.of(catalog, kinds, known, unfinished)

    def recheck(self, document: Document, catalog: Catalog) -> tuple[Item | None, tuple[Problem, ...]]:
        """The item that a document has become, and the problems in the document itself; None for no published item.

        What a change does to other documents, such as a link whose target is gone, is found by `check` alone.
        """
        model, findings = shape(document, self._kinds)
        if may_hold(document.text):
            findings = [*findings, *personal_data(document.value)]
        item = None
        if model is not None and document.value.get("status") == "published":
            key, kind = (document.kind, document.id), self._kinds[document.kind]
            item = _item(document, model, kind)
            links = replace(self._links, anchors={**self._links.anchors, key: frozenset(kind.anchors(model))})
            found = references(replace(catalog, items={key: item}), links, {}, {}).findings
            rules = kind.rules(item, replace(catalog, items={**catalog.items, key: item}))
            findings = [*findings, *(finding for _, finding in found), *rules]
        return item, tuple(_problem(document, finding, self._locate) for finding in findings)


def _item(document: Document, model: object, kind: Kind) -> Item:
    url = f"{kind.folder}/{document.id}/"
    return Item(document.kind, document.id, document.path, url, model, document.sha256)


def _taken(catalog: Catalog) -> Iterator[tuple[tuple[str, str], Finding]]:
    """Old addresses that are the address of an item, or the old address of another one."""
    taken = {item.url for item in catalog.items.values()}
    for key, item in catalog.items.items():
        for number, old in enumerate(item.model.redirect_from):
            address = old.rstrip("/") + "/"
            if address in taken:
                yield key, Finding("redirect-taken", ("redirect_from", number), {"url": old})
            taken.add(address)


def _entries(model: object) -> tuple[dict[str, object], list[Finding]]:
    entries: dict[str, object] = {}
    findings = []
    for number, entry in enumerate(model.entries):  # type: ignore[attr-defined]  # every vocabulary has entries
        key = f"{entry.id}@{entry.version}" if isinstance(entry, FrameworkEntry) else getattr(entry, "id", str(number))
        if key in entries:
            findings.append(Finding("entry-twice", ("entries", number, "id"), {"id": key}))
        if isinstance(entry, HolidayEntry) and entry.last < entry.first:
            findings.append(Finding("dates-reversed", ("entries", number, "last"), {"title": entry.name}))
        if isinstance(entry, SynonymEntry):
            findings += _said_before(number, entry, entries.values())
        entries[key] = entry
    return entries, findings


def _said_before(number: int, entry: SynonymEntry, earlier: Iterable[object]) -> Iterator[Finding]:
    """A group that an earlier one holds whole, or that holds one word only: it seems to add something, and does not."""
    words = {word.casefold() for word in entry.words}
    others = [{word.casefold() for word in other.words} for other in earlier if isinstance(other, SynonymEntry)]
    if len(words) == 1 or any(words <= other for other in others):
        yield Finding("synonym-within", ("entries", number, "words"), {"words": ", ".join(entry.words)})


def _problem(document: Document, finding: Finding, locate: Locate) -> Problem:
    return Problem(RULES[finding.rule], locate(document, finding.path, finding.at_key), finding.values)


__all__ = ["Rechecker", "check"]
