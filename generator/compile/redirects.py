"""Old addresses that lead to new ones."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.model.catalog import Catalog
from generator.model.page import Export


def redirects(catalog: Catalog) -> Iterator[Export]:
    """A page at each old address."""
    for item in catalog.items.values():
        for old in item.common.redirect_from:
            folder = old.strip("/")
            yield Export(f"{folder}/index.html", redirect_page("../" * (folder.count("/") + 1) + item.url))


def redirect_page(target: str) -> bytes:
    """A page that leads to another at once, without a script."""
    address = json.dumps(target)[1:-1].replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>→ {address}</title>'
        f'<meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url={address}">'
        f'<p><a href="{address}">{address}</a></p></html>\n'
    ).encode()
