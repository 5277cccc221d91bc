"""Marks the first place on a page where a word of the glossary stands, so that its explanation is one step away."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from markupsafe import Markup

from generator.model.glossary import any_of
from generator.model.page import Word

_TAG = re.compile(r"(<[^>]+>)")
_LEFT_ALONE = ("a", "code", "pre", "th", "h2", "h3", "h4")
"""Elements in which a link is not allowed or would disturb."""
_OPENING = re.compile(rf"<(/?)({'|'.join(_LEFT_ALONE)})\b")


class Explainer:
    """The words of one page, and which of them have been marked."""

    def __init__(self, words: tuple[Word, ...] = ()) -> None:
        self._words = words
        self._marked: dict[str, Word] = {}

    @property
    def marked(self) -> tuple[Word, ...]:
        return tuple(self._marked.values())

    def mark(self, html: Markup) -> Markup:
        """The HTML with a link at each word that was not marked before."""
        if len(self._marked) == len(self._words):
            return html
        pattern, by_form = _forms(self._words)
        if not pattern.search(html):
            return html
        parts = _TAG.split(html)
        depth = 0
        for place, part in enumerate(parts):
            if place % 2:
                opening = _OPENING.match(part)
                if opening:
                    depth += -1 if opening[1] else 1
            elif not depth and part:
                parts[place] = pattern.sub(lambda found: self._link(found[0], by_form), part)
        return Markup("".join(parts))

    def _link(self, text: str, by_form: Mapping[str, Word]) -> str:
        word = by_form[text.lower()]
        if word.id in self._marked:
            return text
        self._marked[word.id] = word
        return f'<a class="hub-word" href="#word-{word.id}">{text}</a>'


@cache
def _forms(words: tuple[Word, ...]) -> tuple[re.Pattern[str], Mapping[str, Word]]:
    by_form = {form: word for word in words for form in word.forms}
    return any_of(by_form), by_form
