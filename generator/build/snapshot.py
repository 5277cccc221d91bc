"""Looks at files: whether anybody has touched them (size, time, inode), and what they hold (SHA-256)."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

Look = tuple[int, int, int]
"""Size, time and number of a file: whoever touches it changes them."""


def look_at(*places: Path) -> str:
    """SHA-256 over the `Look` of every file: any that is touched changes it."""
    return hash_of_looks(*map(looks_in, places))


def hash_of_looks(*looks: Mapping[str, Look]) -> str:
    """SHA-256 over the looks of folders."""
    return hashlib.sha256(json.dumps(looks).encode()).hexdigest()


def looks_in(place: Path) -> dict[str, Look]:
    """Every file of a folder, by its path there."""
    return {name: _look(path) for name, path in _files(place)}


def hashes_of(inputs: Iterable[Path]) -> dict[tuple[int, str], bytes]:
    """SHA-256 of every file of the inputs, by the number of its input and its path."""
    return {(at, os.fspath(path)): _content(path) for at, place in enumerate(inputs) for _, path in _files(place)}


def combined_hash(environment: str, hashes: Mapping[tuple[int, str], bytes]) -> str:
    """SHA-256 over such hashes, and what else decides."""
    every = hashlib.sha256(environment.encode())
    for (at, path), content in hashes.items():
        every.update(f"\0{at}\0{path}\0".encode("utf-8", "surrogateescape"))
        every.update(content)
    return every.hexdigest()


def _files(place: Path) -> Iterator[tuple[str, Path | os.DirEntry[str]]]:
    """All that lies in a folder, with its name seen from there; the place itself when it is no folder.

    Links are not followed, and what Python keeps of its own modules is no input.
    """
    if not place.is_dir():
        yield "", place
        return
    waiting = [("", os.fspath(place))]
    while waiting:
        above, folder = waiting.pop()
        with os.scandir(folder) as scanned:
            entries = sorted(scanned, key=lambda entry: entry.name)
        for entry in entries:
            if not entry.is_dir(follow_symlinks=False):
                yield above + entry.name, entry
            elif entry.name != "__pycache__":
                waiting.append((f"{above}{entry.name}/", entry.path))


def _look(path: Path | os.DirEntry[str]) -> Look:
    try:
        at = path.stat(follow_symlinks=False)
    except OSError:
        return 0, 0, 0
    return at.st_size, at.st_mtime_ns, at.st_ino


def _content(path: Path | os.DirEntry[str]) -> bytes:
    """A link counts by where it leads: the checks refuse links in content."""
    if path.is_symlink():
        return b"link" + os.fsencode(Path(path).readlink())
    if not path.is_file():
        return b"no file"
    try:
        with Path(path).open("rb") as source:
            return b"file" + hashlib.file_digest(source, "sha256").digest()
    except OSError:
        return b"unreadable"
