"""Pagefind's own indexer, and what an index says whoever wrote it: without page numbers, chunks and names of files."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import cbor2
from pagefind_bin import get_executable

from generator.model.page import Page
from generator.search.lean import lean_page
from generator.search.packed import opened


def indexed_by_pagefind(pages: Iterable[Page], code: str, folder: Path) -> Path:
    """The index that Pagefind itself makes of lean pages."""
    for page in pages:
        file = folder / "lean" / page.spec.url / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(lean_page(page, code), "utf-8")
    output = folder / "theirs"
    subprocess.run(
        [str(get_executable()), "--site", str(folder / "lean"), "--output-path", str(output), "--quiet"], check=True
    )
    return output


def said_by(output: Path, code: str) -> dict[str, Any]:
    """What an index says: fragments, counts, filters, and the places of each word and variant by page and field."""
    entry = json.loads((output / "pagefind-entry.json").read_text("utf-8"))
    hash_ = entry["languages"][code]["hash"]
    _, pages, chunks, filters, _, fields = cbor2.loads(opened(output / f"pagefind.{hash_}.pf_meta"))
    fragments = [json.loads(opened(output / "fragment" / f"{name}.pf_fragment")) for name, _ in pages]
    urls = [fragment["url"] for fragment in fragments]
    said: dict[str, Any] = {
        "fragments": {fragment["url"]: fragment for fragment in fragments},
        "counts": {url: count for url, (_, count) in zip(urls, pages, strict=True)},
        "filters": {},
        "words": {},
    }
    for name, chunk in filters:
        label, values = cbor2.loads(opened(output / "filter" / f"{chunk}.pf_filter"))
        assert label == name
        said["filters"][name] = {value: sorted(urls[place] for place in places) for value, places in values}
    for _, _, chunk in chunks:
        for word, plain, variants in cbor2.loads(opened(output / "index" / f"{chunk}.pf_index"))[0]:
            assert word not in said["words"]
            said["words"][word] = {
                variant: _pages(held, urls, fields) for variant, held in (("", plain), *variants) if held
            }
    return said


def _pages(held: list[Any], urls: list[str], fields: list[str]) -> dict[str, Any]:
    found, number = {}, 0
    for step, places, meta in held:
        number += step
        found[urls[number]] = (places, _by_field(meta, fields))
    return found


def _by_field(meta: list[int], fields: list[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number in meta:
        if number < 0:
            places = found.setdefault(fields[-1 - number], [])
        else:
            places.append(number)
    return found
