"""Looks at every vocabulary word, file and link of a document, and follows where it points to others."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from generator.content.check.files_beside import file_findings, picture_findings
from generator.content.check.unfit_links import unfit_link, unformed, unusable
from generator.model.catalog import Finding, Item, ItemKey, Listed, Lookup, nearest
from generator.model.fields import Asset, Link, Reference, Rich, Term
from generator.model.kind import Kind
from generator.model.link_policy import Sort, is_whole, sort_of
from generator.model.markdown import content_of
from generator.model.markdown_containers import most_cells
from generator.model.markdown_page import NAME
from generator.model.vocabulary import Entry
from generator.model.walk import Path as KeyPath
from generator.model.walk import Walked

_WITHOUT_SCHEME = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:/|$)")
_SHOWN = 12
"""Words of a vocabulary that a message names."""
PageAnchors = Mapping[str, frozenset[str] | None]
"""The anchors of ordinary pages by id; None for a page with faults."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """A place in a document that names another one."""

    path: KeyPath
    kind: str
    """The kind of what it names, or "*" when the text says which."""
    text: str
    unknown: str = "ref-unknown"
    """What is told when there is no such document; "" when that is no fault, as of a word without a page."""
    reads: bool = False
    is_read: bool = False
    as_told: bool = False
    """As `fields.Reference`."""

    @property
    def target(self) -> ItemKey:
        """The kind and id that it names."""
        named, _, rest = self.text.partition(":") if self.kind == "*" else (self.kind, ":", self.text)
        return named, rest.partition("#")[0]


@dataclass(frozen=True)
class Links:
    """What can be pointed to."""

    items: Mapping[ItemKey, Item]
    known: frozenset[ItemKey]
    """All documents, drafts and those with faults of their own included."""
    drafts: frozenset[ItemKey]
    """Those of them that are drafts and left out of this build."""
    kinds: Mapping[str, Kind]
    pages: PageAnchors = field(default_factory=dict)

    @staticmethod
    def of(items: Mapping[ItemKey, Item], kinds: Sequence[Kind], listed: Iterable[Listed], pages: PageAnchors) -> Links:
        listed = tuple(listed)
        known = frozenset((one.kind, one.id) for one in listed)
        drafts = frozenset((one.kind, one.id) for one in listed if one.is_draft)
        return Links(items, known, drafts - items.keys(), {kind.name: kind for kind in kinds}, pages)


def look_through(
    kind: str, values: Iterable[Walked], lookup: Lookup, kinds: Mapping[str, Kind]
) -> tuple[list[Finding], list[Pointer]]:
    """What is wrong with the marked values of a document by themselves, and where it names other documents."""
    findings: list[Finding] = []
    pointers: list[Pointer] = []
    pages = {of.vocabulary: of.name for of in kinds.values() if of.vocabulary}
    for path, marker, text in values:
        if marker is None:  # plain words
            continue
        match marker:
            case Term("*"):
                findings += _tag(path, text, lookup)
            case Term(vocabulary):
                findings += term_findings(path, vocabulary, text, lookup)
                if vocabulary in pages:
                    pointers.append(Pointer(path, pages[vocabulary], text, unknown=""))
            case Reference(of, gone, reads, is_read, as_told):
                pointers.append(Pointer(path, of, text, gone, reads, is_read, as_told))
            case Asset(suffixes):
                findings += file_findings(path, suffixes, lookup.folders[kind], text, lookup.look_alikes)
            case Link():
                findings += _link(path, text)
            case Rich(as_told):
                found, pointed = _rich(path, text, kinds)
                findings += found
                findings += picture_findings(path, text, lookup, kind if kind in kinds else "")
                pointers += (replace(pointer, as_told=as_told) for pointer in pointed)
    return findings, pointers


def follow(pointer: Pointer, links: Links) -> tuple[Finding | None, tuple[str, str, str] | None]:
    """What is wrong with a pointer, or the kind, id and anchor that it leads to; neither when the target has faults."""
    path, text = pointer.path, pointer.text
    named, colon, rest = text.partition(":") if pointer.kind == "*" else (pointer.kind, ":", text)
    id_, _, anchor = rest.partition("#")
    if colon and named == NAME:
        return _page(path, id_, anchor, links), None
    if not colon or named not in links.kinds:
        return unformed(path, text, links.kinds), None
    if not pointer.unknown and (named, id_) not in links.items:
        return None, None  # a word without a page
    if pointer.as_told and ((named, id_) not in links.known or (named, id_) in links.drafts):
        return Finding("told-gone", path, {"kind": named, "id": id_}), None
    if (named, id_) not in links.known:
        return Finding(pointer.unknown, path, {"kind": named, "id": id_, "nearest": _near(pointer, links)}), None
    if (named, id_) in links.drafts:
        return Finding("ref-draft", path, {"kind": named, "id": id_}), None
    item = links.items.get((named, id_))
    if item is None:
        return None, None  # the faults of the target are told where they are
    if anchor:
        anchors = links.kinds[named].anchors(item.model)
        if anchor not in anchors:
            values = {"id": id_, "anchor": anchor, "nearest": nearest(anchor, anchors)}
            return Finding("ref-anchor", path, values), None
    return None, (named, id_, anchor)


def _near(pointer: Pointer, links: Links) -> str:
    """The item that was most likely meant: before all one of that name of another kind."""
    named, id_ = pointer.target
    if renamed := _renamed(named, id_, links):
        return f"{named}:{renamed}" if pointer.kind == "*" else renamed
    if pointer.kind == "*":
        namesakes = sorted(of for of, known in links.known if known == id_)
        if id_ in links.pages or namesakes:
            return f"{namesakes[0] if namesakes else NAME}:{id_}"
    near = nearest(id_, [known for of, known in links.known if of == named])
    return f"{named}:{near}" if pointer.kind == "*" and near != "–" else near


def _renamed(named: str, id_: str, links: Links) -> str:
    """The id of the item of that kind that was called so before, by its old addresses."""
    for item in links.items.values():
        if item.kind == named and any(old.strip("/").rpartition("/")[2] == id_ for old in item.common.redirect_from):
            return item.id
    return ""


def _page(path: KeyPath, id_: str, anchor: str, links: Links) -> Finding | None:
    if id_ not in links.pages:
        return Finding("ref-unknown", path, {"kind": NAME, "id": id_, "nearest": nearest(id_, links.pages)})
    anchors = links.pages[id_]
    if anchor and anchors is not None and anchor not in anchors:
        return Finding("ref-anchor", path, {"id": id_, "anchor": anchor, "nearest": nearest(anchor, anchors)})
    return None


def term_findings(path: KeyPath, vocabulary: str, text: str, lookup: Lookup) -> list[Finding]:
    """What is wrong with the id of a word."""
    known = lookup.vocabularies[vocabulary]
    if text in known or vocabulary in lookup.unread or not text.strip():
        return []
    if not known:
        return [Finding("vocabulary-missing", path, {"vocabulary": vocabulary})]
    values = {"value": text, "vocabulary": vocabulary, "nearest": _word_meant(text, known)}
    if vocabulary == "licences":
        return [Finding("licence-unknown", path, {**values, "nearest": _same_spelt_otherwise(text, known)})]
    choices = ", ".join(list(known)[:_SHOWN]) + (" …" if len(known) > _SHOWN else "")
    return [Finding("term-unknown", path, {**values, "known": choices if values["nearest"] == "–" else ""})]


def _tag(path: KeyPath, text: str, lookup: Lookup) -> list[Finding]:
    """What is wrong with a word of one of the hub's own vocabularies."""
    vocabulary, _, word = text.partition(":")
    if vocabulary in lookup.own and word:
        return term_findings(path, vocabulary, word, lookup)
    if vocabulary in lookup.unread:
        return []
    known = lookup.words("*")
    ending = next((one for one in known if one.partition(":")[2] == text.strip().casefold()), None)
    values = {"value": text, "nearest": ending or nearest(text, known), "known": ", ".join(lookup.own) or "–"}
    return [Finding("tag-form", path, values)]


def _same_spelt_otherwise(text: str, known: Iterable[str]) -> str:
    """The word with the same letters and figures: nobody is to be advised another licence than the work has."""

    def plain(word: str) -> str:
        return "".join(sign for sign in word.casefold() if sign.isalnum())

    return next((word for word in known if plain(word) == plain(text)), "–")


def _word_meant(text: str, known: Mapping[str, Entry]) -> str:
    """The id of the word that somebody meant: by its name, or by what is most like it."""
    plain = text.strip().casefold()
    named = (id_ for id_, entry in known.items() if plain in {id_.casefold(), str(entry.name).casefold()})
    return next(named, None) or nearest(plain, known)


def _link(path: KeyPath, text: str) -> list[Finding]:
    if is_whole(text):
        return []
    wrong = unusable(path, text)
    if wrong.values.get("nearest") == "–" and _WITHOUT_SCHEME.match(text) and is_whole(f"https://{text}"):
        return [Finding(wrong.rule, path, {**wrong.values, "nearest": f"https://{text}"})]
    return [wrong]


def _rich(path: KeyPath, text: str, kinds: Collection[str]) -> tuple[list[Finding], list[Pointer]]:
    """What the tree of a text holds: the same tree that its page is made of."""
    findings: list[Finding] = []
    pointers: list[Pointer] = []
    if most_cells(text):
        return [Finding("text-table", path)], []
    content = content_of(text)
    for target in content.links:
        match sort_of(target, frozenset((*kinds, NAME))):
            case Sort.NAMED:
                pointers.append(Pointer(path, "*", unquote(target)))
            case Sort.PATH | Sort.UNFIT:
                findings.append(unfit_link(path, unquote(target), kinds))
    if content.holds_html:
        findings.append(Finding("rich-html", path))
    if content.lookalike:
        findings.append(Finding("link-lookalike", path, {"text": content.lookalike[:80]}))
    return findings, pointers
