"""What is kept of a build beside the site itself, for the next one: a row for each document and each artifact."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TypeVar

from generator.build.made_pages import Artifact, Contents, contents_codec
from generator.content.check import Alone
from generator.content.validate import reopening, without_model
from generator.kinds import KINDS
from generator.model.page import Outline
from generator.search import Index
from generator.store.codec import Codec, DamagedError, codec_for
from generator.store.database import Changes, Database

_DOCUMENTS, _ARTIFACTS, _ORDINARY, _CONTENTS, _SITE = "documents", "artifacts", "ordinary", "contents", "site"
"""The sections of the cache. Contents are read one by one, all else at once."""

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A document as it was when it was last checked."""

    sha256: bytes
    alone: Alone


@dataclass(frozen=True, slots=True)
class SiteState:
    """What was found out for a site as a whole."""

    frame: bytes
    """Fingerprint of what stands around every page."""
    related_inputs: bytes
    """As `RelatedCache.inputs`."""
    outlines: tuple[Outline, ...]
    """Of the ordinary Markdown pages."""
    beside: frozenset[str]
    """Files beside the pages."""
    search_index: Index
    keys: str
    """Hash over the keys of all rows: one that has gone would not be missed otherwise."""


@dataclass(frozen=True, slots=True)
class State:
    """What was found out for a site and its parts. Nothing but documents may have changed since."""

    documents: Mapping[str, KnownDocument]
    """By path relative to the hub's root."""
    artifacts: Mapping[str, Artifact]
    """By the address of their first page."""
    ordinary: Mapping[str, Artifact]
    """Of the ordinary Markdown pages."""
    site: SiteState

    def unchanged(self, hashes: Mapping[str, bytes]) -> dict[str, Alone]:
        """What is known of the documents that are as they were, by path."""
        return {path: one.alone for path, one in self.documents.items() if hashes.get(path) == one.sha256}


def load_state(database: Database, root: Path) -> State | None:
    """The state of the hub at `root`. None when there is none, or it is damaged."""
    try:
        site = codec_for(SiteState).decode(database.row(_SITE, ""))
        models = {kind.name: kind.model for kind in KINDS}
        documents = {
            path: replace(one, alone=reopening(one.alone, root, models))
            for path, one in _read(database, _DOCUMENTS, _documents()).items()
        }
        artifacts, ordinary = (_read(database, section, _artifacts()) for section in (_ARTIFACTS, _ORDINARY))
    except (DamagedError, KeyError):  # KeyError: a kind that is no more
        return None
    is_whole = site.keys == hash_of_keys(documents, artifacts, ordinary)
    return State(documents, artifacts, ordinary, site) if is_whole else None


def hash_of_keys(*rows: Iterable[str]) -> str:
    return hashlib.sha256(json.dumps([sorted(keys) for keys in rows]).encode()).hexdigest()


def read_contents(database: Database | None, artifact: Artifact) -> Contents:
    """DamagedError when they are not there."""
    content = artifact.contents
    if content is None:
        if database is None:
            raise DamagedError(artifact.url)
        content = database.row(_CONTENTS, artifact.url)
    return contents_codec().decode(content)


def changes(before: State | None, after: State) -> dict[str, Changes]:
    """What of the cache is to be written: a value that is the very one of before is not."""
    made = [one for one in (*after.artifacts.values(), *after.ordinary.values()) if one.contents is not None]
    kept = after.artifacts.keys() | after.ordinary.keys()
    gone = (before.artifacts.keys() | before.ordinary.keys()) - kept if before else ()
    return {
        _DOCUMENTS: _changes(before.documents if before else {}, after.documents, _documents(), _without_model),
        _ARTIFACTS: _changes(before.artifacts if before else {}, after.artifacts, _artifacts(), _without_contents),
        _ORDINARY: _changes(before.ordinary if before else {}, after.ordinary, _artifacts(), _without_contents),
        _CONTENTS: Changes({one.url: one.contents for one in made if one.contents is not None}, gone),
        _SITE: Changes({"": codec_for(SiteState).encode(after.site)}),
    }


def _without_contents(artifact: Artifact) -> Artifact:
    return replace(artifact, contents=None)


def _without_model(document: KnownDocument) -> KnownDocument:
    return replace(document, alone=without_model(document.alone))


def _changes(
    before: Mapping[str, Value], after: Mapping[str, Value], codec: Codec[Value],
    as_kept: Callable[[Value], Value],
) -> Changes:  # fmt: skip
    written = {key: codec.encode(as_kept(value)) for key, value in after.items() if before.get(key) is not value}
    return Changes(written, before.keys() - after.keys())


def _read(database: Database, section: str, codec: Codec[Value]) -> dict[str, Value]:
    return {key: codec.decode(content) for key, content in database.rows(section).items()}


@cache
def _artifacts() -> Codec[Artifact]:
    return codec_for(Artifact)


def _documents() -> Codec[KnownDocument]:
    """Items hold summaries of their kinds."""
    packages = (kind.model.__module__ for kind in KINDS)
    folders = (package.removesuffix(".model") for package in packages)
    return codec_for(KnownDocument, packages=(*folders, "generator.model"))
