"""Puts the headings of texts below the heading that they stand under: who writes a text does not know its page."""

from __future__ import annotations

import re

from markupsafe import Markup

_OF_TEXT = re.compile(r"<h([1-6])>")
_FLAG = " data-hub-text"
_FIRST = f'{_FLAG}="first"'
_HEADING = re.compile(rf'<(/?)h([1-6])\b({_FLAG}(?:="first")?)?')
_DEEPEST = 6


def flagged(html: Markup) -> Markup:
    """A text as HTML, its headings told apart from those of the page until `in_place` has seen them."""
    first = _OF_TEXT.sub(rf"<h\1{_FIRST}>", str(html), count=1)
    return Markup(_OF_TEXT.sub(rf"<h\1{_FLAG}>", first))  # it was safe before


def in_place(body: str) -> str:
    """The body of a page in which no heading of a text stands above one of the page, and no level is left out."""
    if _FLAG not in body:
        return body
    levels = _Levels()
    return _HEADING.sub(levels.tag, body)


class _Levels:
    """What was seen so far of a body."""

    def __init__(self) -> None:
        self._page = 1
        self._above: list[tuple[int, int]] = []
        """Headings of the text that the next one may stand below: the levels as they are written, and as they are."""
        self._open: int | None = None

    def tag(self, found: re.Match[str]) -> str:
        end, written, flag = found[1], int(found[2]), found[3]
        if end:
            level, self._open = self._open or written, None
            return f"</h{level}"
        if not flag:
            self._page, self._above = written, []
            return found[0]
        self._open = self._below(written, is_first=flag == _FIRST)
        return f"<h{self._open}"

    def _below(self, written: int, *, is_first: bool) -> int:
        while self._above and (is_first or self._above[-1][0] >= written):
            self._above.pop()
        level = min(_DEEPEST, (self._above[-1][1] if self._above else self._page) + 1)
        self._above.append((written, level))
        return level
