"""What has become of what a site told people: compared with the one that a build replaces, or a published one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.content.validate import Places
from generator.model.context import Context
from generator.model.kind import ReadFile
from generator.problems.content_rules import RULES
from generator.problems.problem import Problem, Span


def reader_of(site: Path) -> ReadFile:
    """Reads files of a built site; there are none where none stands."""

    def read(path: str) -> bytes | None:
        file = site / path
        return file.read_bytes() if file.is_file() else None

    return read


def problems_since(hub: Context, places: Places, read: ReadFile) -> Iterator[Problem]:
    """Only of content without errors: of a document that has any, nothing is known."""
    for name, kind in hub.kinds.items():
        if kind.section != kind.folder and kind.folder not in kind.former and read(f"{kind.folder}/index.html"):
            values = {"folder": kind.folder, "address": kind.section}
            yield Problem(RULES["address-moved"], Span("site_config.yml"), values)
        for id_, finding in kind.since(hub.catalog.of_kind(name), read, hub):
            item = hub.catalog.items.get((name, id_))
            gone = Span(f"{hub.settings.content}/{kind.folder}/{id_}.yml")
            yield Problem(RULES[finding.rule], places(item, finding.path) if item else gone, finding.values)
