"""The build cache: a manifest of the last build's inputs and outputs, trusted only where hashes match.

Nothing is taken on trust: every file that a build reads is read and hashed, and every file of the site is looked at.
The cache lies beside the hub and may be lost, damaged or foreign at any time; then the site is built anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from generator.build.marker import MARKER, listed_files
from generator.build.snapshot import Look, combined_hash, hash_of_looks, hashes_of, look_at, looks_in
from generator.problems.problem import Problem
from generator.runtime import workers
from generator.runtime.template_folders import PROGRAM
from generator.store.codec import DamagedError, codec_for
from generator.store.database import Changes, Database

FOLDER = ".hub/cache"
"""Where the caches of a hub lie, one for each site, seen from the hub's root."""
_FORMER = ".hub/built"
"""Where earlier versions of the program kept theirs."""
_VERSION = 2
"""Of all that is kept. A cache of another version is discarded: raise it when the form of a row changes."""
_MANIFEST = "manifest"
_MANY = 2000
"""Pages of a hub in which it takes longer to look at all files than to start another process."""

Part = TypeVar("Part")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the last build was made from, and what it left."""

    inputs: str
    """Hash of everything that was read."""
    inputs_but_documents: str
    pages: int
    warnings: tuple[Problem, ...]
    site: str
    """Hash over the looks of the site's files, and of those of the site before."""
    previous: str


@dataclass(frozen=True, slots=True)
class LastSite:
    """A site that is as the last build left it, and the one that stood there before."""

    folder: Path
    inode: int
    """Another build puts another folder in its place."""
    files: Mapping[str, Look]
    previous: Path
    previous_files: Mapping[str, Look]
    """Empty when there is none, or somebody has touched it. Most are shared with the site."""

    def is_there(self) -> bool:
        """Whether the site is still the one that was looked at."""
        return self.folder.stat().st_ino == self.inode


@dataclass(frozen=True)
class BuildCache:
    """What is known of one site, and how everything looked before this build read anything: see `open_cache`."""

    root: Path
    site: Path
    inputs: Sequence[Path]
    """All files and folders that the build reads, the program included."""
    environment: str
    """All else that it obeys."""
    database: Database
    manifest: Manifest | None
    """None when there is no cache, or somebody has touched the site since."""
    inode: int
    files: Mapping[str, Look]
    """Of the site."""
    looks: str
    """Of the inputs."""
    is_large: bool
    """Whether another process hashes the inputs meanwhile."""
    pending_hashes: Callable[[], Mapping[tuple[int, str], bytes]] = field(repr=False)

    @cached_property
    def hashes(self) -> Mapping[tuple[int, str], bytes]:
        """Of each file, by the number of its input and its path."""
        return self.pending_hashes()

    @cached_property
    def inputs_hash(self) -> str:
        return combined_hash(self.environment, self.hashes)

    @property
    def previous(self) -> Path:
        """Where the site before may be kept: nearly all of its files are those of the site."""
        return self.database.file.with_suffix(".previous")


def open_cache(root: Path, site: Path, inputs: Iterable[Path], options: Iterable[object]) -> BuildCache:
    """Looks at all inputs and at the site, before anything is read."""
    name = hashlib.sha256(os.fsencode(site.absolute())).hexdigest()[:16]
    database = Database(root / FOLDER / f"{name}.sqlite", _VERSION)
    every = (PROGRAM, *inputs)
    manifest = _manifest_in(database)
    is_large = manifest is not None and manifest.pages > _MANY
    looks = look_at(*every)
    pending = workers.beside(hashes_of, every) if is_large else lambda: hashes_of(every)
    inode, files = _site_as_it_is(site)
    if manifest and manifest.site != hash_of_looks(files):
        manifest = None
    environment = json.dumps([sys.version, *_installed_packages(), *map(str, options)])
    return BuildCache(root, site, every, environment, database, manifest, inode, files, looks, is_large, pending)


def up_to_date(cache: BuildCache) -> Manifest | None:
    """The manifest when the site was built from exactly these inputs and nobody has touched it since."""
    manifest = cache.manifest
    return manifest if manifest and manifest.inputs == cache.inputs_hash else None


def document_hashes(cache: BuildCache, folders: Iterable[Path]) -> dict[str, bytes]:
    """Hashes of the YAML files right in some folders, by path relative to the root."""
    names = frozenset(map(os.fspath, folders))
    start = len(os.fspath(cache.root)) + 1
    return {
        path[start:].replace(os.sep, "/"): content
        for (_, path), content in cache.hashes.items()
        if path.endswith(".yml") and os.path.dirname(path) in names  # noqa: PTH120  # thousands of them
    }


def only_documents_changed(cache: BuildCache, documents: Iterable[str]) -> bool:
    """Whether nothing but these has changed since the last build."""
    manifest = cache.manifest
    return manifest is not None and manifest.inputs_but_documents == _hash_without(cache, documents)


def last_site(cache: BuildCache) -> LastSite:
    """The site that the manifest tells of."""
    files = looks_in(cache.previous) if cache.previous.is_dir() else {}
    if not files or cache.manifest is None or hash_of_looks(files) != cache.manifest.previous:
        files = {}
    return LastSite(cache.site, cache.inode, cache.files, cache.previous, files)


def save(
    cache: BuildCache, pages: int, warnings: tuple[Problem, ...], documents: Iterable[str],
    changes: Callable[[], Mapping[str, Changes]], *, is_patched: bool,
) -> None:  # fmt: skip
    """Remembers the site that was just built, unless an input was touched meanwhile.

    What is kept is of use as long as nothing but `documents` changes. `changes` are those of the rows; a site that is
    patched shares its files with the one before. A hub on a disk that cannot be written to is built anew each time.
    """
    shutil.rmtree(cache.root / _FORMER, ignore_errors=True)
    if not is_patched and cache.previous.is_dir():
        shutil.rmtree(cache.previous, ignore_errors=True)  # it shares nothing with the site
    if look_at(*cache.inputs) != cache.looks:
        return
    previous = cache.manifest.site if is_patched and cache.manifest else ""
    manifest = Manifest(
        inputs=cache.inputs_hash, inputs_but_documents=_hash_without(cache, documents), pages=pages, warnings=warnings,
        site=hash_of_looks(_looks_of_site(cache.site)), previous=previous,
    )  # fmt: skip
    row = Changes({"": codec_for(Manifest).encode(manifest)})
    with suppress(OSError):
        cache.database.file.parent.mkdir(parents=True, exist_ok=True)
        cache.database.write({**changes(), _MANIFEST: row}, anew=not is_patched)


def _hash_without(cache: BuildCache, documents: Iterable[str]) -> str:
    own = {f"{cache.root}{os.sep}{path.replace('/', os.sep)}" for path in documents}
    return combined_hash(cache.environment, {key: one for key, one in cache.hashes.items() if key[1] not in own})


def _manifest_in(database: Database) -> Manifest | None:
    try:
        return codec_for(Manifest).decode(database.row(_MANIFEST, ""))
    except DamagedError:
        return None


def _site_as_it_is(site: Path) -> tuple[int, Mapping[str, Look]]:
    try:
        return site.stat().st_ino, _looks_of_site(site)
    except OSError:
        return 0, {}


def _looks_of_site(site: Path) -> Mapping[str, Look]:
    """Of all that a build wrote there: what others have in it is theirs to change."""
    looks, ours = looks_in(site), listed_files(site)
    return looks if ours is None else {file: look for file, look in looks.items() if file in ours or file == MARKER}


def _installed_packages() -> list[str]:
    """Names and versions of the packages that Python finds."""
    folders = [Path(folder) for folder in dict.fromkeys(sys.path)]
    return sorted(
        path.name
        for folder in folders if folder.is_dir()
        for path in folder.iterdir() if path.suffix in (".dist-info", ".egg-info")
    )  # fmt: skip
