"""Finishes a site whose pages are on the disk: its search index, and whether its links lead anywhere.

Of a site that was made from another, only what has changed is looked at, as far as that is enough.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from generator import search
from generator.build.artifact import Artifact, Contents
from generator.build.links import Target, Trail, all_lead, files_of, leads
from generator.store.files import write


@dataclass(frozen=True, slots=True)
class Indexed:
    """What is kept of a search index beside its files."""

    chunks: tuple[search.Chunk, ...]
    words: Mapping[str, int]
    """On how many artifacts each word is said."""


@dataclass(frozen=True)
class Artifacts:
    """All artifacts of a site."""

    every: Sequence[Artifact]
    new: Sequence[Artifact]
    """Those of them that were made for it."""
    old: Sequence[Artifact]
    """What stood there before, in the site that it was made from; none when it was made from nothing."""
    contents_of: Callable[[Artifact], Contents]
    """DamagedError when they are not where they were kept."""

    @cached_property
    def old_contents(self) -> list[Contents]:
        return [self.contents_of(artifact) for artifact in self.old]

    @cached_property
    def new_contents(self) -> list[Contents]:
        """They are few where anything stood there before."""
        return [self.contents_of(artifact) for artifact in self.new]

    def every_read(self) -> Iterator[search.Read]:
        """In the order of the index."""
        numbered = [(artifact, number) for artifact in self.every for number in range(len(artifact.entries))]
        for artifact, number in sorted(numbered, key=lambda one: one[0].entries[one[1]].url):
            yield self.contents_of(artifact).reads(artifact.entries)[number]

    def has_same_pages(self) -> bool:
        """Whether search finds pages of just the same addresses as before."""
        return _urls(self.old) == _urls(self.new)

    @cached_property
    def by_file(self) -> Mapping[str, Artifact]:
        return {file: artifact for artifact in self.every for file in artifact.files}


def _urls(artifacts: Iterable[Artifact]) -> set[str]:
    return {entry.url for artifact in artifacts for entry in artifact.entries}


def write_index(
    artifacts: Artifacts, folder: Path, code: str, synonyms: Sequence[Sequence[str]], before: Indexed | None,
    executor: str = "",
) -> tuple[search.Index, Indexed]:  # fmt: skip
    """Writes the index, and the words that the search dialog knows; `before` is of the chunks that lie there."""
    index = search.Index(folder, code, (entry for artifact in artifacts.every for entry in artifact.entries))
    if before is not None and before.chunks and artifacts.has_same_pages():
        was, now = _reads(artifacts.old, artifacts.old_contents), _reads(artifacts.new, artifacts.new_contents)
        chunks = index.mend(before.chunks, was, now, executor=executor)
    else:
        chunks = index.write(artifacts.every_read)
    words = _words(artifacts, before)
    write(folder.parent / search.WORDS, search.as_json(words, len(index.entries), code, synonyms))
    return index, Indexed(chunks, words)


def _reads(artifacts: Iterable[Artifact], contents: Iterable[Contents]) -> Iterator[search.Read]:
    for artifact, one in zip(artifacts, contents, strict=True):
        yield from one.reads(artifact.entries)


def _words(artifacts: Artifacts, before: Indexed | None) -> dict[str, int]:
    if before is None:
        return dict(Counter(word for one in artifacts.every for word in artifacts.contents_of(one).words))
    words = Counter(before.words)
    words.subtract(word for contents in artifacts.old_contents for word in contents.words)
    words.update(word for contents in artifacts.new_contents for word in contents.words)
    return {word: count for word, count in words.items() if count}


def every_link_leads(artifacts: Artifacts, site: Path, base: str, gone: Iterable[str] | None = None) -> bool:
    """Whether each link of the site leads to something.

    `gone` are files of the site that it was made from which may be no more; None when it was made from nothing.
    """
    if gone is not None and not _lost(artifacts, site, gone):
        return _new_links_lead(artifacts, site, base)
    there: dict[str, frozenset[str]] = {}
    links: set[Target] = set()
    for artifact in artifacts.every:
        contents = artifacts.contents_of(artifact)
        links.update(contents.targets)
        there |= {file: frozenset(anchors) for file, anchors in contents.anchors.items()}
    # Of the pages that were made here, what was seen is enough; those that others wrote are read.
    files, trail = files_of(site), Trail(base)
    for file in files:
        if file.endswith(".html") and file not in there:
            anchors, targets = trail.of(file, (site / file).read_text("utf-8"))
            links |= targets
            there[file] = frozenset(anchors)
    return all_lead(links, files, there)


def _lost(artifacts: Artifacts, site: Path, gone: Iterable[str]) -> bool:
    """Whether links of pages that stay may lead nowhere now."""
    if any(not file.startswith(f"{search.FOLDER}/") and not (site / file).is_file() for file in gone):
        return True
    return bool(_anchors(artifacts.old_contents) - _anchors(artifacts.new_contents))


def _anchors(contents: Iterable[Contents]) -> set[tuple[str, str]]:
    return {(file, anchor) for one in contents for file, anchors in one.anchors.items() for anchor in anchors}


def _new_links_lead(artifacts: Artifacts, site: Path, base: str) -> bool:
    trail = Trail(base)

    @cache
    def is_file(file: str) -> bool:
        return file in artifacts.by_file or os.path.isfile(f"{site}/{file}")  # noqa: PTH113  # thousands of them

    @cache
    def anchors(file: str) -> frozenset[str] | None:
        if artifact := artifacts.by_file.get(file):
            known = artifacts.contents_of(artifact).anchors.get(file)
            return None if known is None else frozenset(known)
        return frozenset(trail.of(file, (site / file).read_text("utf-8"))[0]) if file.endswith(".html") else None

    # Nothing that links led to before is lost: those that were there need not be followed again.
    new = _targets(artifacts.new_contents) - _targets(artifacts.old_contents)
    return all(leads(target, is_file, anchors) for target in new)


def _targets(contents: Iterable[Contents]) -> set[Target]:
    return {target for one in contents for target in one.targets}
