"""Knows again a site that was built from this content by exactly this program, so that it can stay as it is, or nearly.

Nothing is taken on trust: every file that a build reads is read and hashed, and every file of the site is looked at.
What is remembered lies beside the hub and may be lost, damaged or foreign at any time; then the site is built anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any, TypeVar

from generator.build.snapshot import Look, looks, print_of, prints, seen, total
from generator.problems.problem import Problem, Rule, Severity, Span
from generator.runtime import workers
from generator.runtime.paths import PROGRAM
from generator.store.blobs import Shelf, SpoiltError
from generator.store.files import instead_of
from generator.store.unpickling import unpacked

_STATE, _SHELF, _SPARE = ".state", ".units", ".spare"
_MEMORY = ".hub/built"
"""Where it is remembered, seen from the hub's root."""
_MANY = 2000
"""Pages of a hub in which it takes longer to look at all files than to start another process."""

Part = TypeVar("Part")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Before:
    """A site that is as the last build left it, and the one that stood there before."""

    site: Path
    number: int
    """Of its folder: another build puts another in its place."""
    files: Mapping[str, Look]
    spare: Path
    spare_files: Mapping[str, Look]
    """Empty when there is no spare, or somebody has touched it. Most are shared with the site."""

    def is_there(self) -> bool:
        """Whether the site is still the one that was looked at."""
        return self.site.stat().st_ino == self.number


@dataclass(frozen=True, slots=True)
class Standing:
    """A site that is as the last build left it."""

    pages: int
    warnings: tuple[Problem, ...]


class Memory:
    """What the build of one site was made from. Made before anything is read."""

    def __init__(
        self,
        root: Path,
        site: Path,
        inputs: Iterable[Path],
        options: Iterable[object],
    ) -> None:
        """`inputs` are all files and folders that the build reads beside the program; `options` all else it obeys."""
        self._root, self._site, self._inputs = root, site, (PROGRAM, *inputs)
        name = hashlib.sha256(os.fsencode(site.absolute())).hexdigest()[:16]
        self._file = root / _MEMORY / f"{name}.json"
        self._there: Mapping[str, Look] = {}
        self._number = 0
        said = _remembered(self._file)
        self.is_large = said.get("pages", 0) > _MANY
        """Whether another process looks at the inputs meanwhile."""
        self._before = looks(*self._inputs)
        self._sources = self._later(prints, self._inputs)
        self._known = self._recalled(said)
        self._beside = json.dumps([sys.version, *_installed(), *map(str, options)])
        self.shelf = Shelf(self._file.with_suffix(_SHELF))
        """Where large parts of the state lie."""
        self.spare = self._file.with_suffix(_SPARE)
        """Where the site before may be kept."""
        self._spare_files: Callable[[], Mapping[str, Look]] = dict

    def _later(self, work: Callable[[Part], Result], part: Part) -> Callable[[], Result]:
        """What gives the result of work that a large hub has done by another process meanwhile."""
        return workers.beside(work, part) if self.is_large else lambda: work(part)

    def _recalled(self, said: dict[str, Any]) -> dict[str, Any]:
        """What is remembered of the site, when nobody has touched it since."""
        try:
            self._number = self._site.stat().st_ino
            self._there = seen(self._site)
            return said if said["site"] == print_of(self._there) else {}
        except (OSError, KeyError):
            return {}  # no memory, or none of ours: as if there had been no build

    @cached_property
    def _prints(self) -> Mapping[tuple[int, str], bytes]:
        return self._sources()

    @cached_property
    def _made_from(self) -> str:
        return total(self._beside, self._prints)

    def documents(self, folders: Iterable[Path]) -> dict[str, bytes]:
        """Fingerprints of the YAML files right in some folders, by path relative to the root."""
        names = frozenset(map(os.fspath, folders))
        start = len(os.fspath(self._root)) + 1
        return {
            path[start:].replace(os.sep, "/"): content
            for (_, path), content in self._prints.items()
            if path.endswith(".yml") and os.path.dirname(path) in names  # noqa: PTH120  # thousands of them
        }

    def _all_but(self, documents: Iterable[str]) -> str:
        """Fingerprint of all that a build is made from beside these."""
        own = {f"{self._root}{os.sep}{path.replace('/', os.sep)}" for path in documents}
        return total(self._beside, {key: content for key, content in self._prints.items() if key[1] not in own})

    def standing(self) -> Standing | None:
        """The site when it was built from exactly these inputs and nobody has touched it since."""
        try:
            if self._known.get("made_from") != self._made_from:
                return None
            return Standing(int(self._known["pages"]), tuple(map(_problem, self._known["warnings"])))
        except (ValueError, KeyError, TypeError, AttributeError):
            return None

    def state(self, documents: Iterable[str]) -> Any:
        """What was kept of the site when nothing but `documents` has changed since; None when there is nothing."""
        if self._known.get("all_else") != self._all_but(documents):
            return None
        self._spare_files = self._later(seen, self.spare)
        try:
            packed = self._file.with_suffix(_STATE).read_bytes()
            if hashlib.sha256(packed).hexdigest() != self._known.get("state"):
                return None
            return unpacked(packed)
        except (OSError, ValueError, pickle.UnpicklingError):
            return None

    def before(self) -> Before:
        """The site whose `state` this is."""
        spare = self._spare_files() if self.spare.is_dir() else {}
        if not spare or print_of(spare) != self._known.get("spare"):
            spare = {}
        return Before(self._site, self._number, self._there, self.spare, spare)

    def keep(
        self,
        pages: int,
        warnings: Iterable[Problem],
        documents: Iterable[str],
        state: Callable[[Shelf], Any] = lambda _: None,
        *,
        is_patched: bool = False,
    ) -> None:
        """Remembers the site that was just built, unless an input was touched meanwhile.

        What is kept is of use as long as nothing but `documents` changes. `state` gives it, and puts what is large on a
        shelf; a site that is patched has a spare, the one before.

        A hub on a disk that cannot be written to is built anew each time.
        """
        if not is_patched and self.spare.is_dir():
            shutil.rmtree(self.spare, ignore_errors=True)  # it shares nothing with the site
        files = self._later(seen, self._site)
        if looks(*self._inputs) != self._before:
            files()
            return
        said = [{"rule": asdict(one.rule), "span": asdict(one.span), "values": dict(one.values)} for one in warnings]
        known = {
            "made_from": self._made_from, "all_else": self._all_but(documents), "pages": pages,
            "warnings": said, "spare": self._known.get("site", "") if is_patched else "",
        }  # fmt: skip
        with suppress(OSError, SpoiltError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with instead_of(self._file.with_suffix(_STATE)) as file:
                hashed = _Hashed(file)
                pickle.dump(state(self.shelf), hashed, pickle.HIGHEST_PROTOCOL)
            with instead_of(self._file) as file:
                site, packed = print_of(files()), hashed.total.hexdigest()
                file.write(json.dumps({**known, "site": site, "state": packed}).encode())


class _Hashed:
    """Writes what it is given, and has seen all of it: a large state is never held as bytes."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self.total = file, hashlib.sha256()

    def write(self, content: bytes) -> None:
        self.total.update(content)
        self._file.write(content)


def _remembered(file: Path) -> dict[str, Any]:
    """What a memory says; nothing when it is none of ours."""
    try:
        said = json.loads(file.read_text("utf-8"))
        return said if isinstance(said, dict) and isinstance(said.get("pages"), int) else {}
    except (OSError, ValueError, RecursionError):
        return {}


def _installed() -> list[str]:
    """Names and versions of the packages that Python finds."""
    folders = [Path(folder) for folder in dict.fromkeys(sys.path)]
    return sorted(
        path.name
        for folder in folders if folder.is_dir()
        for path in folder.iterdir() if path.suffix in (".dist-info", ".egg-info")
    )  # fmt: skip


def _problem(known: dict[str, Any]) -> Problem:
    """The rule is kept whole: those of kinds are known only where kinds are loaded."""
    rule = known["rule"]
    kept = Rule(rule["code"], Severity(rule["severity"]), rule["message"], rule["hint"])
    return Problem(kept, Span(**known["span"]), MappingProxyType(known["values"]))
