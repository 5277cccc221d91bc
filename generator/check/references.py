"""Follows every reference, vocabulary word, file and link, and turns references round into backlinks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.catalog import Catalog, Finding, Use, nearest
from generator.check.personal import file_holds
from generator.kind import Kind
from generator.markers import Marked, marked
from generator.markers import Path as KeyPath
from generator.model import Asset, Link, Reference, Rich, Term
from generator.pictures import examine

ItemKey = tuple[str, str]
_SCHEMES = ("https://", "http://", "mailto:")
_MARKDOWN_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)")
_RAW_HTML = re.compile(r"<(?:/?[a-zA-Z][^>]*|!--.*?--)>", re.DOTALL)
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^>\s]*>")
_CODE = re.compile(r"(`+).*?\1", re.DOTALL)


@dataclass(frozen=True)
class Links:
    """What can be pointed to."""

    anchors: Mapping[ItemKey, frozenset[str]]
    """Anchors of each item in the catalog."""
    known: frozenset[ItemKey]
    """All documents, drafts and those with faults of their own included."""
    drafts: frozenset[ItemKey]
    """Those of them that are drafts and left out of this build."""
    kinds: tuple[str, ...]

    @staticmethod
    def of(catalog: Catalog, kinds: Sequence[Kind], known: frozenset[ItemKey], drafts: frozenset[ItemKey]) -> Links:
        by_name = {kind.name: kind for kind in kinds}
        anchors = {key: frozenset(by_name[item.kind].anchors(item.model)) for key, item in catalog.items.items()}
        return Links(anchors, known, drafts - anchors.keys(), tuple(by_name))


@dataclass(frozen=True)
class References:
    """What was found on the way."""

    findings: tuple[tuple[ItemKey, Finding], ...]
    reverse: Mapping[ItemKey, tuple[Use, ...]]


def references(
    catalog: Catalog,
    links: Links,
    vocabularies: Mapping[str, Mapping[str, object]],
    unfit: Mapping[ItemKey, Sequence[Marked]],
) -> References:
    """Checks every marked value of every item and vocabulary entry, and of the documents that fit no model."""
    findings: list[tuple[ItemKey, Finding]] = []
    reverse: dict[ItemKey, list[Use]] = defaultdict(list)
    for key, item in catalog.items.items():
        for path, marker, text in marked(item.model):
            found, target = _one(item.kind, path, marker, text, catalog, links)
            findings += ((key, finding) for finding in found)
            for kind, id_, anchor in target:
                if (kind, id_) != key:
                    reverse[kind, id_].append(Use(key, path, anchor))
    for key, values in unfit.items():
        for path, marker, text in values:
            found, _ = _one(key[0], path, marker, text, catalog, links)
            findings += ((key, finding) for finding in found)
    for name, entries in vocabularies.items():
        findings += _vocabulary(name, entries, catalog, links)
    return References(tuple(findings), {key: tuple(uses) for key, uses in reverse.items()})


def _vocabulary(
    name: str, entries: Mapping[str, object], catalog: Catalog, links: Links
) -> Iterator[tuple[ItemKey, Finding]]:
    for number, entry in enumerate(entries.values()):
        for path, marker, text in marked(entry, ("entries", number)):  # type: ignore[arg-type]  # entries are models
            found, _ = _one("vocabulary", path, marker, text, catalog, links)
            yield from ((("vocabulary", name), finding) for finding in found)


def _one(
    kind: str, path: KeyPath, marker: object, text: str, catalog: Catalog, links: Links
) -> tuple[list[Finding], list[tuple[str, str, str]]]:
    """What is wrong with one value, and the items that it points to."""
    match marker:
        case Term(vocabulary):
            return _term(path, vocabulary, text, catalog), []
        case Reference(of, may_be_gone):
            return _reference(path, of, text, links, "source-gone" if may_be_gone else "ref-unknown")
        case Asset(suffixes):
            return _asset(path, suffixes, catalog.folders[kind], text), []
        case Link():
            return _link(path, text), []
        case Rich():
            return _rich(path, text, links)
        case _:
            return [], []


def _term(path: KeyPath, vocabulary: str, text: str, catalog: Catalog) -> list[Finding]:
    known = catalog.vocabularies[vocabulary]
    if text in known:
        return []
    values = {"value": text, "vocabulary": vocabulary, "nearest": nearest(text, known)}
    return [Finding("term-unknown", path, values)]


def _reference(
    path: KeyPath, kind: str, text: str, links: Links, unknown: str = "ref-unknown"
) -> tuple[list[Finding], list[tuple[str, str, str]]]:
    named, colon, rest = text.partition(":") if kind == "*" else (kind, ":", text)
    if not colon or named not in links.kinds:
        return [Finding("ref-form", path, {"value": text, "kinds": ", ".join(links.kinds)})], []
    id_, _, anchor = rest.partition("#")
    if (named, id_) not in links.known:
        near = nearest(id_, [known for of, known in links.known if of == named])
        return [Finding(unknown, path, {"kind": named, "id": id_, "nearest": near})], []
    if (named, id_) in links.drafts:
        return [Finding("ref-draft", path, {"kind": named, "id": id_})], []
    anchors = links.anchors.get((named, id_))
    if anchors is None:
        return [], []  # the target has faults of its own, which are told where they are
    if anchor and anchor not in anchors:
        values = {"id": id_, "anchor": anchor, "nearest": nearest(anchor, anchors)}
        return [Finding("ref-anchor", path, values)], []
    return [], [(named, id_, anchor)]


def _asset(path: KeyPath, suffixes: tuple[str, ...], folder: Path, text: str) -> list[Finding]:
    pure = PurePosixPath(text)
    if pure.is_absolute() or ".." in pure.parts or "\\" in text or ":" in text:
        return [Finding("asset-outside", path, {"file": text})]
    if pure.suffix.lower() not in suffixes:
        return [Finding("asset-type", path, {"file": text, "expected": ", ".join(suffixes)})]
    place = folder
    for part in pure.parts:
        place /= part
        if place.is_symlink():
            return [Finding("asset-symlink", path, {"file": text})]
    if not place.is_file():
        there = [str(file.relative_to(folder)) for file in folder.rglob("*") if file.suffix.lower() in suffixes]
        return [Finding("asset-missing", path, {"file": text, "nearest": nearest(text, there)})]
    found = [Finding(rule, path, values) for rule, values in examine(place)]
    return [Finding("personal-cpr", path), *found] if file_holds(place) else found


def _link(path: KeyPath, text: str) -> list[Finding]:
    if text.lower().startswith(_SCHEMES) and not any(letter.isspace() for letter in text):
        return []
    return [Finding("link-scheme", path, {"url": text[:80]})]


def _rich(path: KeyPath, text: str, links: Links) -> tuple[list[Finding], list[tuple[str, str, str]]]:
    findings: list[Finding] = []
    targets: list[tuple[str, str, str]] = []
    if "](" in text:
        for target in _MARKDOWN_LINK.findall(_CODE.sub("", text)):
            if target.partition(":")[0] in links.kinds:
                found, pointed = _reference(path, "*", target, links)
                findings += found
                targets += pointed
            elif not target.startswith("#"):
                findings += _link(path, target)
    if "<" in text and _RAW_HTML.search(_AUTOLINK.sub("", _CODE.sub("", text))):
        findings.append(Finding("rich-html", path))
    return findings, targets
