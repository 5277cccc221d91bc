"""What a page of each sort costs its reader: HTML, styles and scripts as they go over the wire, without pictures."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

MOST_BYTES = {
    "": 28_500, "courses/": 27_500, "courses/broeker-7-klasse/": 34_500,
    "courses/broeker-7-klasse/compare/": 28_500, "courses/coverage/": 26_500, "guides/": 26_500,
    "guides/soeg-i-hubben/": 28_500, "guides/soeg-i-hubben/teach/": 27_000, "videos/": 26_500,
    "videos/soeg-i-hubben/": 27_500, "plans/konsolidering-2026-2029/": 31_500, "subjects/dansk/": 26_000,
    "a-z/": 28_000, "glossary/": 27_500, "cases/": 26_500, "events/": 26_500,
    "events/cafe-i-distrikt-nord/": 27_500, "follow/": 27_000, "news/": 26_000,
    "schools/testskole-1/": 30_000, "schools/testskole-1/edit/": 37_000, "overview/": 27_500,
    "roles/laerer/": 27_500, "write/course/": 34_000, "om-hubben/": 25_500, "404.html": 25_500,
}  # fmt: skip
"""Compressed bytes before anything is pressed. What needs more is fetched where it is used."""
_NAMED = re.compile(r'<(?:link|script)\b[^>]*?(?:href|src)="([^"]+\.(?:css|js))')
_IMPORTED = re.compile(r"""^\s*import\s+(?:[^"';]*?from\s+)?["']([^"']+\.js)""", re.MULTILINE)


def asked_for(site: Path, path: str) -> set[Path]:
    """The page, and the styles and scripts that it brings, and those that these import."""
    page = site / path / "index.html" if path.endswith("/") or not path else site / path
    found, waiting = {page}, [page]
    while waiting:
        file = waiting.pop()
        named = {".html": _NAMED, ".js": _IMPORTED}.get(file.suffix)
        for name in named.findall(file.read_text("utf-8")) if named else ():
            # The page of errors is met at any address, and names all from the root.
            other = site / name.lstrip("/") if name.startswith("/") else (file.parent / name).resolve()
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


@pytest.mark.parametrize("path", MOST_BYTES)
def test_a_page_stays_as_light_as_it_is(danish_site: Path, path: str) -> None:
    files = asked_for(danish_site.resolve(), path)

    assert {".css", ".js"} <= {file.suffix for file in files}
    assert sum(len(gzip.compress(file.read_bytes(), 6)) for file in files) <= MOST_BYTES[path]
