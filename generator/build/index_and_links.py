"""Finishes a site whose pages are on the disk: its search index, and whether its links lead anywhere.

Of a site that was made from another, only what has changed is looked at, as far as that is enough.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from generator import search
from generator.build.links import Target, Trail, all_lead, files_of, leads
from generator.build.made_pages import Artifact, Contents


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

    @cached_property
    def by_address(self) -> list[tuple[Artifact, int]]:
        """Each page that search finds, as its artifact and its place there, in the order of the index."""
        numbered = [(artifact, number) for artifact in self.every for number in range(len(artifact.cards))]
        return sorted(numbered, key=lambda one: one[0].cards[one[1]].url)

    def records(self, pages: slice) -> Iterator[search.PageRecord]:
        """What search read of some pages, in the order of the index."""
        for artifact, number in self.by_address[pages]:
            yield self.contents_of(artifact).records(artifact.cards)[number]

    def has_same_pages(self) -> bool:
        """Whether search finds pages of just the same addresses as before."""
        return _urls(self.old) == _urls(self.new)

    @cached_property
    def by_file(self) -> Mapping[str, Artifact]:
        return {file: artifact for artifact in self.every for file in artifact.files}


def _urls(artifacts: Iterable[Artifact]) -> set[str]:
    return {card.url for artifact in artifacts for card in artifact.cards}


def write_index(
    artifacts: Artifacts, site: Path, code: str, synonyms: Sequence[Sequence[str]], before: search.Index | None
) -> search.Index:
    """Writes the search index; `before` is the one that lies there."""
    hub = search.Hub(site, code, synonyms, [artifact.cards[number] for artifact, number in artifacts.by_address])
    if before is not None and before.chunks and artifacts.has_same_pages():
        was = _records(artifacts.old, artifacts.old_contents)
        return search.update(hub, before, was, _records(artifacts.new, artifacts.new_contents))
    return search.write(hub, artifacts.records)


def _records(artifacts: Iterable[Artifact], contents: Iterable[Contents]) -> Iterator[search.PageRecord]:
    for artifact, one in zip(artifacts, contents, strict=True):
        yield from one.records(artifact.cards)


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
    if any(not search.is_own(file) and not (site / file).is_file() for file in gone):
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
