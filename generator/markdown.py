"""Rich text: CommonMark with tables to HTML that is safe whatever the text says."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import cmarkgfm
from markupsafe import Markup, escape

Resolve = Callable[[str], str | None]
"""Turns `guide:id#step-2` into an address; None when it is no reference, "" when it leads nowhere."""

_LINK = re.compile(r'<a href="([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
_IMAGE = re.compile(r"<img [^>]*>")
_EMPTY_HEADING = re.compile(r"<th[^>]*></th>")
_SAFE = ("https://", "http://", "mailto:", "#")


def to_html(text: str, resolve: Resolve) -> Markup:
    """Blocks of HTML. Raw HTML is dropped, links are allow-listed, pictures are left to their own fields."""
    html = cmarkgfm.markdown_to_html_with_extensions(text, extensions=["table", "strikethrough"])
    html = html.replace("<!-- raw HTML omitted -->", "")
    html = _IMAGE.sub("", html)
    # A table's empty corner is no heading of anything, and a screen reader should not announce one.
    html = _EMPTY_HEADING.sub("<td></td>", html)
    return Markup(_LINK.sub(lambda found: _link(found, resolve), html))


def to_inline(text: str, resolve: Resolve) -> Markup:
    """As `to_html`, without the paragraph around a single paragraph."""
    html = to_html(text, resolve).strip()
    if html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1:
        return Markup(html[3:-4])
    return Markup(html)


def _link(found: re.Match[str], resolve: Resolve) -> str:
    target, content = unescape(found[1]), found[3]
    address = resolve(target)
    if address is None:
        address = target if target.lower().startswith(_SAFE) else ""
    return f'<a href="{escape(address)}">{content}</a>' if address else content
