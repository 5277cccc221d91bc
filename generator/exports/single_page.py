"""A page of the built site as one file: styles and pictures inside, no script, to be mailed or carried on a stick."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from generator.problems.problem import HubError

_TYPES = {
    ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp", ".gif": "image/gif",
    ".svg": "image/svg+xml",
}  # fmt: skip
_VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_LEFT_OUT = frozenset({
    "script", "noscript", "template", "dialog", "form", "button", "input", "select", "textarea", "iframe", "video",
    "audio", "object", "embed", "nav", "source", "track", "link", "meta", "style",
})  # fmt: skip
"""What does nothing without the site or a script. A film's transcript stays."""
_FONT = re.compile(r"@font-face\s*\{[^}]*\}")
"""Fonts are left out: readers have some, and they would be most of the file."""


def one_file(site: Path, url: str, *, address: str) -> bytes:
    """The page at `url` of a built site. Links to other pages lead to `address`, or nowhere when that is "".

    HubError when the site has no such page.
    """
    url = f"{url.strip('/')}/" if url.strip("/") else ""
    file = site / url / "index.html"
    if ".." in url.split("/") or not file.is_file():
        raise HubError("There is no page {url} in {folder}.", "Build the site first: hub build.", url=url, folder=site)
    reader = _Reader(site, url, address)
    reader.feed(file.read_text("utf-8"))
    reader.close()
    style = _FONT.sub("", (site / "assets/hub.css").read_text("utf-8")).replace("</", "<\\/")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'"
    head = (
        f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(reader.title, quote=False)}</title>\n<style>{style}</style>"
    )
    language = escape(reader.language)
    body = "".join(reader.written)
    whole = f'<html lang="{language}">\n<head>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n'
    return f"<!doctype html>\n{whole}".encode()


@dataclass
class _Reader(HTMLParser):
    """Copies what is in <main> but for what a file by itself cannot use."""

    site: Path
    url: str
    address: str
    title: str = ""
    language: str = "en"
    written: list[str] = field(default_factory=list)
    _is_inside: bool = False
    _is_title: bool = False
    _is_unlinked: bool = False
    """Whether the link that is open leads nowhere and is plain words."""
    _left_out: list[str] = field(default_factory=list)
    """The elements that are open within one that is left out, that one first."""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "html":
            self.language = given.get("lang") or self.language
        self._is_title = tag == "title" and not self.title
        self._is_inside = self._is_inside or tag == "main"
        if not self._is_inside:
            return
        kept = self._kept(tag, given)
        leads_nowhere = tag == "a" and "href" in given and "href" not in kept
        # What looks like a button is there for the page that it leads to; the frame of a picture only shows it larger.
        is_button = leads_nowhere and "class" in given and not (given["class"] or "").startswith("hub-frame")
        if leads_nowhere:
            kept.pop("aria-label", None)  # it says what a click does
        if self._left_out or tag in _LEFT_OUT or is_button:
            if tag not in _VOID:
                self._left_out.append(tag)
            return
        written = "".join(f" {name}" if value is None else f' {name}="{escape(value)}"' for name, value in kept.items())
        self._is_unlinked = leads_nowhere or (self._is_unlinked and tag != "a")
        self.written.append(f"<{'span' if leads_nowhere else tag}{written}>")

    def handle_endtag(self, tag: str) -> None:
        self._is_title = False
        if self._left_out:
            while self._left_out and self._left_out.pop() != tag:
                pass
        elif self._is_inside and tag not in _VOID:
            self.written.append("</span>" if tag == "a" and self._is_unlinked else f"</{tag}>")
            self._is_unlinked = self._is_unlinked and tag != "a"
        if tag == "main":
            self._is_inside = False

    def handle_data(self, data: str) -> None:
        if self._is_title:
            self.title += data
        elif self._is_inside and not self._left_out:
            self.written.append(escape(data, quote=False))

    def _kept(self, tag: str, given: Mapping[str, str | None]) -> dict[str, str | None]:
        kept = {
            name: value
            for name, value in given.items()
            if not name.startswith(("on", "data-")) and name not in {"style", "srcset", "sizes", "loading"}
        }
        if tag == "img":
            kept["src"] = self._picture(given.get("src") or "")
        elif tag == "a" and "href" in kept:
            href = self._link(given.get("href") or "")
            kept = {**kept, "href": href} if href else {name: one for name, one in kept.items() if name != "href"}
        return kept

    def _picture(self, source: str) -> str:
        """The picture itself. A picture that is elsewhere stays away: the file fetches nothing."""
        file = (self.site / self.url / unquote(urlsplit(source).path)).resolve()
        kind = _TYPES.get(file.suffix.lower())
        if source.startswith("data:") or urlsplit(source).scheme or kind is None:
            return source if source.startswith("data:") else ""
        if not file.is_relative_to(self.site.resolve()) or not file.is_file():
            return ""
        return f"data:{kind};base64,{b64encode(file.read_bytes()).decode()}"

    def _link(self, href: str) -> str:
        if href.startswith("#") or urlsplit(href).scheme in {"http", "https", "mailto", "tel"}:
            return href
        if urlsplit(href).scheme or not self.address:
            return ""
        return urljoin(f"{self.address}{self.url}", href)
