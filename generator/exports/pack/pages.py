"""Pages of a site as they are read from a disk."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit

from generator.problems.problem import HubError

READER, SCRIPT = "assets/pack-reader.js", "assets/pack.js"
_TAG = re.compile(r"<(?:a|form|link|meta|area)\s[^<>]*>")
_ADDRESS = re.compile(r'(\s(?:href|action)="|\scontent="0; url=)([^"]*)"')
_PRELOAD = re.compile(r'<(?:link rel="(?:preload|manifest)")[^<>]*>\n?')
_MODULE = re.compile(r'<script type="module" src="([^"]*?)assets/hub\.js"></script>')
_FILM = re.compile(r'<video class="hub-player"([^<>]*)>\s*<source src="([^"]*)"[^<>]*>.*?</video>', re.DOTALL)
_POSTER = re.compile(r'\sposter="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Pack:
    """What every page has to know of the others."""

    files: Collection[str]
    """Everything in the pack, by path."""
    address: str
    """Of the site, where it can be read when there is a network; "" when nobody knows."""
    gettext: Callable[[str], str]


def packed_page(text: str, path: str, pack: Pack) -> str:
    """The page at `path`, for a disk. HubError when it runs a script that cannot be packed."""
    text = _PRELOAD.sub("", text).replace("'self'", "'self' file:", text.count("'self'", 0, text.find("</head>")))
    text = _MODULE.sub(rf'<script defer src="\1{READER}"></script>\n<script defer src="\1{SCRIPT}"></script>', text)
    if '<script type="module"' in text:
        raise HubError("A script of {path} cannot be packed.", "Only the hub's own modules can.", path=path)
    text = _FILM.sub(lambda match: _film(match, path, pack), text)
    return _TAG.sub(lambda tag: _ADDRESS.sub(lambda match: _link(match, path, pack), tag[0]), text)


def _link(match: re.Match[str], path: str, pack: Pack) -> str:
    """A link names the file; what is not in the pack is looked for on the site."""
    address = html.unescape(match[2])
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path:
        return match[0]
    place = _place(parts.path, path)
    if place in pack.files:
        whole = f"{parts.path}{'index.html' if parts.path.endswith('/') else ''}"
        return f'{match[1]}{html.escape(parts._replace(path=whole).geturl())}"'
    if f"{place}/index.html" in pack.files:  # `.` or `..`
        return f'{match[1]}{html.escape(parts._replace(path=f"{parts.path}/index.html").geturl())}"'
    return f'{match[1]}{html.escape(urljoin(pack.address + path, address))}"' if pack.address else match[0]


def _place(link: str, path: str) -> str:
    """The file that a link of a page leads to."""
    place = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(link)))
    return posixpath.join("" if place == "." else place, "index.html") if link.endswith("/") else place


def _film(match: re.Match[str], path: str, pack: Pack) -> str:
    """The player; where the film is left out, its picture and a sentence."""
    if _place(html.unescape(match[2]), path) in pack.files:
        return match[0]
    poster = _POSTER.search(match[1])
    picture = f'<img src="{poster[1]}" alt="">' if poster else ""
    said = html.escape(pack.gettext("The film is not in this copy of the hub."), quote=False)
    if pack.address:
        address = html.escape(pack.address + path.removesuffix("index.html"))
        said += f' <a href="{address}">{html.escape(pack.gettext("See it on the web"), quote=False)}</a>'
    return f'{picture}<p class="hub-note">{said}</p>'
