"""Reads content files: names, bytes and the YAML dialect, in which every scalar is a text or None."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.content.yaml.errors import lines_of
from generator.content.yaml.parser import span_of, value_of
from generator.model.catalog import Document
from generator.problems import rules
from generator.problems.problem import Problem, Rule, Span, in_order

MOST_BYTES = 1_000_000

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ß": "ss"})


def load(
    root: Path, content: str = "content", *, folders: Mapping[str, str]
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """The sound documents in order of their paths, and the problems of all files. `folders` is as for `find`."""
    files, problems = find(root, content, folders=folders)
    read = [load_one(root, path, kind=kind) for path, kind in files]
    found = [problem for _, problems in read for problem in problems]
    return tuple(document for document, _ in read if document), in_order([*problems, *found])


# Files and their names


def find(root: Path, content: str, *, folders: Mapping[str, str]) -> tuple[list[tuple[str, str]], list[Problem]]:
    """The path of each content file, relative to the root, and its kind, in order; and what is wrong with names.

    `folders` maps each folder inside `content` to the kind of its documents. A folder may be missing.
    """
    if problems := list(_unfit_folders(root, content)):
        return [], problems
    files: list[tuple[str, str]] = []
    for folder, kind in folders.items():
        names, found = _files(root, f"{content}/{folder}")
        problems += found
        files += ((f"{content}/{folder}/{name}", kind) for name in names)
    return sorted(files), problems


def _unfit_folders(root: Path, content: str) -> Iterator[Problem]:
    """The content folder is there, and neither it nor a folder between it and the root is a link."""
    parts = content.split("/")
    for end in range(1, len(parts) + 1):
        folder = "/".join(parts[:end])
        if (root / folder).is_symlink():
            yield _about(rules.FILE_SYMLINK, folder, name=parts[end - 1])
            return
    if not (root / content).is_dir():
        yield _about(rules.CONTENT_MISSING, content, folder=content)


def _files(root: Path, folder: str) -> tuple[list[str], list[Problem]]:
    """The names of the content files right in the folder, sorted, and what is wrong with all names below it."""
    names: list[str] = []
    problems: list[Problem] = []
    if (root / folder).is_symlink():
        return [], [_about(rules.FILE_SYMLINK, folder, name=folder.rpartition("/")[2])]
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        entries, found = _entries(root, here)
        problems += found
        for entry in entries:
            path = f"{here}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                waiting.append(path)
            elif not entry.name.lower().endswith((".yml", ".yaml")):
                continue
            elif here != folder:
                problems.append(_about(rules.FILE_NESTED, path, name=entry.name, folder=folder))
            elif not entry.is_file(follow_symlinks=False):
                problems.append(_about(rules.FILE_KIND, path, name=entry.name))
            else:
                names.append(entry.name)
    problems += [problem for name in names for problem in _unfit_name(f"{folder}/{name}", name)]
    return sorted(names), [*problems, *_twins(folder, names)]


def _entries(root: Path, folder: str) -> tuple[list[os.DirEntry[str]], list[Problem]]:
    """What lies in a folder, except links, and hidden files, which belong to editors and systems."""
    try:
        with os.scandir(root / folder) as scanned:
            entries = [entry for entry in scanned if not entry.name.startswith(".")]
    except FileNotFoundError:
        return [], []
    except OSError as error:
        return [], [_about(rules.FILE_UNREADABLE, folder, reason=_reason(error))]
    links = [entry for entry in entries if entry.is_symlink()]
    problems = [_about(rules.FILE_SYMLINK, f"{folder}/{entry.name}", name=entry.name) for entry in links]
    return [entry for entry in entries if entry not in links], problems


def _unfit_name(path: str, name: str) -> Iterator[Problem]:
    stem, dot, suffix = name.rpartition(".")
    if suffix != "yml":
        yield _about(rules.FILE_SUFFIX, path, name=name, wanted=f"{stem}{dot}yml")
    if stem in _RESERVED:
        yield _about(rules.FILE_RESERVED, path, name=name, wanted=f"{stem}-1.yml")
    elif len(stem) > 80 or not _ID.fullmatch(stem):
        yield _about(rules.FILE_NAME, path, name=name, wanted=f"{_id_like(stem)}.yml")


def _id_like(stem: str) -> str:
    """The id that a person most likely means by that name."""
    spelled = unicodedata.normalize("NFC", stem).lower().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    wanted = re.sub(r"[^a-z0-9]+", "-", plain)[:80].strip("-") or "name"
    return f"{wanted}-1" if wanted in _RESERVED else wanted


def _twins(folder: str, names: Iterable[str]) -> Iterator[Problem]:
    """Names that differ only in case, in suffix or in how their letters are composed."""
    groups: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, reverse=True):
        groups[unicodedata.normalize("NFC", name.rpartition(".")[0]).casefold()].append(name)
    for first, *others in groups.values():
        for name in others:
            yield _about(rules.FILE_TWIN, f"{folder}/{name}", name=name, other=first)


def _about(rule: Rule, path: str, **values: str) -> Problem:
    """A problem of a file as a whole."""
    return Problem(rule, Span(_shown(path)), {name: _shown(value) for name, value in values.items()})


def _shown(name: str) -> str:
    """A name that can be printed, and in which composed and decomposed letters look different."""
    return "".join(
        letter if letter.isprintable() and not unicodedata.combining(letter)
        else letter.encode("unicode_escape").decode("ascii")
        for letter in name
    )  # fmt: skip


def _reason(error: OSError) -> str:
    return type(error).__name__ if error.errno is None else os.strerror(error.errno)


# The bytes of a file


def load_one(root: Path, path: str, *, kind: str) -> tuple[Document | None, list[Problem]]:
    """The document at `path`, which is relative to the root, and what is wrong with it; None when it is not sound."""
    try:
        data = _bytes(root / path)
    except OSError as error:
        return None, [_about(rules.FILE_UNREADABLE, path, reason=_reason(error))]
    if len(data) > MOST_BYTES:
        return None, [_about(rules.FILE_SIZE, path, limit=f"{MOST_BYTES}")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        return None, [_not_utf8(before, _shown(path))]
    value, problems = value_of(text, _shown(path))
    stem = path.rpartition("/")[2].removesuffix(".yml")
    if problems or not _ID.fullmatch(stem) or len(stem) > 80 or stem in _RESERVED:
        return None, problems
    digest = hashlib.sha256(data).hexdigest()
    return Document(kind=kind, id=stem, path=path, text=text, value=value, sha256=digest), problems


def _bytes(path: Path) -> bytes:
    """At most one byte more than may be read. Never waits for a pipe, never follows a link put there meanwhile."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as source:
        if not stat.S_ISREG(os.fstat(source.fileno()).st_mode):
            raise OSError(None, "not an ordinary file")
        return source.read(MOST_BYTES + 1)


def _not_utf8(before: str, file: str) -> Problem:
    lines = lines_of(before)
    column = len(lines[-1]) + 1
    return Problem(rules.TEXT_ENCODING, Span(file, len(lines), column, len(lines), column + 1))


__all__ = ["MOST_BYTES", "find", "load", "load_one", "span_of"]
