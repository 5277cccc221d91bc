"""Makes a site of the one before it: what would be the same is shared with it, and only the rest is made anew."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from generator import engine, search
from generator.build.cache import LastSite
from generator.build.marker import MARKER, listed_files
from generator.build.pages import FinishedSite, Reused, make_pages, unchanged
from generator.build.state import State
from generator.engine import EngineConfig, Whole
from generator.model.site import Site
from generator.runtime.workers import beside
from generator.store.atomic_write import write
from generator.store.codec import DamagedError
from generator.store.database import Database
from generator.store.fingerprint import digest


def frame_of(whole: Whole) -> bytes:
    return digest(whole.segments)


def beside_of(site: Site) -> frozenset[str]:
    return frozenset((*(export.path for export in site.exports), *(path for path, _ in site.assets)))


def patch(
    config: EngineConfig, site: Site, state: State, last: LastSite, staging: Path, database: Database
) -> tuple[Whole, FinishedSite] | None:
    """Makes the site in an empty folder, from the last one. None when nothing can be reused, and the folder is empty.

    ContentError when a link is broken.
    """
    whole = engine.whole_for(config, site)
    if frame_of(whole) != state.site.frame or not last.is_there():
        return None
    if site.related.inputs == state.site.related_inputs:
        site.related.items.update({url: artifact.related for url, artifact in state.artifacts.items()})
    same = unchanged(site, state.artifacts)
    stay = {url: artifact for url, artifact in state.artifacts.items() if url in same}
    replaced = tuple(artifact for url, artifact in state.artifacts.items() if url not in same)
    files = (file for artifact in replaced for file in artifact.files)
    gone = frozenset((*files, *(state.site.beside - beside_of(site))))
    ours = listed_files(last.folder) or {}  # what others have there is carried over by whoever swaps the folders
    stays = frozenset(file for file in ours if file not in gone and file in last.files and not _is_always_made(file))
    if not _take_over(last, staging, stays) and not _share(last.folder, staging, stays):
        return None
    reused = Reused(stay, replaced, state.ordinary, stays, gone, state.site.search_index)
    written = beside(_write_beside, (site, staging))
    try:
        made = make_pages(site, whole, (), staging, config.settings.spoken, reused, database)
    finally:
        written()
    if address := config.settings.site_url:
        write(staging / "sitemap.xml", engine.sitemap((*site.outlines(), *state.site.outlines), address))
    try:
        return whole, made.finish()
    except DamagedError:
        _empty(staging)
        return None


def _is_always_made(file: str) -> bool:
    return file == MARKER or search.is_always_written(file)


def _take_over(last: LastSite, new: Path, stays: frozenset[str]) -> bool:
    """Makes the site before, which shares most files with the last one, the new folder; False when there is none."""
    if not last.previous_files:
        return False
    new.rmdir()
    try:
        last.previous.rename(new)
    except OSError:  # on another disk
        new.mkdir()
        return False
    here, there = last.previous_files, last.files
    try:
        for file in here.keys() - stays:
            (new / file).unlink()
        for file in stays:
            if here.get(file) != there[file]:
                (new / file).parent.mkdir(parents=True, exist_ok=True)
                (new / file).unlink(missing_ok=True)
                os.link(last.folder / file, new / file)
        for file in here.keys() - stays:
            _drop_empty(new, file.rpartition("/")[0])
    except OSError:
        _empty(new)
        return False
    return True


def _share(old: Path, new: Path, stays: frozenset[str]) -> bool:
    """Puts files of the old site into the new one, without copying them; False where the disk cannot do that."""
    files = sorted(stays)
    other = beside(_linked, (old, new, files[: len(files) // 2]))
    is_done = _linked((old, new, files[len(files) // 2 :]))
    if other() and is_done:
        return True
    _empty(new)
    return False


def _linked(given: tuple[Path, Path, Sequence[str]]) -> bool:
    """Whether these files of a site, in order, are in another now, each one file with two names."""
    old, new, files = given
    made = {""}
    try:
        for file in files:
            folder = file.rpartition("/")[0]
            if folder not in made:
                (new / folder).mkdir(parents=True, exist_ok=True)
                made.add(folder)
            os.link(f"{old}/{file}", f"{new}/{file}")
    except OSError:
        return False
    return True


def _drop_empty(site: Path, folder: str) -> None:
    """A folder in which nothing is left, and those around it."""
    while folder:
        try:
            (site / folder).rmdir()
        except FileNotFoundError:
            pass  # with another of its files
        except OSError:
            return  # something is left
        folder = folder.rpartition("/")[0]


def _empty(folder: Path) -> None:
    for left in folder.iterdir():
        shutil.rmtree(left) if left.is_dir() else left.unlink()


def _write_beside(given: tuple[Site, Path]) -> None:
    site, staging = given
    for export in site.exports:
        file, content = staging / export.path, export.made()
        if not file.is_file() or file.read_bytes() != content:
            write(file, content)
    for path, source in site.assets:
        if not (staging / path).exists():  # their content is the same: it is no document
            write(staging / path, source.read_bytes())
