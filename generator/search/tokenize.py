"""Words, normalised once: what counts as a word is the same in an article, in a query and in a synonym.

A word is a run of letters and digits in small letters, in Unicode's composed form (NFC). Signs that nobody sees are
left out, everything else parts words; a single letter or digit is a word. A longer run than 40 is cut into words of 40.
"""

from __future__ import annotations

import re
from html import unescape
from unicodedata import normalize

_WORD = re.compile(r"[^\W_]{1,40}")
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]")
"""Soft hyphens, zero-width spaces and joiners, marks of direction, variation selectors, byte order marks."""
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);")
_REMEMBERED = 100_000
"""Distinct tokens remembered in each process."""


def words_of(text: str) -> list[str]:
    """The words of a plain text, in order."""
    return _WORD.findall(normalize("NFC", _INVISIBLE.sub("", text)).lower())


def resolved(text: str) -> str:
    """HTML text with its entities resolved; what does not end with a semicolon is none."""
    return _ENTITY.sub(lambda entity: unescape(entity[0]), text) if "&" in text else text


class Tokens(dict[str, tuple[str, ...]]):
    """The words in each text of an HTML page that holds no space; entities are resolved. Each is looked at once."""

    def __missing__(self, token: str) -> tuple[str, ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[token] = words = tuple(words_of(resolved(token)))
        return words


TOKENS = Tokens()
