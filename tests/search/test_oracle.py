"""The index says what Pagefind's own indexer says of the same pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from generator.build.pipeline import prepare
from generator.engine import load_config
from generator.model.page import Page, PageSpec
from generator.search import Index, in_order, read, write_fragment
from tests.hard_pages import HARD
from tests.hub import DANISH_HUB
from tests.pagefind import indexed_by_pagefind, said_by

FACETS = {"kind": ("Forløb &  <mere>: &amp; x, y ",), "subject": ("Dansk", "Natur/teknologi  x", "")}


def pages() -> list[Page]:
    return [
        Page(
            PageSpec(
                url=f"cases/{number}/", title=f"Titel &  {name}", description="", view=None,
                facets=FACETS if number % 2 else {},
                keywords=("nøgleord", "if_fails", 'et "andet" & tredje') if number % 3 else (),
            ),
            body="", article=article,
        )
        for number, (name, article) in enumerate(HARD.items())
    ]  # fmt: skip


def indexed(pages: Sequence[Page], code: str, folder: Path) -> Path:
    reads = []
    for page in pages:
        found, fragment, _ = read(page, code)
        write_fragment(folder / "ours", found.entry, fragment)
        reads.append(found)
    reads = in_order(reads)
    Index(folder / "ours/pagefind", code, [one.entry for one in reads]).write(lambda: reads)
    return folder / "ours/pagefind"


@pytest.mark.parametrize("code", ["da", "en"])
def test_hard_pages_are_read_as_pagefind_reads_them(code: str, tmp_path: Path) -> None:
    ours, theirs = both(pages(), code, tmp_path)

    for part in theirs:
        for name in sorted(theirs[part].keys() | ours[part].keys()):
            assert ours[part].get(name) == theirs[part].get(name), (part, name)


def both(pages: Sequence[Page], code: str, folder: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    theirs = said_by(indexed_by_pagefind(pages, code, folder), code)
    return said_by(indexed(pages, code, folder), code), theirs


def test_the_hub_is_read_as_pagefind_reads_it(tmp_path: Path) -> None:
    site = prepare(load_config(DANISH_HUB / "site_config.yml").settings, DANISH_HUB).site
    searchable = [page for page in site.every() if page.spec.searchable]
    ours, theirs = both(searchable, "da", tmp_path)

    assert len(ours["fragments"]) > 20
    assert ours == theirs


def test_the_order_of_pages_does_not_matter(tmp_path: Path) -> None:
    one = indexed(pages(), "da", tmp_path / "one")
    other = indexed(pages()[::-1], "da", tmp_path / "other")

    assert files(one) == files(other)


def files(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
