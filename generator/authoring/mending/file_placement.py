"""Where a file belongs that lies, or is named, as no content is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from pathlib import PurePosixPath

from generator.kinds import KINDS
from generator.problems.problem import Problem


def wanted_place(problem: Problem, content: str) -> str | None:
    """The path that the file of a problem should have, relative to the hub's root; None where people must decide."""
    file, values = PurePosixPath(problem.span.file), problem.values
    match problem.code:
        case "file-suffix" | "page-suffix" | "file-name" | "file-reserved":
            return str(file.with_name(values["wanted"]))
        case "file-nested":
            return f"{values['folder']}/{file.name}"
        case "file-wrong-kind":
            return f"{content}/{values['folder']}/{file.name}"
        case "file-place":
            folder = _folder_meant(file.parent.name)
            return f"{content}/{folder}/{file.name}" if folder else None
    return None


def _folder_meant(name: str) -> str | None:
    """The folder of the kind whose name, or nearly whose folder, somebody gave."""
    folders: Mapping[str, str] = {kind.name: kind.folder for kind in KINDS}
    if name in folders:
        return folders[name]
    near: Sequence[str] = get_close_matches(name.lower(), [*folders.values(), "vocabulary"], n=1, cutoff=0.8)
    return near[0] if near else None
