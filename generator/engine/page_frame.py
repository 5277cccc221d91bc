"""The frame of a page: rendered once for all pages that share it, then filled by joining strings."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

import jinja2

from generator.i18n.language import Language
from generator.model.browse import Browse
from generator.model.feed import NEWEST_FEED
from generator.model.page import Menu, Outline, Page, PageSpec
from generator.model.settings import Settings
from generator.model.site import Site
from generator.model.vocabulary import LicenceEntry

_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "media-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self' mailto:; frame-src https:"
)
_HOLE = re.compile("\x00([a-z]+)\x00")
Key = tuple[str, str, bool]
"""What frames differ by: the way to the root, the section, and whether the page is the section's index."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What is the same on every page of one build."""

    settings: Settings
    language: Language
    menu: Menu
    urls: frozenset[str]
    """Every page of the site; a link in the frame is shown only when its page exists."""
    licence: LicenceEntry | None = None
    """Of all texts that name no other."""
    browses: tuple[Browse, ...] = ()
    preload: tuple[str, ...] = ()
    """Fonts that the first paint needs."""
    policy: str = _POLICY
    """"" in the preview: its reload script is inline."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What differs from page to page, ready as HTML."""

    title: str
    head: str
    report: str
    body: str


@dataclass(frozen=True, slots=True)
class Whole:
    """Whole pages from bodies. It holds texts alone, so that it can go to another process."""

    frame: Frame
    segments: Mapping[Key, tuple[Sequence[str], Sequence[str]]]
    """Of each frame its texts, and the names of the holes between them."""

    def page(self, page: Page) -> str:
        spec = page.spec
        texts, holes = self.segments[_key(spec, self.frame.settings)]
        parts = parts_of(spec, page.body, self.frame)
        filled = [texts[0]]
        for name, text in zip(holes, texts[1:], strict=True):
            filled += (getattr(parts, name), text)
        return "".join(filled)


def whole_of(frame: Frame, env: jinja2.Environment, context: Mapping[str, object], pages: Iterable[Outline]) -> Whole:
    """Renders the frame once for all pages that share it."""
    keys = dict.fromkeys(_key(page, frame.settings) for page in pages)
    return Whole(frame, {key: _segments(frame, env, context, key) for key in keys})


def _key(spec: PageSpec | Outline, settings: Settings) -> Key:
    return base_of(spec.url, settings), spec.section, spec.url == f"{spec.section}/"


def _segments(
    frame: Frame, env: jinja2.Environment, context: Mapping[str, object], key: Key
) -> tuple[Sequence[str], Sequence[str]]:
    base, section, is_index = key
    holes = Parts(*(f"\x00{name}\x00" for name in ("title", "head", "report", "body")))
    hub = frame_context(frame, holes, section=section, is_index=is_index)
    pieces = _HOLE.split(env.get_template("main.html").render({**context, "base_url": base, "hub": hub, "page": None}))
    return pieces[::2], pieces[1::2]


def base_of(url: str, settings: Settings) -> str:
    """From a page back to the root. The 404 page is shown at any depth, so it starts from the host."""
    if url == "404.html":
        return urlsplit(settings.site_url).path or "/"
    return "/".join([".."] * url.count("/")) or "."


def frame_context(frame: Frame, parts: Parts, *, section: str = "", is_index: bool = False) -> dict[str, object]:
    """The variable `hub` of main.html."""
    return {
        "title": parts.title, "head": parts.head, "report": parts.report, "body": parts.body,
        "section": section, "is_index": is_index, "settings": frame.settings, "lang": frame.language.code,
        "licence": frame.licence, "browses": frame.browses, "filters": {one.facet: one.label for one in frame.browses},
        "menu": frame.menu, "has": frame.urls.__contains__, "policy": frame.policy, "preload": frame.preload,
    }  # fmt: skip


def parts_of(spec: PageSpec, body: str, frame: Frame) -> Parts:
    name = frame.settings.site_name
    title = f"{spec.title} – {name}" if spec.url and spec.title != name else name
    subject = frame.language.gettext("Error on “{title}” ({source})")
    report = frame.settings.report_url(subject.format(title=spec.title, source=spec.source or f"/{spec.url}"))
    return Parts(html.escape(title, quote=False), head_of(spec, frame.settings), html.escape(report), body)


def head_of(spec: PageSpec, settings: Settings) -> str:
    """Description, canonical address, robots and JSON-LD; each only where there is something to say."""
    lines = []
    if spec.description:
        lines.append(f'<meta name="description" content="{html.escape(spec.description)}">')
    if settings.site_url and spec.url != "404.html":
        lines.append(f'<link rel="canonical" href="{html.escape(settings.site_url + quote(spec.url))}">')
    if settings.site_url:
        feed = html.escape(settings.site_url + NEWEST_FEED)
        title = html.escape(settings.site_name)
        lines.append(f'<link rel="alternate" type="application/atom+xml" title="{title}" href="{feed}">')
    if spec.noindex or settings.audience == "internal":
        lines.append('<meta name="robots" content="noindex">')
    if spec.structured_data:
        data = json.dumps(_plain(spec.structured_data, settings.site_url), ensure_ascii=False, separators=(",", ":"))
        # A data block is not run, but "</script>" in a title would end it.
        data = data.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
        lines.append(f'<script type="application/ld+json">{data}</script>')
    return "\n".join(lines)


_ADDRESSES = {"url", "targetUrl", "contentUrl", "embedUrl", "thumbnailUrl"}
"""Properties of schema.org that lead somewhere. Kinds write addresses on the site as paths from its root."""


def _plain(value: object, site_url: str) -> object:
    """JSON knows dicts and lists only; frozen values hold mappings and tuples.

    Addresses are whole, since nobody who reads them elsewhere knows which page they stood on; while the site has no
    address of its own, those on it are left out.
    """
    if isinstance(value, Mapping):
        whole = ((str(key), _whole(entry, site_url) if key in _ADDRESSES else entry) for key, entry in value.items())
        return {key: _plain(entry, site_url) for key, entry in whole if entry != ""}
    return [_plain(entry, site_url) for entry in value] if isinstance(value, list | tuple) else value


def _whole(address: object, site_url: str) -> object:
    """Empty when it is on a site without an address."""
    is_here = isinstance(address, str) and not urlsplit(address).scheme
    return f"{site_url}{address}" if is_here and site_url else "" if is_here else address


def frame_of(settings: Settings, language: Language, site: Site, ordinary: Iterable[str]) -> Frame:
    """The frame of a site whose Markdown pages have the addresses `ordinary`."""
    fonts = sorted(path for path, _ in site.assets if path.endswith(".woff2") and _is_body_font(path))
    urls = frozenset({*ordinary, *(page.url for page in site.outlines())})
    return Frame(
        settings=settings, language=language, menu=site.menu(), urls=urls, licence=site.licence, browses=site.browses,
        preload=tuple(fonts[:1]),
    )  # fmt: skip


def _is_body_font(path: str) -> bool:
    name = path.rsplit("/", 1)[-1].lower()
    return ("400" in name or "regular" in name) and "italic" not in name and "mono" not in name and "-ext" not in name


def sitemap(pages: Iterable[Outline], site_url: str) -> bytes:
    """Every page that may be found by search engines, in the order of its address."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    for page in sorted(pages, key=lambda page: page.url):
        if not page.noindex and page.url != "404.html":
            updated = f"<lastmod>{page.updated.isoformat()}</lastmod>" if page.updated else ""
            lines.append(f"<url><loc>{html.escape(site_url + quote(page.url))}</loc>{updated}</url>")
    return "\n".join([*lines, "</urlset>", ""]).encode()
