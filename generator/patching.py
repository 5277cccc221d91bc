"""Makes a site of the one before it: what would be the same is shared with it, and only the rest is made anew."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator import engine
from generator.check import Alone
from generator.digest import digest
from generator.engine import EngineConfig, Whole
from generator.finishing import Indexed
from generator.language import language
from generator.making import Kept, Making, changed
from generator.page import Outline, Site
from generator.publish import MARKER
from generator.shelf import Shelf, SpoiltError
from generator.unit import Unit
from generator.writing import write

_ALWAYS_MADE = ("search/", "pagefind/filter/", "pagefind/pagefind-entry.json", MARKER)
"""Beginnings of files that are made in every build, the index's manifest apart."""
_MANIFEST = ".pf_meta"


@dataclass(frozen=True, slots=True)
class State:
    """What is kept of a build, beside the site itself. Nothing but documents may have changed since."""

    documents: Mapping[str, tuple[bytes, Alone]]
    """Fingerprint and findings of each, by path relative to the hub's root."""
    frame: bytes
    """Fingerprint of what stands around every page."""
    findings: bytes
    """As `Leaves.findings`."""
    units: Mapping[str, Unit]
    ordinary: tuple[Unit, ...]
    outlines: tuple[Outline, ...]
    """Of the ordinary Markdown pages."""
    beside: frozenset[str]
    """Files beside the pages."""
    indexed: Indexed

    def shelved(self, shelf: Shelf) -> State:
        """The same, with what is large on a shelf."""
        units = (*self.units.values(), *self.ordinary)
        light = [
            replace(unit, rest=place) for unit, place in zip(units, shelf.put([u.rest for u in units]), strict=True)
        ]
        own = dict(zip(self.units, light, strict=False))
        return replace(self, units=own, ordinary=tuple(light[len(own) :]))

    def unchanged(self, documents: Mapping[str, bytes]) -> dict[str, Alone]:
        """What is known of the documents that are as they were, by path; `documents` are fingerprints."""
        return {path: alone for path, (was, alone) in self.documents.items() if documents.get(path) == was}


def frame_of(whole: Whole) -> bytes:
    return digest(whole.segments)


def beside_of(site: Site) -> frozenset[str]:
    return frozenset((*(export.path for export in site.exports), *(path for path, _ in site.assets)))


def patched(config: EngineConfig, site: Site, state: State, old: Path, staging: Path, shelf: Shelf) -> Making | None:
    """Makes the site in an empty folder, from the old one. None when nothing can be kept, and then the folder is empty.

    ContentError when a link is broken.
    """
    whole = engine.whole_for(config, site)
    if frame_of(whole) != state.frame:
        return None
    if site.leaves.findings() == state.findings:
        site.leaves.know({url: unit.found for url, unit in state.units.items()})
    same = set(map(site.url, range(site.units()))) - changed(site, state.units)
    stay = {url: unit for url, unit in state.units.items() if url in same}
    other = tuple(unit for url, unit in state.units.items() if url not in stay)
    gone = frozenset((*(file for unit in other for file in unit.files), *(state.beside - beside_of(site))))
    shared = _share(old, staging, gone)
    if shared is None:
        return None
    kept = Kept(stay, other, state.ordinary, shared, gone, state.indexed, shelf)
    try:
        making = Making(site, whole, (), staging, language(config.settings.language), kept)
        _write_beside(site, staging)
        if address := config.settings.site_url:
            write(staging / "sitemap.xml", engine.sitemap((*site.outlines(), *state.outlines), address))
        making.finish()
    except SpoiltError:
        _empty(staging)
        return None
    return making


def _share(old: Path, new: Path, but: frozenset[str]) -> frozenset[str] | None:
    """Puts the files of the old site into the new one, without copying them; None where the disk cannot do that."""
    shared = []
    try:
        for folder, _, names in os.walk(old):
            inside = os.path.relpath(folder, old)
            there = new if inside == "." else new / inside
            there.mkdir(exist_ok=True)
            prefix = "" if inside == "." else f"{inside}/"
            for name in names:
                file = prefix + name
                if file not in but and not file.startswith(_ALWAYS_MADE) and not file.endswith(_MANIFEST):
                    os.link(f"{folder}/{name}", f"{there}/{name}")
                    shared.append(file)
    except OSError:
        _empty(new)
        return None
    _drop_empty(new)
    return frozenset(shared)


def _empty(folder: Path) -> None:
    for left in folder.iterdir():
        shutil.rmtree(left) if left.is_dir() else left.unlink()


def _drop_empty(site: Path) -> None:
    """Folders in which nothing is left."""
    for folder, _, _ in os.walk(site, topdown=False):
        if Path(folder) != site and not os.listdir(folder):  # noqa: PTH208  # thousands of them
            Path(folder).rmdir()


def _write_beside(site: Site, staging: Path) -> None:
    for export in site.exports:
        file, content = staging / export.path, export.made()
        if not file.is_file() or file.read_bytes() != content:
            write(file, content)
    for path, source in site.assets:
        if not (staging / path).exists():  # their content is the same: it is no document
            write(staging / path, source.read_bytes())
