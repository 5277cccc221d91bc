"""Where the links of a built site lead, and whether there is anything."""

from __future__ import annotations

import os
import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from generator.content_rules import RULES
from generator.problem import Problem, Span

Target = tuple[str, str]
"""A path on the site, "" for the front page, and an anchor there or ""."""

_HREF = re.compile(r'<(?:a|link|img|script|source|track|video)\b[^>]*?\s(?:href|src|poster)="([^"]*)"')
_SRCSET = re.compile(r'\ssrcset="([^"]*)"')
_ELSEWHERE = re.compile(r"//|[a-zA-Z][a-zA-Z0-9+.-]*:")
_ID = re.compile(r'\sid="([^"]*)"')


def targets(page: str, html: str, base: str = "/") -> dict[str, Target]:
    """Each link of a page that stays on the site, which stands at `base`, and where it leads."""
    found = {}
    for link in (*_HREF.findall(html), *_copies(html)):
        if link not in found and not _ELSEWHERE.match(link):
            found[link] = _target(page, link, base)
    return found


def anchors(html: str) -> frozenset[str]:
    """What a link can lead to inside a page."""
    return frozenset(_ID.findall(html))


def files_of(site: Path) -> set[str]:
    """Every file of a site, relative to it, with forward slashes."""
    return {(Path(folder).relative_to(site) / name).as_posix() for folder, _, names in os.walk(site) for name in names}


class Trail:
    """Where the links of pages lead, gathered page by page, in haste: for `all_lead`, which need not name any link."""

    def __init__(self, base: str = "/") -> None:
        """For a site that stands at `base`."""
        self.targets: set[Target] = set()
        self._base = base
        self._met: dict[str, set[str]] = defaultdict(set)
        """Links that begin with the way to the root, by that way: they lead to the same place from all such pages."""

    def add(self, page: str, html: str) -> None:
        """Adds the links of a page; those to anchors of its own are settled here."""
        root = "../" * page.count("/")
        met = self._met[root]
        own = set(_values(html, ' id="'))
        for link in _written(html) - met:
            if _ELSEWHERE.match(link):
                continue
            target = _target(page, link, self._base)
            if target[0] != page or target[1] not in own:
                self.targets.add(target)
            if root and link.startswith(root):
                met.add(link)


def _written(html: str) -> set[str]:
    """All that may be a link, wherever it stands."""
    links = {*_values(html, 'href="'), *_values(html, 'src="'), *_values(html, 'poster="')}
    return links.union(_copies(html)) if "srcset=" in html else links


def _values(html: str, start: str) -> Iterator[str]:
    """What stands between `start` and the next quotation mark; a pattern takes far longer to find it."""
    return (rest.partition('"')[0] for rest in html.split(start)[1:])


def all_lead(links: Iterable[Target], site: Path, files: set[str]) -> bool:
    """Whether each target is there. Of the pages on the disk, those are read to whose anchors a link leads."""

    @cache
    def there(file: str) -> frozenset[str] | None:
        return anchors((site / file).read_text("utf-8")) if file.endswith(".html") else None

    return all(_leads(target, files, there) for target in links)


def broken_links(site: Path, base: str = "/") -> tuple[Problem, ...]:
    """Every link of the built pages that leads to no file or no anchor on the site."""
    files = files_of(site)
    pages = {path: (site / path).read_text("utf-8") for path in sorted(files) if path.endswith(".html")}
    there = {path: anchors(html) for path, html in pages.items()}
    return tuple(
        Problem(RULES["site-link"], Span(page), {"link": link})
        for page, html in pages.items()
        for link, target in targets(page, html, base).items()
        if not _leads(target, files, there.get)
    )


def _leads(target: Target, files: set[str], anchors: Callable[[str], frozenset[str] | None]) -> bool:
    """`anchors` are those of an HTML file, None for any other."""
    path, anchor = target
    file = path if path in files else posixpath.join(path, "index.html")
    if file not in files:
        return False
    # A moment of a film is no element of its page.
    if not anchor or anchor.startswith("t="):
        return True
    there = anchors(file)
    return there is None or anchor in there


def _copies(html: str) -> Iterator[str]:
    """The addresses of pictures' copies for other screens."""
    for copies in _SRCSET.findall(html):
        yield from (copy.split()[0] for copy in copies.split(","))


def _target(page: str, link: str, base: str) -> Target:
    path, _, anchor = unescape(link).partition("#")
    path = unquote(path.partition("?")[0])
    if path:
        folder = "" if path.startswith("/") else posixpath.dirname(page)
        inside = path.removeprefix(base).lstrip("/")
        page = posixpath.normpath(posixpath.join(folder, inside)).removeprefix("./")
    return ("" if page == "." else page), unquote(anchor)
