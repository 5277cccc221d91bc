"""Looks at files that others may move or remove meanwhile: what vanishes while it is looked at is absent."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path


def content_of(file: Path) -> bytes | None:
    """What a file says; None when there is no such file, or none any more."""
    try:
        return file.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def entries_in(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    """All that is in a folder and in those in it, with what the disk says of each; links are not followed."""
    for where, folders, names in os.walk(folder):
        folders.sort()
        for name in (*folders, *sorted(names)):
            entry = Path(where, name)
            try:
                yield entry, entry.lstat()
            except (FileNotFoundError, NotADirectoryError):
                continue
