"""Plain text of the HTML that rich text becomes: paragraphs, lists, and where links lead."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(("p", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "table", "div"))
_LINES = frozenset(("br", "tr", "li"))


class _Reader(HTMLParser):
    """Collects words; a newline ends a line, two end a paragraph."""

    def __init__(self) -> None:
        super().__init__()
        self.out: list[str] = []
        self.link = ""
        self.shown = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.out.append("\n\n")
        elif tag in _LINES:
            self.out.append("\n")
        if tag == "li":
            self.out.append("* ")
        elif tag == "a":
            self.link, self.shown = dict(attrs).get("href") or "", ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self.link and self.link != self.shown:
            self.out.append(f" ({self.link})")
        if tag == "a":
            self.link = ""
        if tag in _BLOCKS:
            self.out.append("\n\n")
        elif tag in ("td", "th"):
            self.out.append(" ")

    def handle_data(self, data: str) -> None:
        self.shown += data
        self.out.append(re.sub(r"\s+", " ", data))


def plain_text(html: str) -> str:
    """The words, with lists by asterisks and each link's address after its words."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    text = re.sub(r"[ \t]*\n[ \t]*", "\n", "".join(reader.out))
    text = re.sub(r"^\*\n+", "* ", text, flags=re.MULTILINE)
    return re.sub(r"\n{3,}", "\n\n", text).strip()
