"""Pictures and drawings as they go to the site: with nothing in the file but what is needed to show them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from generator.images.container import contained
from generator.images.examine import RASTER
from generator.images.svg import cleaned
from generator.problems.problem import HubError
from generator.store.atomic_write import instead_of


def published(files: Iterable[tuple[str, Path]], cache: Path) -> tuple[tuple[str, Path], ...]:
    """Paths on the site and the files that go there: others in `cache` for those that say more than they show."""
    return tuple((path, _published(file, cache)) for path, file in files)


def published_bytes(file: Path) -> bytes:
    """A file as it goes out; one that is no picture as it is. HubError when a picture is not what was checked."""
    content, suffix = file.read_bytes(), file.suffix.lower()
    try:
        if suffix == ".svg":
            return cleaned(content)
        return contained(content).bare if suffix in RASTER else content
    except ValueError as error:
        raise HubError("{path} was changed meanwhile.", "Build again.", path=file) from error


def _published(file: Path, cache: Path) -> Path:
    suffix = file.suffix.lower()
    if suffix not in RASTER and suffix != ".svg":
        return file
    bare = published_bytes(file)
    if bare == file.read_bytes():
        return file
    kept = cache / f"{hashlib.sha256(bare).hexdigest()}{suffix}"
    if not kept.is_file() or kept.is_symlink() or kept.read_bytes() != bare:  # nothing there is trusted
        cache.mkdir(parents=True, exist_ok=True)
        with instead_of(kept) as new:
            new.write(bare)
    return kept
