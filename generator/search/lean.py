"""Lean pages: what search reads of a page, and nothing else."""

from __future__ import annotations

import re
from html import escape

from generator.model.page import Page

_LINE = re.compile(r'<li data-hub-line="(\d+)"><a[^>]*>([^<]*)</a>')
"""A line of a transcript. Under a heading of its own, a search finds the moment and not only the film."""

_ENDED = ("</p>", "</ul>", "</ol>", "</ul></details>", "</ol></details>", ".", "!", "?")
"""What ends a sentence by itself."""


def _said(text: str) -> str:
    """What is said of a term, with an end as that of a sentence."""
    text = text.rstrip()
    return text if text.endswith(_ENDED) else f"{text}."


def lean_article(page: Page) -> str:
    """The article as search reads it."""
    article = _LINE.sub(r'<li><h6 id="t=\1">\2</h6>', page.article) if "data-hub-line" in page.article else page.article
    # Pagefind puts nothing between a term and what is said of it.
    *terms, rest = article.replace("</dt>", ":</dt> ").split("</dd>")
    article = "</dd> ".join([*map(_said, terms), rest])
    words = escape(" ".join(page.spec.keywords))
    return f'{article}<p data-pagefind-weight="0.5" data-pagefind-index-attrs="title" title="{words}"></p>'


def kind_of(page: Page) -> str:
    """The word that a result is labelled with."""
    return next(iter(page.spec.facets.get("kind", ())), "")


def lean_page(page: Page, code: str) -> str:
    """All that search reads of a page, as Pagefind itself would read it: what `read` must agree with."""
    spec = page.spec
    filters = "".join(
        f'<span data-pagefind-filter="{escape(name)}">{escape(value)}</span>'
        for name, values in spec.facets.items()
        for value in values
    )
    return (
        f'<!doctype html><html lang="{code}"><head><meta charset="utf-8"><title>{escape(spec.title)}</title></head>'
        f'<body><div hidden data-pagefind-ignore="index">{filters}</div><main data-pagefind-body>'
        f'<span data-pagefind-meta="kind:{escape(kind_of(page))}"></span>{lean_article(page)}</main></body></html>'
    )
