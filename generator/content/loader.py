"""Reads content files: names, bytes and the YAML dialect, in which every scalar is a text or None."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from generator.content.file_names import RESERVED, id_like
from generator.content.files import MOST_BYTES, about, entries, read_text, shown, twins
from generator.content.yaml.parser import value_of
from generator.content.yaml.places import span_of
from generator.model.catalog import Document, nearest
from generator.problems import rules
from generator.problems.problem import Problem, in_order

_YAML = re.compile(r"\.ya?ml(?:\.[A-Za-z]\w{0,9})?$", re.IGNORECASE)
"""How the name of a content file ends, or was meant to: editors put `.txt` behind it."""
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def load(
    root: Path, content: str = "content", *, folders: Mapping[str, str]
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """The sound documents in order of their paths, and the problems of all files. `folders` is as for `find`."""
    files, problems = find(root, content, folders=folders)
    read = [load_one(root, path, kind=kind) for path, kind in files]
    found = [problem for _, problems in read for problem in problems]
    return tuple(document for document, _ in read if document), in_order([*problems, *found])


# Files and their names


def find(
    root: Path, content: str, *, folders: Mapping[str, str], others: Collection[str] = ()
) -> tuple[list[tuple[str, str]], list[Problem]]:
    """The path of each content file, relative to the root, and its kind, in order; and what is wrong with names.

    `folders` maps each folder inside `content` to the kind of its documents; `others` are paths of folders in which
    somebody else reads. A folder may be missing.
    """
    if problems := list(_unfit_folders(root, content)):
        return [], problems
    files: list[tuple[str, str]] = []
    for folder, kind in folders.items():
        names, found = _files(root, f"{content}/{folder}")
        problems += found
        files += ((f"{content}/{folder}/{name}", kind) for name in names)
    own = {f"{content}/{folder}" for folder in folders}
    return sorted(files), [*problems, *_stray(root, content, own | set(others), tuple(folders))]


def _stray(root: Path, content: str, read: Collection[str], folders: Sequence[str]) -> Iterator[Problem]:
    """YAML in the content that nobody reads. The folder that is said is the one with a name most like its own."""
    waiting = [content]
    while waiting:
        here = waiting.pop()
        for entry in entries(root, here)[0]:
            path = f"{here}/{entry.name}"
            near = nearest(here.rpartition("/")[2].lower(), folders) if here != content else "–"
            folder = near if near != "–" else "guides" if "guides" in folders else folders[0]
            if entry.is_dir(follow_symlinks=False):
                waiting += [] if path in read else [path]
            elif _YAML.search(entry.name):
                yield about(rules.FILE_PLACE, path, name=entry.name, folder=folder)


def _unfit_folders(root: Path, content: str) -> Iterator[Problem]:
    """The content folder is there, and neither it nor a folder between it and the root is a link."""
    parts = content.split("/")
    for end in range(1, len(parts) + 1):
        folder = "/".join(parts[:end])
        if (root / folder).is_symlink():
            yield about(rules.FILE_SYMLINK, folder, name=parts[end - 1])
            return
    if not (root / content).is_dir():
        yield about(rules.CONTENT_MISSING, content, folder=content)


def _files(root: Path, folder: str) -> tuple[list[str], list[Problem]]:
    """The names of the content files right in the folder, sorted, and what is wrong with all names below it."""
    names: list[str] = []
    problems: list[Problem] = []
    if (root / folder).is_symlink():
        return [], [about(rules.FILE_SYMLINK, folder, name=folder.rpartition("/")[2])]
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        inside, found = entries(root, here)
        problems += [*found, *twins(here, sorted((entry.name for entry in inside), reverse=True))]
        for entry in inside:
            path = f"{here}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                waiting.append(path)
            elif not _YAML.search(entry.name):
                continue
            elif here != folder:
                problems.append(about(rules.FILE_NESTED, path, name=entry.name, folder=folder))
            elif not entry.is_file(follow_symlinks=False):
                problems.append(about(rules.FILE_KIND, path, name=entry.name))
            else:
                names.append(entry.name)
    problems += [problem for name in names for problem in _unfit_name(f"{folder}/{name}", name, names)]
    return sorted(names), problems


def _unfit_name(path: str, name: str, names: Collection[str]) -> Iterator[Problem]:
    stem, suffix = _YAML.sub("", name), _YAML.search(name)
    if name != f"{stem}.yml" and f"{stem}.yml" in names:
        yield about(rules.FILE_SPARE, path, name=name, wanted=f"{stem}.yml")
        return
    if suffix is None or suffix[0] != ".yml":
        yield about(rules.FILE_SUFFIX, path, name=name, wanted=f"{stem}.yml")
    if stem in RESERVED:
        yield about(rules.FILE_RESERVED, path, name=name, wanted=f"{stem}-1.yml")
    elif len(stem) > 80 or not _ID.fullmatch(stem):
        yield about(rules.FILE_NAME, path, name=name, wanted=f"{id_like(stem)}.yml")


# The text of a file


def load_one(root: Path, path: str, *, kind: str) -> tuple[Document | None, list[Problem]]:
    """The document at `path`, which is relative to the root, and what is wrong with it; None when it is not sound."""
    if not path.endswith(".yml"):
        return None, []  # its name has a problem
    data, text = read_text(root, path)
    if isinstance(text, Problem):
        return None, [text]
    value, problems = value_of(text, shown(path))
    stem = path.rpartition("/")[2].removesuffix(".yml")
    if value is None or not _ID.fullmatch(stem) or len(stem) > 80 or stem in RESERVED:
        return None, problems
    digest = hashlib.sha256(data).hexdigest()
    return Document(kind=kind, id=stem, path=path, text=text, value=value, sha256=digest), problems


__all__ = ["MOST_BYTES", "find", "load", "load_one", "span_of"]
