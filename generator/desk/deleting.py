"""Deletes a document: who names it is known before, and what git still has of it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.content.loader import load_one
from generator.desk.desk import Desk
from generator.model.kind import Kind
from generator.problems.problem import HubError
from generator.store.atomic_write import inside

_PATIENCE = 10
"""Seconds that git has to say what it knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteView:
    """What somebody is told before a document is gone."""

    kind: str
    id: str
    title: str
    base: str
    """Fingerprint of the file that is looked at."""
    named_by: tuple[tuple[str, str, str], ...]
    """Kind, id and title of each that names it."""
    kept: str
    """The day of the edition that git has, in words; "" where git has none."""
    is_draft: bool
    """Whether it is off the hub already."""


def looked_at(desk: Desk, kind: Kind, id_: str) -> DeleteView | None:
    """None when there is no such file. HubError when there can be none."""
    path = desk.path(kind, id_)
    document, _ = load_one(desk.root, path, kind=kind.name)
    if document is None:
        return None
    title, day = document.value.get("title"), _kept(desk, path)
    return DeleteView(
        kind=kind.name, id=id_, title=title if isinstance(title, str) else id_, base=document.sha256,
        named_by=tuple(dict.fromkeys(_named_by(desk, kind.name, id_))),
        kept=desk.spoken.date(day) if day else "", is_draft=document.value.get("status") != "published",
    )  # fmt: skip


def delete(desk: Desk, kind: Kind, id_: str, base: str) -> None:
    """HubError when the file is not any more what somebody looked at."""
    found = looked_at(desk, kind, id_)
    if found is None or found.base != base:
        raise HubError("Somebody has changed it meanwhile.", "Look at it again before you delete it.")
    inside(desk.folder(kind), f"{id_}.yml").unlink()


def _named_by(desk: Desk, kind: str, id_: str) -> Iterator[tuple[str, str, str]]:
    catalog = desk.checked().catalog
    for use in catalog.uses.get((kind, id_), ()):
        if use.source in catalog.items and use.source != (kind, id_):
            yield *use.source, catalog.items[use.source].common.title


def _kept(desk: Desk, path: str) -> date | None:
    """The day on which git took the file in last."""
    git = shutil.which("git")
    if git is None:
        return None
    command = [git, "-C", str(desk.root), "log", "-1", "--format=%cs", "--", path]
    try:
        said = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE, check=False).stdout.strip()
    except (OSError, subprocess.TimeoutExpired):
        return None
    return date.fromisoformat(said) if said else None
