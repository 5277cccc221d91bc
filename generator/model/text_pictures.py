"""Pictures in a text: `![What it shows](file.png "A line under it")` on a line of its own.

They are found in the HTML that cmark makes of the text, so that check and pages see the same ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote

_TAG = re.compile(r"(<[^>]+>)")
_IMAGE = re.compile(r'<img src="([^"]*)" alt="([^"]*)"(?: title="([^"]*)")? />')
_NAME = re.compile(r"</?([a-z0-9]+)")
_HOLDS = frozenset({"p", "li", "td", "th"})
"""Elements in which a picture may stand alone."""
_INLINE = frozenset({"a", "strong", "em", "del", "code", "span"})
_EMPTY = re.compile(r"<p>\s*</p>\n?")


@dataclass(frozen=True, slots=True)
class TextPicture:
    """A picture that a text names."""

    file: str
    """As it was meant: a path, or an address that is none."""
    alt: str
    caption: str = ""
    is_alone: bool = True
    """Whether it has a line of its own; among words nobody can see what it shows."""


Show = Callable[[TextPicture], str]
"""The HTML of a picture, a block; "" leaves it out."""


def pictures_in(html: str) -> Iterator[TextPicture]:
    """Those of a text that cmark has rendered, in its order."""
    if "<img " in html:
        yield from (picture for _, picture, _ in _found(_TAG.split(html)))


def with_pictures(html: str, show: Show | None, *, among_words: bool = False) -> str:
    """The same with pictures as they are shown; those among words are left out unless asked for."""
    if "<img " not in html:
        return html
    parts = _TAG.split(html)
    for place, picture, holder in list(_found(parts)):
        shown = show(picture) if show and (picture.is_alone or among_words) else ""
        # A figure cannot stand in a paragraph, so the paragraph ends before it and goes on after it.
        parts[place] = f"</p>\n{shown}\n<p>" if shown and holder == "p" and picture.is_alone else shown
        if picture.is_alone:
            _without_break(parts, place)
    return _EMPTY.sub("", "".join(parts))


def _found(parts: list[str]) -> Iterator[tuple[int, TextPicture, str]]:
    """Places in `parts`, of which every second is a tag, with the picture and the element that holds it."""
    holders: list[str] = []
    inline = 0
    for place in range(1, len(parts), 2):
        tag = parts[place]
        if image := _IMAGE.fullmatch(tag):
            file, alt, caption = (unescape(one or "") for one in image.groups())
            holder = holders[-1] if holders else ""
            alone = holder in _HOLDS and not inline and _begins(parts, place) and _ends(parts, place)
            yield place, TextPicture(unquote(file), " ".join(alt.split()), " ".join(caption.split()), alone), holder
        elif name := _NAME.match(tag):
            step = -1 if tag.startswith("</") else 1
            if name[1] in _INLINE:
                inline += step
            elif step > 0 and not tag.endswith("/>"):
                holders.append(name[1])
            elif step < 0 and holders:
                holders.pop()


def _begins(parts: list[str], place: int) -> bool:
    """Whether a line begins there."""
    before, tag = parts[place - 1], parts[place - 2] if place > 1 else ""
    return before.endswith("\n") or (not before and not tag.startswith(("</", "<br", "<img")))


def _ends(parts: list[str], place: int) -> bool:
    after, tag = parts[place + 1], parts[place + 2] if place + 2 < len(parts) else ""
    return after.startswith("\n") or (not after and tag.startswith(("</", "<br")))


def _without_break(parts: list[str], place: int) -> None:
    """A break that parts a picture from the words beside it says nothing."""
    if place > 1 and parts[place - 2].startswith("<br") and not parts[place - 1].strip():
        parts[place - 2] = ""
    if place + 2 < len(parts) and parts[place + 2].startswith("<br") and not parts[place + 1].strip():
        parts[place + 2] = ""


__all__ = ["Show", "TextPicture", "pictures_in", "with_pictures"]
