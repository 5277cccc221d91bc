"""Mends a hub in a copy, round by round: one fault often hides the next. What people wrote is only read."""

from __future__ import annotations

import difflib
import os
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.authoring.mending.file_placement import wanted_place
from generator.authoring.mending.fix_value import mend
from generator.content.validate import check_content
from generator.content.yaml.entry_spans import LINE_END
from generator.content.yaml.parser import value_of
from generator.kinds import KINDS
from generator.model.settings import Settings
from generator.problems.problem import Problem, Span
from generator.store.atomic_write import instead_of

_ROUNDS, _AT_MOST = 6, 200
"""How often the hub is checked anew, and a file is read anew."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What a file has become."""

    path: str
    """Where it lies, relative to the hub's root."""
    wanted: str
    """Where it belongs; the same path for most."""
    before: bytes
    after: bytes

    def diff(self) -> str:
        """What is written anew, as `diff -u` shows it; a line when the file is only moved."""
        head = f"{self.path} → {self.wanted}\n" if self.path != self.wanted else ""
        before, after = (_text(some)[0].splitlines() for some in (self.before, self.after))
        lines = difflib.unified_diff(before, after, self.path, self.wanted, n=1, lineterm="")
        return head + "".join(f"{line}\n" for line in lines)


def mended(root: Path, settings: Settings) -> tuple[tuple[Mended, ...], tuple[Problem, ...]]:
    """What can be mended, in order of the paths, and the problems that are left then."""
    content, pages = settings.content, settings.pages
    with tempfile.TemporaryDirectory(prefix="hub-mended-") as folder:
        copy = Path(folder) / "hub"
        for part in dict.fromkeys((content, pages)):
            if (root / part).is_dir() and not (copy / part).exists():
                shutil.copytree(root / part, copy / part, symlinks=True, copy_function=_lent)
        came_from: dict[str, str] = {}
        problems = check_content(copy, settings, KINDS, drafts="checked").problems
        for _ in range(_ROUNDS):
            if not _round(copy, content, settings.language, problems, came_from):
                break
            problems = check_content(copy, settings, KINDS, drafts="checked").problems
        changed = [
            one for path in _files(copy, (content, pages)) if (one := _changed(root, copy, path, came_from)) is not None
        ]
    return tuple(sorted(changed, key=lambda one: one.path)), problems


def write(root: Path, changes: Iterable[Mended]) -> None:
    """Writes what was mended. Whatever has changed meanwhile is left alone."""
    for one in changes:
        if (root / one.path).read_bytes() != one.before:
            continue
        target = root / one.wanted
        target.parent.mkdir(parents=True, exist_ok=True)
        if one.before != one.after:
            with instead_of(root / one.path) as new:
                new.write(one.after)
        if one.wanted != one.path and not target.exists():
            (root / one.path).rename(target)


def _lent(source: str, target: str) -> str:
    """Films and pictures are not copied: nobody writes into them."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
    return target


def _round(
    root: Path, content: str, language: str, problems: Sequence[Problem], came_from: dict[str, str]
) -> bool:  # fmt: skip
    """Mends what can be mended now; whether anything was."""
    by_file: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_file[problem.span.file].append(problem)
    done = [_mended_text(root, file, found, language) for file, found in by_file.items()]
    for problem in problems:
        wanted = wanted_place(problem, content)
        if wanted and wanted != problem.span.file and (root / problem.span.file).is_file():
            done.append(_moved(root, problem.span.file, wanted, came_from))
    return any(done)


def _moved(root: Path, path: str, wanted: str, came_from: dict[str, str]) -> bool:
    if (root / wanted).exists():
        return False
    (root / wanted).parent.mkdir(parents=True, exist_ok=True)
    (root / path).rename(root / wanted)
    came_from[wanted] = came_from.pop(path, path)
    return True


def _mended_text(root: Path, path: str, problems: Sequence[Problem], language: str) -> bool:
    """Whether anything was mended in a file. Faults of its form hide each other, so it is read again after each."""
    file = root / path
    if not file.is_file():
        return False
    text, was_foreign = _text(file.read_bytes())
    if was_foreign and not any(problem.code == "text-encoding" for problem in problems):
        return False
    found = _written_anew(text, problems, language)
    for _ in range(_AT_MOST if path.endswith(".yml") else 0):
        further = _written_anew(found, value_of(found, path)[1], language)
        if further == found:
            break
        found = further
    if found == text and not was_foreign:
        return False
    file.unlink()  # the bytes on the disk may be lent
    file.write_bytes(found.encode())
    return True


def _text(data: bytes) -> tuple[str, bool]:
    """The text of a file, and whether it was in the encoding of older Windows programs."""
    try:
        return data.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), True


def _written_anew(text: str, problems: Sequence[Problem], language: str) -> str:
    """The text with all that can be mended, from the end to the beginning: places before a mend stay right."""
    places = {(_offset(text, problem.span), problem.code): problem for problem in problems}
    limit = len(text)
    for ((start, end), _), problem in sorted(places.items(), key=lambda one: one[0], reverse=True):
        here = text[start:end]
        meant = mend(here, problem, language) if end <= limit else None
        if meant is not None and meant != here:
            if meant.endswith(" ") and text[end : end + 1] == " ":
                meant = meant[:-1]
            text, limit = text[:start] + meant + text[end:], start
    return text


def _offset(text: str, span: Span) -> tuple[int, int]:
    """Where a place begins and ends in the text."""
    starts = [0, *(one.end() for one in LINE_END.finditer(text))]
    last = len(starts) - 1
    first = starts[min(span.line - 1, last)] + span.column - 1
    return first, starts[min(span.end_line - 1, last)] + span.end_column - 1


def _files(root: Path, folders: Iterable[str]) -> Iterator[str]:
    found = {path for folder in folders for path in (root / folder).rglob("*") if path.is_file()}
    return (path.relative_to(root).as_posix() for path in sorted(found))


def _changed(root: Path, copy: Path, path: str, came_from: Mapping[str, str]) -> Mended | None:
    """None for a file that is as it was."""
    before = came_from.get(path, path)
    if before == path and (copy / path).samefile(root / path):
        return None
    old, new = (root / before).read_bytes(), (copy / path).read_bytes()
    return Mended(before, path, old, new) if before != path or old != new else None
