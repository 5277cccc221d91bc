"""Calls cmark, the CommonMark parser, and gives its memory back."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import cache

from cmarkgfm import _cmark

OMITTED = "<!-- raw HTML omitted -->"
"""What cmark writes where HTML stood; a text cannot say it, since its own brackets are escaped."""


def rendered(text: str, *, lines: bool = False) -> str:
    """The HTML of a text, raw HTML left out; with `lines`, each block tells where it began (`data-sourcepos`)."""
    return _rendered(text, _cmark.lib.CMARK_OPT_SOURCEPOS if lines else 0)


def rendered_whole(text: str) -> str:
    """The HTML of a text with the HTML that stands in it: to be taken apart, never to be shown."""
    return _rendered(text, _cmark.lib.CMARK_OPT_UNSAFE)


def _rendered(text: str, options: int) -> str:
    """The HTML of a text.

    The package's own function never gives back its memory: gigabytes in a hub of some size.
    """
    written, lib = text.encode(), _cmark.lib
    parser = lib.cmark_parser_new(0)
    try:
        for extension in _extensions():
            lib.cmark_parser_attach_syntax_extension(parser, extension)
        lib.cmark_parser_feed(parser, written, len(written))
        tree = lib.cmark_parser_finish(parser)
        html = lib.cmark_render_html(tree, options, lib.cmark_parser_get_syntax_extensions(parser))
        written_out: str = _cmark.ffi.string(html).decode()
    finally:
        lib.cmark_parser_free(parser)
    for free, made in zip(_frees(), (tree, html), strict=False):
        free(int(_cmark.ffi.cast("uintptr_t", made)))
    return written_out


@cache
def _extensions() -> tuple[object, ...]:
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
