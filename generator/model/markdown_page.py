"""An ordinary page: a Markdown file of the hub's own, in the dialect of all rich texts, with headings and pictures."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape, unescape
from typing import Literal
from urllib.parse import unquote

from markupsafe import Markup

from generator.model.cmark import OMITTED
from generator.model.fields import Day, Strict, Text, Title, YesNo
from generator.model.markdown_containers import blocks_of
from generator.model.text_pictures import Show, with_pictures

NAME = "page"
"""What stands before the colon in a link to an ordinary page: `page:about#who`."""

_TAG = re.compile(r"<[^>]+>")
_HEADING = re.compile(r"<h([1-6])([^>]*)>(.*?)</h\1>", re.DOTALL)
_PIECE = re.compile(
    r'data-sourcepos="(?P<line>\d+):'
    r'|<a href="(?P<link>[^"]*)"'
    r'|<img src="(?P<picture>[^"]*)" alt="(?P<alt>[^"]*)"'
    rf"|(?P<html>{re.escape(OMITTED)})"
)
_LINK = re.compile(r'<a href="([^"]*)"(?: title="[^"]*")?>(.*?)</a>', re.DOTALL)
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_LIKE_TAG = re.compile(r"<[A-Za-z/!?]")
_DESCRIBES = 160
"""Letters of a description."""


class Search(Strict):
    """What search is told of a page, as Material's pages say it."""

    exclude: YesNo = False
    """Whether the hub's own search leaves it out."""


class Matter(Strict):
    """What may stand between two lines of `---` at the top of a page."""

    title: Title | None = None
    """What the page is called, when its first heading does not say it."""
    description: Text | None = None
    """What search engines show of it; its first paragraph otherwise."""
    updated: Day | None = None
    """When its content was last changed."""
    noindex: YesNo = False
    """Whether search engines are asked to leave it out."""
    search: Search = Search()
    """Whether the hub's own search finds it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A link, a picture or HTML in a page."""

    sort: Literal["link", "picture", "html"]
    target: str
    """Where it leads, as it was meant."""
    line: int
    """In the file, from 1: of the paragraph or other block that it stands in."""
    alt: str = ""
    """What a picture shows."""


@dataclass(frozen=True, slots=True)
class OrdinaryPage:
    """A page that was read and found good in itself."""

    id: str
    """Its path in the folder of pages without `.md`: `about`, `help/start`."""
    path: str
    """Of its file, relative to the hub's root."""
    matter: Matter
    body: str
    pieces: tuple[Piece, ...]
    anchors: frozenset[str]

    @property
    def url(self) -> str:
        """Relative to the site's root, with a final slash; "" for the front page."""
        return url_of(self.id)

    @property
    def folder(self) -> str:
        """The folder of its file among the pages, with a final slash, or ""."""
        return self.id[: self.id.rfind("/") + 1]


def url_of(id_: str) -> str:
    """`about/` for about, `help/` for help/index, "" for index."""
    folder, _, name = id_.rpartition("/")
    plain = folder if name.lower() in {"index", "readme"} else id_
    return f"{plain}/" if plain else ""


def pieces_of(body: str, first_line: int) -> Iterator[Piece]:
    """Every link, picture and piece of HTML in the order of the text, which begins in that line of its file."""
    written = body.split("\n")
    at = 0
    for found in _PIECE.finditer(blocks_of(body, lines=True)):
        match found.lastgroup:
            case "line":
                at = int(found["line"]) - 1
            case "html":
                yield Piece("html", "", first_line + _line_of_html(written, at))
            case "link":
                target = unescape(found["link"])
                yield Piece("link", target, first_line + _line_with(target, written, at))
            case _:
                target = unescape(found["picture"])
                words = " ".join(unescape(found["alt"]).split())
                yield Piece("picture", target, first_line + _line_with(target, written, at), words)


def _line_with(target: str, written: list[str], first: int) -> int:
    """The line of a block, which ends where nothing stands, that says where a link leads; else the first."""
    for number in range(first, min(first + 200, len(written))):
        if target and (target in written[number] or unquote(target) in written[number]):
            return number
        if not written[number].strip():
            break
    return first


def _line_of_html(written: list[str], first: int) -> int:
    """The next line with something like a tag: a block of HTML does not say where it begins."""
    return next((at for at in range(first, len(written)) if _LIKE_TAG.search(written[at])), first)


def anchors_of(body: str) -> frozenset[str]:
    """What a link can lead to inside the page."""
    return frozenset(anchor for _, anchor in _headings(blocks_of(body)))


def _headings(html: str) -> Iterator[tuple[re.Match[str], str]]:
    taken: set[str] = set()
    for found in _HEADING.finditer(html):
        plain = anchor = _anchor(words_of(found[3]))
        number = 0
        while anchor in taken:
            number += 1
            anchor = f"{plain}_{number}"
        taken.add(anchor)
        yield found, anchor


def _anchor(words: str) -> str:
    """`sådan-gør-du`: letters of every language stay what they are."""
    kept = re.sub(r"[^\w\s-]", "", unicodedata.normalize("NFC", words)).strip().lower()
    return re.sub(r"[\s-]+", "-", kept) or "_"


def words_of(html: str) -> str:
    """The words of a piece of HTML, without its tags."""
    return " ".join(unescape(_TAG.sub("", html)).split())


def page_html(body: str, link: Callable[[str], str], show: Show | None = None) -> Markup:
    """The HTML of a page. `link` gives the address for a target; "" takes a link from its words."""
    html = with_pictures(blocks_of(body).replace(OMITTED, ""), show, among_words=True)
    html = _LINK.sub(lambda found: _linked(link(unescape(found[1])), found[2]), html)
    parts: list[str] = []
    end = 0
    for found, anchor in _headings(html):
        parts += (html[end : found.start()], f'<h{found[1]} id="{escape(anchor)}">{found[3]}</h{found[1]}>')
        end = found.end()
    return Markup("".join((*parts, html[end:])))


def _linked(address: str, words: str) -> str:
    return f'<a href="{escape(address)}">{words}</a>' if address else words


def title_of(page: OrdinaryPage, html: str) -> str:
    """What its front matter or its first heading of the first level says; else the name of its file."""
    if page.matter.title:
        return page.matter.title
    heading = next((found for found, _ in _headings(html) if found[1] == "1"), None)
    name = page.id.rpartition("/")[2].replace("-", " ").replace("_", " ")
    return (words_of(heading[3]) if heading else "") or name[:1].upper() + name[1:]


def beginning_of(html: str) -> str:
    """The first paragraph in plain words, as far as search engines show it."""
    found = _PARAGRAPH.search(html)
    text = words_of(found[1]) if found else ""
    return text if len(text) <= _DESCRIBES else f"{text[:_DESCRIBES].rpartition(' ')[0]} …"


__all__ = [
    "NAME", "Matter", "OrdinaryPage", "Piece", "anchors_of", "beginning_of", "page_html", "pieces_of", "title_of",
    "url_of", "words_of",
]  # fmt: skip
