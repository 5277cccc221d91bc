"""Writes files that others may be reading, or share."""

from __future__ import annotations

import ctypes
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from generator.problems.problem import HubError


def write(file: Path, content: bytes) -> None:
    """Writes a file anew. What stands there may be shared with the site that people see."""
    try:
        # Nearly all files of a site are the first of their name, and many of a folder that is there.
        with file.open("xb") as out:
            out.write(content)
    except FileExistsError:
        file.unlink()
        write(file, content)
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
        write(file, content)


def inside(folder: Path, name: str) -> Path:
    """Where a file of that name is to be written in a folder. HubError when that is not in it, links followed."""
    file = folder / name
    if not name or not file.resolve().is_relative_to(folder.resolve()) or file.is_symlink() or file.is_dir():
        raise HubError("“{name}” is not a file in {folder}.", "Give another name.", name=name, folder=folder)
    return file


@contextmanager
def instead_of(file: Path) -> Iterator[IO[bytes]]:
    """Another file that takes the place of this one when it is whole."""
    # Two threads, or two machines that share a folder, may write the same file at once.
    beside = file.with_name(f"{file.name}.{os.getpid()}.{secrets.token_hex(4)}")
    try:
        with beside.open("wb") as new:
            yield new
            new.flush()
            os.fsync(new.fileno())
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)


def sync_files(folder: Path) -> None:
    """Has the disk keep every file of a folder, so that none is empty after a loss of power."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if hasattr(library, "syncfs") and library.syncfs(handle) == 0:
            return  # all at once: thousands of files one by one take minutes on some disks
    finally:
        os.close(handle)
    for place, _, names in os.walk(folder):
        for name in names:
            if not os.path.islink(f"{place}/{name}"):  # noqa: PTH114  # thousands of them
                _sync(f"{place}/{name}")
        _sync(place)


def sync_folder(folder: Path) -> None:
    """Has the disk keep the names in a folder."""
    _sync(os.fspath(folder))


def _sync(path: str) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
