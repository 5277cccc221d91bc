"""Knows again a site that was built from exactly this content by exactly this program, so that it can stay as it is.

Nothing is taken on trust: every file that a build reads is read and hashed, and every file of the site is looked at.
What is remembered lies beside the hub and may be lost, damaged or foreign at any time; then the site is built anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from generator.content_rules import RULES
from generator.problem import Problem, Span

PROGRAM = Path(__file__).parent
_MEMORY = ".hub/built"
"""Where it is remembered, seen from the hub's root."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A site that is as the last build left it."""

    pages: int
    warnings: tuple[Problem, ...]


class Memory:
    """What the build of one site was made from. Made before anything is read."""

    def __init__(self, root: Path, site: Path, inputs: Iterable[Path], options: Iterable[object]) -> None:
        """`inputs` are all files and folders that the build reads beside the program; `options` all else it obeys."""
        self._site, self._inputs = site, (PROGRAM, *inputs)
        name = hashlib.sha256(os.fsencode(site.absolute())).hexdigest()[:16]
        self._file = root / _MEMORY / f"{name}.json"
        self._before = looks(*self._inputs)
        self._made_from = _fingerprint(self._inputs, options)

    def standing(self) -> Standing | None:
        """The site when it was built from exactly these inputs and nobody has touched it since."""
        try:
            known = json.loads(self._file.read_text("utf-8"))
            if known["made_from"] != self._made_from or known["site"] != looks(self._site):
                return None
            return Standing(int(known["pages"]), tuple(map(_problem, known["warnings"])))
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None  # no memory, or none of ours: as if there had been no build

    def keep(self, pages: int, warnings: Iterable[Problem]) -> None:
        """Remembers the site that was just built, unless an input was touched meanwhile.

        A hub on a disk that cannot be written to is built anew each time.
        """
        if looks(*self._inputs) != self._before:
            return
        said = [{"rule": one.code, "span": asdict(one.span), "values": dict(one.values)} for one in warnings]
        known = {"made_from": self._made_from, "site": looks(self._site), "pages": pages, "warnings": said}
        beside = self._file.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(json.dumps(known), "utf-8")
            beside.replace(self._file)


def looks(*places: Path) -> str:
    """SHA-256 over the name, size, time and number of every file: any that is touched changes it."""
    seen = [(at, name, *_touched(path)) for at, place in enumerate(places) for name, path in _files(place)]
    return hashlib.sha256(json.dumps(seen).encode()).hexdigest()


def _fingerprint(inputs: Iterable[Path], options: Iterable[object]) -> str:
    """SHA-256 of the program, what it is run by, its options, and every byte of the inputs."""
    total = hashlib.sha256(json.dumps([sys.version, *_installed(), *map(str, options)]).encode())
    for at, place in enumerate(inputs):
        for name, path in _files(place):
            total.update(f"\0{at}\0{name}\0".encode("utf-8", "surrogateescape"))
            total.update(_content(path))
    return total.hexdigest()


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


def _touched(path: Path | os.DirEntry[str]) -> tuple[int, int, int]:
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


def _installed() -> list[str]:
    """Names and versions of the packages that Python finds."""
    folders = [Path(folder) for folder in dict.fromkeys(sys.path)]
    return sorted(
        path.name
        for folder in folders if folder.is_dir()
        for path in folder.iterdir() if path.suffix in (".dist-info", ".egg-info")
    )  # fmt: skip


def _problem(known: dict[str, Any]) -> Problem:
    """KeyError for a rule of another version."""
    return Problem(RULES[known["rule"]], Span(**known["span"]), MappingProxyType(known["values"]))
