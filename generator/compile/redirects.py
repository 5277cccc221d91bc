"""Old addresses that lead to new ones."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from generator.model.catalog import Catalog
from generator.model.page import Export, PageSpec


def redirects(catalog: Catalog) -> Iterator[Export]:
    """A page at each old address."""
    for item in catalog.items.values():
        for old in item.common.redirect_from:
            folder = old.strip("/")
            up = "../" * (folder.count("/") + 1)
            yield Export(f"{folder}/index.html", redirect_page(up + item.url, up))


def moved(pages: Iterable[PageSpec]) -> Iterator[Export]:
    """A page where an overview stood before."""
    for page in pages:
        if page.old_url and page.old_url != page.url:
            up = "../" * page.old_url.count("/")
            yield Export(f"{page.old_url}index.html", redirect_page(up + page.url, up))


def redirect_page(target: str, root: str) -> bytes:
    """A page that leads to another at once, with what stands after `?` and `#`; those need a script.

    `root` leads from the page to the root of the site.
    """
    address = json.dumps(target)[1:-1].replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>→ {address}</title>'
        f'<meta name="robots" content="noindex"><noscript><meta http-equiv="refresh" content="0; url={address}"></noscript>'
        f'<p><a href="{address}">{address}</a></p><script src="{root}assets/redirect.js"></script></html>\n'
    ).encode()
