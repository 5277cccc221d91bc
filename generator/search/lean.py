"""Lean pages: what search reads of a page, and nothing else."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from generator.page import Page
from generator.search.words import words_in

_LINE = re.compile(r'<li data-hub-line="(\d+)"><a[^>]*>([^<]*)</a>')
"""A line of a transcript. Under a heading of its own, a search finds the moment and not only the film."""


def write_lean(page: Page, folder: Path, code: str) -> set[str]:
    """Writes a searchable page as the article alone; returns the words that it is found by."""
    file = folder / page.spec.url / "index.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(_lean(page, code), "utf-8")
    return words_in((page.spec.title, page.article, *page.spec.keywords))


def _lean(page: Page, code: str) -> str:
    spec = page.spec
    filters = "".join(
        f'<span data-pagefind-filter="{escape(name)}">{escape(value)}</span>'
        for name, values in spec.facets.items()
        for value in values
    )
    article = _LINE.sub(r'<li><h6 id="t=\1">\2</h6>', page.article) if "data-hub-line" in page.article else page.article
    # Pagefind puts nothing between a term and what is said of it.
    article = article.replace("</dt>", ":</dt> ").replace("</dd>", ".</dd> ")
    words = escape(" ".join(spec.keywords))
    kind = escape(next(iter(spec.facets.get("kind", ())), ""))
    return (
        f'<!doctype html><html lang="{code}"><head><meta charset="utf-8"><title>{escape(spec.title)}</title></head>'
        f'<body><div hidden data-pagefind-ignore="index">{filters}</div><main data-pagefind-body>'
        f'<span data-pagefind-meta="kind:{kind}"></span>{article}'
        f'<p data-pagefind-weight="0.5" data-pagefind-index-attrs="title" title="{words}"></p></main></body></html>'
    )
