"""Rich text: CommonMark with tables to HTML that is safe whatever the text says."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable
from functools import cache
from html import unescape
from typing import Any

from cmarkgfm import _cmark
from markupsafe import Markup, escape

Resolve = Callable[[str], str | None]
"""Turns `guide:id#step-2` into an address; None when it is no reference, "" when it leads nowhere."""

_LINK = re.compile(r'<a href="([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
_IMAGE = re.compile(r"<img [^>]*>")
_EMPTY_HEADING = re.compile(r"<th[^>]*></th>")
_SAFE = ("https://", "http://", "mailto:", "#")


def to_html(text: str, resolve: Resolve) -> Markup:
    """Blocks of HTML. Raw HTML is dropped, links are allow-listed, pictures are left to their own fields."""
    html = _rendered(text).replace("<!-- raw HTML omitted -->", "")
    if "<img" in html:
        html = _IMAGE.sub("", html)
    if "<th" in html:
        # A table's empty corner is no heading of anything, and a screen reader should not announce one.
        html = _EMPTY_HEADING.sub("<td></td>", html)
    return Markup(_LINK.sub(lambda found: _link(found, resolve), html) if "<a " in html else html)


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


def _rendered(text: str) -> str:
    """What cmarkgfm makes of it. Its own function never gives back its memory: gigabytes in a hub of some size."""
    written, lib = text.encode(), _cmark.lib
    parser = lib.cmark_parser_new(0)
    try:
        for extension in _extensions():
            lib.cmark_parser_attach_syntax_extension(parser, extension)
        lib.cmark_parser_feed(parser, written, len(written))
        tree = lib.cmark_parser_finish(parser)
        html = lib.cmark_render_html(tree, 0, lib.cmark_parser_get_syntax_extensions(parser))
        said: str = _cmark.ffi.string(html).decode()
    finally:
        lib.cmark_parser_free(parser)
    for free, made in zip(_frees(), (tree, html), strict=False):
        free(int(_cmark.ffi.cast("uintptr_t", made)))
    return said


@cache
def _extensions() -> tuple[Any, ...]:
    _cmark.lib.cmark_gfm_core_extensions_ensure_registered()
    return tuple(_cmark.lib.cmark_find_syntax_extension(name) for name in (b"table", b"strikethrough"))


@cache
def _frees() -> tuple[Callable[[int], object], ...]:
    """What frees a tree, and what frees its HTML; none where the library does not show them."""
    try:
        library = ctypes.CDLL(_cmark.__file__)
        frees = library.cmark_node_free, library.free
    except (OSError, AttributeError):
        return ()
    for free in frees:
        free.argtypes, free.restype = [ctypes.c_void_p], None
    return frees
