"""Reads and checks all content: each document by itself, on all processors, and then what they say of each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from generator.content.check import (
    Alone,
    Checker,
    Drafts,
    Links,
    Pages,
    Vocabularies,
    check_links,
    check_together,
    check_vocabularies,
    read_pages,
    said,
)  # fmt: skip
from generator.content.check.exact_lines import exact_in
from generator.content.check.references import term_findings
from generator.content.loader import find, load_one, span_of
from generator.content.misplaced import MISPLACED, VOCABULARY, claimed_by, is_vocabulary, placed
from generator.model.catalog import Catalog, Document, Item, Listed, Lookup
from generator.model.context import Context, DocumentContext
from generator.model.default_licence import USUAL
from generator.model.fields import Published
from generator.model.kind import Kind, at_addresses
from generator.model.markdown_page import page_html, title_of
from generator.model.page import Crumb
from generator.model.settings import Settings
from generator.problems.content_rules import RULES
from generator.problems.personal_number import digits_of
from generator.problems.problem import HubError, Problem, Span, in_order
from generator.runtime.workers import in_parts, spread

_FEW = 100
"""Fewer files than this are read sooner than another process has started."""
_AT_ONCE = 20
"""The fewer, the less a processor waits for another in the end."""


@dataclass(frozen=True)
class Checked:
    """Content that was read and checked."""

    hub: Context
    alone: tuple[Alone, ...]
    """Every document that is no vocabulary."""
    checker: Checker
    """What each of them was checked against."""
    problems: tuple[Problem, ...]
    """In reading order."""
    pages: Pages
    """The ordinary pages."""

    @property
    def catalog(self) -> Catalog:
        return self.hub.catalog

    @property
    def listed(self) -> tuple[Listed, ...]:
        return tuple(one.listed for one in self.alone)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a process needs to read documents."""

    root: Path
    checker: Checker

    def some(self, files: Sequence[tuple[str, str]]) -> tuple[list[Alone], list[Problem]]:
        """The documents at these paths, each of a kind."""
        read = [load_one(self.root, path, kind=kind) for path, kind in files]
        found = [problem for _, problems in read for problem in problems]
        return [self.checker.check(document) for document, _ in read if document], found


def folders_of(kinds: Iterable[Kind]) -> dict[str, str]:
    """The kind of the documents in each folder of the content."""
    return {kind.folder: kind.name for kind in kinds} | {VOCABULARY: VOCABULARY}


def check_content(
    root: Path, settings: Settings, kinds: Sequence[Kind], *, drafts: Drafts = "hidden",
    known: Mapping[str, Alone] = MappingProxyType({}),
) -> Checked:  # fmt: skip
    """Reads and checks every document but those that are known, by path: they are as they were last found."""
    kinds = at_addresses(kinds, settings.addresses, settings.former_addresses)
    of_folder = folders_of(kinds)
    recordings = f"{settings.content}/recordings"
    files, problems = find(root, settings.content, folders=of_folder, others=(settings.pages, recordings))
    folders = {kind: root / settings.content / folder for folder, kind in of_folder.items()}
    by_name = {kind.name: kind for kind in kinds}
    spoken = settings.spoken
    ground = DocumentContext(
        vocabularies={},
        folders=folders,
        language=spoken,
        settings=settings,
        look_alikes=frozenset(map(digits_of, settings.look_alikes)),
    )
    ordinary = read_pages(root, settings.pages, ground.look_alikes)
    misplaced = [one.span.file for one in (*problems, *ordinary.problems) if one.code in MISPLACED]
    vocabularies, unreadable = _vocabularies(root, files, misplaced, ground, by_name)
    ground = replace(ground, vocabularies=vocabularies.entries, unread=vocabularies.unread, own=vocabularies.own)
    checker = Checker.of(ground, by_name, locate, drafts=drafts)
    items = [(path, kind) for path, kind in files if kind != VOCABULARY and path not in known]
    alone = [known[path] for path, _ in files if path in known]
    parts = [items[part] for part in in_parts(len(items), _AT_ONCE, least=_FEW)]
    read = {one.listed.path for one in alone}
    for some, found in spread(_Reading.some, _Reading(root, checker), parts, executor=settings.executor):
        alone += some
        unreadable += found
        read.update(one.listed.path for one in some)
    claimed = [claimed_by(path, kind) for path, kind in files if kind != VOCABULARY and path not in read]
    claimed += [_meant(one) for one in alone if one.meant]
    claimed += [claimed_by(path, kind) for path in misplaced for kind in by_name]
    blank = Catalog(
        items={}, vocabularies=vocabularies.entries, folders=folders, unread=ground.unread,
        look_alikes=ground.look_alikes, own=ground.own,
    )  # fmt: skip
    empty = Context.of(blank, kinds, spoken, settings)
    empty = replace(empty, ordinary=_titles(ordinary))
    hub, between = check_together(alone, vocabularies, empty, Places(root), ordinary.anchors, claimed)
    told = (problem for one in alone for problem in one.problems)
    listed = (*(one.listed for one in alone), *claimed)
    pages = check_links(ordinary, Links.of(hub.catalog.items, kinds, listed, ordinary.anchors))
    told_of_pages = (*(placed(root, problem, by_name) for problem in ordinary.problems), *pages)
    problems = [placed(root, problem, by_name) for problem in problems]
    problems += _licence(settings, ground)
    every = _once(
        (
            *problems,
            *unreadable,
            *vocabularies.problems,
            *told,
            *(exact_in(root, one) for one in between),
            *told_of_pages,
        )
    )
    return Checked(hub, tuple(alone), checker, every, ordinary)


def _licence(settings: Settings, ground: Lookup) -> Iterator[Problem]:
    """That of the settings must be a word of the hub, as that of an item."""
    if settings.licence in ("", USUAL.id):
        return
    for finding in term_findings((), "licences", settings.licence, ground):
        yield Problem(RULES[finding.rule], Span("site_config.yml"), finding.values)


def _titles(ordinary: Pages) -> tuple[Crumb, ...]:
    """The ordinary pages by name."""
    return tuple(Crumb(title_of(page, page_html(page.body, str)), page.url) for page in ordinary.pages)


def _meant(one: Alone) -> Listed:
    """A document that lies in the folder of another kind, as it will be when it is moved."""
    return replace(one.listed, kind=one.meant)


def _once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """In reading order; that a vocabulary is not there is told where it is first missed, and not again, and of
    quotation marks only where nothing else is wrong with what is between them.
    """
    told: set[str] = set()
    found = []
    in_reading_order = in_order(problems)
    wrong = {_start(problem) for problem in in_reading_order if problem.code != "text-quotes"}
    for problem in in_reading_order:
        if problem.code == "text-quotes" and _start(problem) in wrong:
            continue
        if problem.code == "vocabulary-missing":
            if problem.values["vocabulary"] in told:
                continue
            told.add(problem.values["vocabulary"])
        found.append(problem)
    return tuple(found)


def _start(problem: Problem) -> tuple[str, int, int]:
    return problem.span.file, problem.span.line, problem.span.column


def read_words(root: Path, settings: Settings, kinds: Sequence[Kind]) -> dict[str, dict[str, str]]:
    """The names of the hub's words by vocabulary and id; of a vocabulary with faults there are none."""
    of_folder = folders_of(kinds)
    folders = {kind: root / settings.content / folder for folder, kind in of_folder.items()}
    ground = DocumentContext(vocabularies={}, folders=folders, language=settings.spoken)
    files, _ = find(root, settings.content, folders={VOCABULARY: VOCABULARY})
    found, _ = _vocabularies(root, files, (), ground, {kind.name: kind for kind in kinds})
    known = replace(ground, vocabularies=found.entries, own=found.own)
    return {name: known.words(name) for name in (*found.entries, "*")}


def _vocabularies(
    root: Path, files: Iterable[tuple[str, str]], misplaced: Iterable[str], ground: Lookup, kinds: Mapping[str, Kind]
) -> tuple[Vocabularies, list[Problem]]:
    read = [load_one(root, path, kind=kind) for path, kind in files if kind == VOCABULARY]
    documents = [document for document, _ in read if document]
    sound = {document.path for document in documents}
    lost = [*misplaced, *(path for path, kind in files if kind == VOCABULARY and path not in sound)]
    lost += [path for path, kind in files if kind != VOCABULARY and is_vocabulary(root, path, kind)]
    unread = {claimed_by(path, VOCABULARY).id for path in lost} - {document.id for document in documents}
    return check_vocabularies(documents, unread, ground, kinds, locate), [one for _, found in read for one in found]


@dataclass(frozen=True, slots=True)
class Reopened:
    """Reads the model of an item from its file: what is kept of an item between builds does not hold it."""

    root: str
    path: str
    kind: str
    sha256: str
    """Of the file as it was read."""
    model: type[Published]

    def __call__(self) -> Published:
        """HubError when the file is another by now."""
        return _reopened(self)


@lru_cache(maxsize=64)
def _reopened(item: Reopened) -> Published:
    document, _ = load_one(Path(item.root), item.path, kind=item.kind)
    if document is None or document.sha256 != item.sha256:
        raise HubError("{path} was changed meanwhile.", "Build again.", path=item.path)
    return item.model.model_validate(said(document.value))


def without_model(alone: Alone) -> Alone:
    """What is kept of a document between builds."""
    return replace(alone, item=replace(alone.item, held=None)) if alone.item else alone


def reopening(alone: Alone, root: Path, models: Mapping[str, type[Published]]) -> Alone:
    """The same, with what reads its model anew; `models` by kind."""
    if (item := alone.item) is None:
        return alone
    held = Reopened(str(root), item.path, item.kind, item.sha256, models[item.kind])
    return replace(alone, item=replace(item, held=held))


def locate(document: Document, path: tuple[str | int, ...], at_key: bool) -> Span:
    """Where the value at a path of keys stands in a document, or its key."""
    return span_of(document.text, document.path, path, key=at_key)


@dataclass(frozen=True, slots=True)
class Places:
    """Finds places in documents that are no longer in memory."""

    root: Path
    _last: dict[str, Document | None] = field(default_factory=dict, init=False, repr=False, compare=False)
    """The document asked for last: its mistakes, however many, are looked up one after the other."""

    def __call__(self, listed: Listed | Item, path: tuple[str | int, ...]) -> Span:
        """Where the value at a path of keys stands; the beginning of a file that has gone meanwhile."""
        if listed.path not in self._last:
            self._last.clear()
            self._last[listed.path] = load_one(self.root, listed.path, kind=listed.kind)[0]
        document = self._last[listed.path]
        return locate(document, path, False) if document else Span(listed.path)
