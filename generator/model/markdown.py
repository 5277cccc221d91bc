"""Rich text: CommonMark with tables, notes and foreign words to HTML that is safe whatever it says, and its links.

Check and pages ask the same function, so that what one finds in a text is what the other shows.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape

from markupsafe import Markup, escape

from generator.model.cmark import OMITTED
from generator.model.link_policy import is_whole
from generator.model.markdown_containers import blocks_of
from generator.model.text_pictures import Show, TextPicture, pictures_in, with_pictures

Resolve = Callable[[str], str | None]
"""Turns `guide:id#step-2` into an address; None when it is no reference, "" when it leads nowhere."""

_LINK = re.compile(r'<a href="([^"]*)"(?: title="[^"]*")?>(.*?)</a>', re.DOTALL)
_LANGUAGE = re.compile(r"lang:([a-z]{2}(?:-[A-Z]{2})?)")
"""Where a text leads that is in another language: `[Four corners](lang:en)`."""
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_CORNER = re.compile(r"<th\b[^>]*></th>")
_HEADING = re.compile(r"<th\b")
_ROW_STARTS = re.compile(r"<tr>\s*<td\b([^>]*)>(.+?)</td>")
_CODE = re.compile(r"<code[^>]*>.*?</code>", re.DOTALL)
_TARGET = r"(?:https?://|www\.|mailto:|[a-z]{2,20}:[a-z0-9])"
_LEFT_OVER = re.compile(
    r"\](?:\([^)\n<]{1,100}\)?|\[[^\]\n]{1,60}\])"
    rf"|\] \({_TARGET}[^)\n<]{{0,100}}\)|\)\[{_TARGET}[^\]\n<]{{0,100}}\]|\[\[[^\]\n<]{{1,60}}\]\]"
)
_SIGNS = ("](", "][", "] (", ")[", "[[")
_DANGEROUS = re.compile(r"(?:javascript|vbscript|file|data):[^\s)>]{0,80}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Content:
    """What stands in a rich text beside words."""

    links: tuple[str, ...] = ()
    """Where each link leads, as it was meant; in the order of the text."""
    pictures: tuple[TextPicture, ...] = ()
    holds_html: bool = False
    lookalike: str = ""
    """What was meant for a link and is none, such as an address with a space."""


_PLAIN = Content()


def content_of(text: str) -> Content:
    """The links and the like in the tree of a text. A text without any is settled at a glance."""
    if "[" not in text and "<" not in text:
        return _PLAIN
    html = blocks_of(text)
    links = tuple(unescape(found) for found, _ in _LINK.findall(html) if not _LANGUAGE.fullmatch(found))
    if "" in links:
        links = _named(links, text)
    words = _CODE.sub("", html)
    over = _LEFT_OVER.search(words) if any(sign in words for sign in _SIGNS) else None
    return Content(
        links, tuple(pictures_in(html)), OMITTED in html,
        unescape(over[0].lstrip("])")).strip() if over and "\\]" not in text and "\\[" not in text else "",
    )  # fmt: skip


def _named(links: tuple[str, ...], text: str) -> tuple[str, ...]:
    """cmark empties addresses that run something: what they were, so that a person knows which to mend."""
    written = iter(_DANGEROUS.findall(unescape(text)))
    return tuple(link or next(written, "") for link in links)


def to_html(text: str, resolve: Resolve, show: Show | None = None) -> Markup:
    """Blocks of HTML. Raw HTML is dropped, links are allow-listed, pictures are left out where nobody shows them."""
    html = blocks_of(text).replace(OMITTED, "")
    if "<th" in html:
        html = _TABLE.sub(_with_headings, html)
    html = _LINK.sub(lambda found: _link(found, resolve), html) if "<a " in html else html
    return Markup(with_pictures(html, show))


def _with_headings(table: re.Match[str]) -> str:
    """A table whose headings say what they are headings of.

    An empty corner is no heading, and a screen reader should not announce one; below it each row begins with its own.
    """
    head, between, body = table[0].partition("<tbody>")
    parted, corners = _CORNER.subn("<td></td>", head)
    if corners:
        body = _ROW_STARTS.sub(r'<tr><th scope="row"\1>\2</th>', body)
    return _HEADING.sub('<th scope="col"', parted) + between + body


def to_inline(text: str, resolve: Resolve, show: Show | None = None) -> Markup:
    """As `to_html`, without the paragraph around a single paragraph."""
    html = to_html(text, resolve, show).strip()
    if html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1:
        return Markup(html[3:-4])
    return Markup(html)


def _link(found: re.Match[str], resolve: Resolve) -> str:
    target, content = unescape(found[1]), found[2]
    if language := _LANGUAGE.fullmatch(target):
        return f'<span lang="{language[1]}">{content}</span>'
    address = resolve(target)
    if address is None:
        address = target if target.startswith("#") or is_whole(target) else ""
    return f'<a href="{escape(address)}">{content}</a>' if address else content
