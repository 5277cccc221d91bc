"""Pages and indexes for the tests of search."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from generator.model.page import Page, PageSpec, SearchEntry
from generator.search import Hub, Index, PageRecord, in_order, read, write


def page(
    url: str, article: str, *, title: str = "", keywords: tuple[str, ...] = (), kind: str = "Forløb",
    is_list: bool = False, entries: tuple[SearchEntry, ...] = (),
) -> Page:  # fmt: skip
    spec = PageSpec(
        url=url, title=title or url, description="", view=None, facets={"kind": (kind,)}, keywords=keywords,
        is_list=is_list, entries=entries,
    )  # fmt: skip
    return Page(spec, "", article)


def hub_of(site: Path, records: Sequence[PageRecord], code: str = "da") -> Hub:
    return Hub(site, code, (), in_order(record.card for record in records))


def written(site: Path, records: Sequence[PageRecord]) -> Index:
    """An index of records that are in order."""
    return write(hub_of(site, records), lambda pages: records[pages])


def records_of(pages: Sequence[Page]) -> list[PageRecord]:
    return sorted(chain.from_iterable(map(read, pages)), key=lambda record: record.card.url)


def files(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
