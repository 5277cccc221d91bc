"""Where the links of a built site lead, and whether there is anything."""

from __future__ import annotations

import os
import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from generator.problems.content_rules import RULES
from generator.problems.problem import Problem, Span

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
    start = len(os.fspath(site)) + 1
    return {
        f"{folder[start:]}/{name}".lstrip("/").replace(os.sep, "/")
        for folder, _, names in os.walk(site)
        for name in names
    }


class Trail:
    """Finds where links of pages lead, in haste: for `all_lead`, which need not name any link."""

    def __init__(self, base: str = "/") -> None:
        """For a site that stands at `base`."""
        self._base = base
        self._known: dict[str, dict[str, Target]] = defaultdict(dict)
        """Where links lead that begin with the way to the root, by that way: to the same place from all such pages."""

    def of(self, page: str, html: str) -> tuple[set[str], set[Target]]:
        """The anchors of a page, and where its links lead; those to anchors of its own are settled."""
        root = "../" * page.count("/")
        known = self._known[root]
        own = set(_values(html, ' id="'))
        found = set()
        for link in _written(html):
            target = known.get(link)
            if target is None:
                if _ELSEWHERE.match(link):
                    continue
                target = _target(page, link, self._base)
                if root and link.startswith(root):
                    known[link] = target
            if target[0] != page or target[1] not in own:
                found.add(target)
        return own, found


def _written(html: str) -> set[str]:
    """All that may be a link, wherever it stands."""
    links = {*_values(html, 'href="'), *_values(html, 'src="'), *_values(html, 'poster="')}
    return links.union(_copies(html)) if "srcset=" in html else links


def _values(html: str, start: str) -> Iterator[str]:
    """What stands between `start` and the next quotation mark; a pattern takes far longer to find it."""
    return (rest.partition('"')[0] for rest in html.split(start)[1:])


def all_lead(links: Iterable[Target], files: set[str], anchors: Mapping[str, frozenset[str]]) -> bool:
    """Whether each target is there. `anchors` are those of every HTML file."""
    return all(leads(target, files.__contains__, anchors.get) for target in links)


def broken_links(site: Path, base: str = "/") -> tuple[Problem, ...]:
    """Every link of the built pages that leads to no file or no anchor on the site."""
    files = files_of(site)
    pages = {path: (site / path).read_text("utf-8") for path in sorted(files) if path.endswith(".html")}
    there = {path: anchors(html) for path, html in pages.items()}
    return tuple(
        Problem(RULES["site-link"], Span(page), {"link": link})
        for page, html in pages.items()
        for link, target in targets(page, html, base).items()
        if not leads(target, files.__contains__, there.get)
    )


def leads(target: Target, is_file: Callable[[str], bool], anchors: Callable[[str], frozenset[str] | None]) -> bool:
    """Whether a target is there. `anchors` gives those of an HTML file, and None for other files."""
    path, anchor = target
    file = path if is_file(path) else posixpath.join(path, "index.html")
    if not is_file(file):
        return False
    # A moment of a film is no element of its page.
    return not anchor or anchor.startswith("t=") or (own := anchors(file)) is None or anchor in own


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
