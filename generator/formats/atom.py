"""Atom feeds (RFC 4287)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from generator.model.feed import Feed, FeedEntry, moment, tag_uri
from generator.model.settings import Settings

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that XML 1.0 does not know, not even escaped (section 2.2)."""


def atom(feed: Feed, settings: Settings) -> bytes:
    """The feed in UTF-8. The site's address must be known: readers keep entries without the page they came from."""
    address = settings.site_url
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(settings.language)}>',
        f"<id>{_text(tag_uri(settings.tag_authority, feed.name))}</id>",
        f"<title>{_text(feed.title)}</title>",
        f"<updated>{moment(feed.updated)}</updated>",
        f"<author><name>{_text(settings.organisation or settings.site_name)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={_address(address + feed.atom_path)}/>',
        f'<link rel="alternate" type="text/html" href={_address(address + feed.url)}/>',
    ]
    for entry in feed.entries:
        lines += _entry(entry, settings)
    return "\n".join([*lines, "</feed>", ""]).encode()


def _entry(entry: FeedEntry, settings: Settings) -> Iterator[str]:
    yield "<entry>"
    yield f"<id>{_text(tag_uri(settings.tag_authority, entry.name))}</id>"
    yield f"<title>{_text(entry.title)}</title>"
    yield f'<link rel="alternate" type="text/html" href={_address(settings.site_url + entry.url)}/>'
    yield f"<updated>{moment(entry.updated)}</updated>"
    if entry.published:
        yield f"<published>{moment(entry.published)}</published>"
    # An entry without content must have a summary (section 4.1.2).
    if entry.summary or not entry.html:
        yield f"<summary>{_text(entry.summary or entry.title)}</summary>"
    if entry.html:
        yield f'<content type="html">{_text(entry.html)}</content>'
    yield "</entry>"


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("", text))


def _address(address: str) -> str:
    return quoteattr(_NOT_XML.sub("", address))
