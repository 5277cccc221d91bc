"""What `hub check` notices beside faults: days that have not come, and files that nobody names."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path

from generator.build.pipeline import Examined
from generator.content.files import about, entries
from generator.content.validate import Places
from generator.problems.content_rules import RULES
from generator.problems.problem import Problem, Severity


def notices(examined: Examined, places: Places, today: date) -> Iterator[Problem]:
    """Warnings that a build does not repeat: they depend on the day, or on files that are not on the site."""
    for item in examined.checked.catalog.items.values():
        for field in ("published", "updated"):
            day = getattr(item.model, field)
            if day > today:
                yield Problem(RULES["date-future"], places(item, (field,)), {"date": day.isoformat()})
    hub = examined.checked.hub
    for name, kind in hub.kinds.items():
        for item in hub.catalog.of_kind(name):
            for finding in kind.noticed(item, hub):
                yield Problem(RULES[finding.rule], places(item, finding.path), finding.values)
    yield from _unused(examined, places)


def _unused(examined: Examined, places: Places) -> Iterator[Problem]:
    """Files that no document or page names, where all of those could be read."""
    checked, ground = examined.checked, examined.checked.catalog.folders
    wrong = {problem.span.file for problem in examined.problems if problem.severity is Severity.ERROR}
    used: dict[str, set[str]] = {kind: set() for kind in checked.hub.kinds}
    for one in checked.alone:
        used[one.listed.kind].update(one.files)
    for item in checked.catalog.items.values():
        used[item.kind].update(file for file, _ in item.common.files)
    for kind, files in used.items():
        folder = ground[kind].relative_to(places.root).as_posix()
        if not any(file.startswith(f"{folder}/") for file in wrong):
            # Beside a picture that was taken, a file says how.
            named = files | {f"{file.rpartition('.')[0]}.json" for file in files}
            yield from _others(places.root, folder, named)
    if not any(page.startswith(f"{examined.pages}/") for page in wrong):
        for name in sorted(checked.pages.files.keys() - examined.ordinary.files.keys()):
            yield about(RULES["file-unused"], f"{examined.pages}/{name}", name=name)


def _others(root: Path, folder: str, named: Collection[str]) -> Iterator[Problem]:
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        for entry in entries(root, here)[0]:
            path = f"{here}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                waiting.append(path)
            elif not entry.name.endswith(".yml") and path[len(folder) + 1 :] not in named:
                yield about(RULES["file-unused"], path, name=entry.name)
