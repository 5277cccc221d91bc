"""What `hub check` notices beside faults: days that have not come, and files that nobody names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path

from generator.build.pipeline import Examined
from generator.content.files import about, entries
from generator.content.validate import Places
from generator.model.catalog import Item
from generator.problems.content_rules import RULES
from generator.problems.problem import Problem, Severity

_TOLD = re.compile(r"\.ya?ml(\.\w+)?$", re.IGNORECASE)
"""Names that are an error wherever they are not read."""
_ABOUT = frozenset({"readme.md", "license.md", "license.txt", "licence.md", "licence.txt", "changelog.md"})
"""Files about the content."""


def notices(examined: Examined, places: Places, today: date) -> Iterator[Problem]:
    """Warnings that a build does not repeat: they depend on the day, or on files that are not on the site."""
    for item in examined.checked.catalog.items.values():
        for path, day in _past(item):
            if day > today:
                yield Problem(RULES["date-future"], places(item, path), {"date": day.isoformat()})
        yield from _bare(item, places, examined.problems)
    hub = examined.checked.hub
    for name, kind in hub.kinds.items():
        for item in hub.catalog.of_kind(name):
            for finding in kind.noticed(item, hub):
                yield Problem(RULES[finding.rule], places(item, finding.path), finding.values)
    yield from _unused(examined, places)


def _past(item: Item) -> Iterator[tuple[tuple[str, ...], date]]:
    """The days of a document on which something was done."""
    model = item.model
    yield from ((("published",), model.published), (("updated",), model.updated))
    tested = getattr(getattr(model, "last_tested", None), "date", None)
    if isinstance(tested, date):
        yield ("last_tested", "date"), tested


def _bare(item: Item, places: Places, told: Collection[Problem]) -> Iterator[Problem]:
    """Old addresses without a folder: most likely the id alone."""
    for number, address in enumerate(item.common.redirect_from):
        if "/" not in address:
            place = places(item, ("redirect_from", number))
            near = f"{item.url.partition('/')[0]}/{address}"
            if all(one.span != place for one in told):
                yield Problem(RULES["redirect-bare"], place, {"url": address, "nearest": near})


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
    yield from _beside_all(
        places.root, {path.relative_to(places.root).as_posix() for path in ground.values()}, examined
    )
    if not any(page.startswith(f"{examined.pages}/") for page in wrong):
        for name in sorted(checked.pages.files.keys() - examined.ordinary.files.keys()):
            yield about(RULES["file-unused"], f"{examined.pages}/{name}", name=name)


def _beside_all(root: Path, read: set[str], examined: Examined) -> Iterator[Problem]:
    """Files that lie in no folder that is read, except those without an ending."""
    content = examined.checked.hub.settings.content
    known = {*read, examined.pages, f"{content}/recordings"}
    waiting = [content]
    while waiting:
        here = waiting.pop()
        for entry in entries(root, here)[0]:
            path = f"{here}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                waiting += [] if path in known else [path]
            elif "." in entry.name and not _TOLD.search(entry.name) and entry.name.lower() not in _ABOUT:
                yield about(RULES["file-unused"], path, name=entry.name)


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
