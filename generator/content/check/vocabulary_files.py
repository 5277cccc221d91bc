"""Checks the vocabularies, which every other document is checked against."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from generator.content.check.document import Locate, listed, personal, told_of
from generator.content.check.references import Pointer, look_through
from generator.content.check.root_causes import causes, kind_meant
from generator.content.check.schema import shape
from generator.content.file_names import is_reserved
from generator.model.catalog import Document, Finding, Listed, Lookup
from generator.model.kind import Kind
from generator.model.vocabulary import (
    VOCABULARIES,
    Entry,
    FrameworkEntry,
    HolidayEntry,
    OwnVocabulary,
    SynonymEntry,
    SynonymVocabulary,
    Vocabulary,
)
from generator.model.walk import walk, walk_raw
from generator.problems.problem import Problem


@dataclass(frozen=True, slots=True)
class Vocabularies:
    """All vocabularies of a hub."""

    entries: Mapping[str, Mapping[str, Entry]]
    """By vocabulary and id; empty for one that the hub does not have."""
    listed: tuple[Listed, ...]
    unread: frozenset[str]
    """Those whose words are not known, since their file has faults."""
    pointers: tuple[tuple[Document, Pointer], ...]
    """Where they name items."""
    problems: tuple[Problem, ...]
    own: Mapping[str, str]
    """As `Lookup.own`."""


def check_vocabularies(
    documents: Sequence[Document], unread: Iterable[str], ground: Lookup, kinds: Mapping[str, Kind], locate: Locate
) -> Vocabularies:
    """`documents` are those that are YAML, `unread` the names of the others; `ground` knows all but their words."""
    entries: dict[str, dict[str, Entry]] = {name: {} for name in VOCABULARIES}
    problems: list[Problem] = []
    pointers: list[tuple[Document, Pointer]] = []
    own: dict[str, str] = {}
    faulty = {name for name in unread if name in VOCABULARIES}
    for document in documents:
        model, findings = shape(document, kinds)
        if isinstance(model, Vocabulary | SynonymVocabulary):
            entries[document.id], twice = _entries(model)
            findings += twice
            if isinstance(model, OwnVocabulary):
                own[document.id] = model.by
        elif document.id in VOCABULARIES or "by" in document.value:
            faulty.add(document.id)
        if model is None and (meant := kind_meant(document, kinds)):
            where = {"kind": meant.name, "folder": meant.folder, "own": "vocabulary"}
            findings = [Finding("file-wrong-kind", (), where)]
        problems += told_of(document, causes(findings), locate)
        values = walk(model) if model else walk_raw(VOCABULARIES.get(document.id, Vocabulary), document.value)
        problems += personal(document, values, ground, locate)
    own = dict(sorted(own.items()))
    whole = replace(ground, vocabularies=entries, unread=frozenset(faulty), own=own)
    for document in documents:
        wrong: list[Finding] = []
        for number, entry in enumerate(entries.get(document.id, {}).values()):
            found, pointed = look_through("vocabulary", walk(entry, ("entries", number)), whole, kinds)
            wrong += found
            pointers += ((document, pointer) for pointer in pointed)
        problems += told_of(document, wrong, locate)
    return Vocabularies(
        entries, tuple(map(listed, documents)), frozenset(faulty), tuple(pointers), tuple(problems), own
    )  # fmt: skip


def _entries(model: Vocabulary | SynonymVocabulary) -> tuple[dict[str, Entry], list[Finding]]:
    """Groups of synonyms have no ids: they are known by their places."""
    entries: dict[str, Entry] = {}
    findings = []
    groups: dict[str, list[frozenset[str]]] = defaultdict(list)
    for number, entry in enumerate(model.entries):
        key = f"{entry.id}@{entry.version}" if isinstance(entry, FrameworkEntry) else getattr(entry, "id", str(number))
        if key in entries:
            findings.append(Finding("entry-twice", ("entries", number, "id"), {"id": key}))
        if is_reserved(key):
            findings.append(Finding("id-reserved", ("entries", number, "id"), {"id": key, "wanted": f"{key}-1"}))
        if isinstance(entry, HolidayEntry) and entry.last < entry.first:
            findings.append(Finding("dates-reversed", ("entries", number, "last"), {"title": entry.name}))
        if isinstance(entry, SynonymEntry):
            findings += _said_before(number, entry, groups)
        entries[key] = cast(Entry, entry)  # a group of synonyms is asked for by its class alone
    return entries, findings


def _said_before(number: int, entry: SynonymEntry, groups: dict[str, list[frozenset[str]]]) -> Iterator[Finding]:
    """A group that an earlier one holds whole, or that holds one word only: it seems to add something, and does not.

    `groups` are the earlier ones by each of their words; this one is added.
    """
    words = frozenset(word.casefold() for word in entry.words)
    if len(words) == 1 or any(words <= other for other in groups[next(iter(words))]):
        yield Finding("synonym-within", ("entries", number, "words"), {"words": ", ".join(entry.words)})
    for word in words:
        groups[word].append(words)
