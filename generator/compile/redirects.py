"""Old addresses that lead to new ones."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from generator.model.catalog import Catalog
from generator.model.kind import Kind
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
        for old in page.old_urls:
            if old != page.url:
                yield _leading(old, page.url)


def relocated(urls: Iterable[str], kinds: Iterable[Kind]) -> Iterator[Export]:
    """A page for each that stood under a former address of its kind."""
    former = {kind.section: kind.former for kind in kinds if kind.former}
    for url in urls:
        section, slash, rest = url.partition("/")
        yield from (_leading(f"{old}{slash}{rest}", url) for old in former.get(section, ()))


def _leading(old: str, url: str) -> Export:
    up = "../" * old.count("/")
    return Export(f"{old}index.html", redirect_page(up + url, up))


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
