"""The marker of a built site: the list of what the build wrote there. Everything else in the folder is of others."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from generator.model.settings import Audience

MARKER = ".hub-site"
"""In every folder that this program may replace."""


def write_marker(site: Path, audience: Audience = "public") -> None:
    """Lists every file of a site that was just built, with its size in bytes, and says whom it is for."""
    files = {path: os.path.getsize(f"{site}/{path}") for path in sorted(every_file(site)) if path != MARKER}  # noqa: PTH202
    (site / MARKER).unlink(missing_ok=True)  # it may be shared with the site before
    (site / MARKER).write_text(
        json.dumps({"audience": audience, "files": files}, ensure_ascii=False, indent=0), "utf-8"
    )


def listed_files(site: Path) -> Mapping[str, int] | None:
    """What the build wrote there, with sizes; None where the marker does not say so, as those of earlier versions."""
    try:
        known = json.loads((site / MARKER).read_text("utf-8"))["files"]
        return {str(path): int(size) for path, size in known.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def audience_of(site: Path) -> Audience | None:
    """Whom a built site is for; None where none stands. Of two that cannot be told apart, it is the public one."""
    try:
        known = json.loads((site / MARKER).read_text("utf-8"))["audience"]
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return "public"
    return "internal" if known == "internal" else "public"


def every_file(site: Path) -> Iterator[str]:
    """Every file and link of a folder, relative to it, with forward slashes. Links are not followed.

    What cannot be looked into is passed over.
    """
    waiting = [""]
    while waiting:
        above = waiting.pop()
        try:
            with os.scandir(f"{site}/{above}") as scanned:
                entries = [(entry.name, entry.is_dir(follow_symlinks=False)) for entry in scanned]
        except OSError:
            continue
        for name, is_folder in entries:
            if is_folder:
                waiting.append(f"{above}{name}/")
            else:
                yield above + name


def files_of_others(site: Path) -> list[str]:
    """What somebody else has put into a built site, such as `.git`, `CNAME` or `.well-known`."""
    if not site.is_dir():
        return []
    known = listed_files(site)
    if known is not None:
        return [path for path in every_file(site) if path not in known and path != MARKER]
    return [path for path in every_file(site) if path != MARKER and (path.startswith(".") or path == "CNAME")]


def carry_over(site: Path, new: Path) -> list[str]:
    """Puts what others have in a site into the one that takes its place, and says what; a file of the new site wins.

    They are two names of one file, so that nothing is lost when the work is interrupted.
    """
    others = files_of_others(site)
    for path in others:
        source, there = site / path, new / path
        if os.path.lexists(there):
            continue
        with suppress(FileExistsError, NotADirectoryError):  # a file of the new site stands where they had a folder
            there.parent.mkdir(parents=True, exist_ok=True)
            _share(source, there)
    return others


def _share(source: Path, there: Path) -> None:
    try:
        os.link(source, there, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:  # a disk that knows no second names
        shutil.copy2(source, there, follow_symlinks=False)


def drop_others(old: Path, others: Iterable[str]) -> None:
    """Leaves only what the build wrote in a site that is shown no more; the new one has the rest."""
    for path in others:
        (old / path).unlink()
        folder = (old / path).parent
        while folder != old and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent
