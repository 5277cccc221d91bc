"""What a word as written is found by: its stem, its parts when it has any, and its signs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from Stemmer import Stemmer

Form = tuple[str, int]
"""A key, and among how many parts the weight is shared; 0 for the whole word.

A key is a stem; or, where an accent was taken away, the stem, a tab and what was written.
"""

_STEMMERS = {"da": "danish", "en": "english"}
JOINED = frozenset("_‿⁀⁔︳︴﹍﹎﹏＿")
"""What is no letter and yet a part of words, for Pagefind."""
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_EDGE = re.compile(r"(?<=a)(?=[A0])|(?<=A)(?=0|Aa)|(?<=0)(?=[aA])")
"""Where a word parts, in a word that is written as its kinds: small and capital letters, and digits."""

_SIGNS = (
    "©®‼⁉™ℹ↔-↙↩↪⌚⌛⌨⏏⏩-⏳⏸-⏺Ⓜ▪▫▶◀◻-◾☀-☄☎☑☔☕☘☝☠☢☣☦☪☮☯☸-☺♀♂♈-♓♟♠♣♥♦♨♻♾♿⚒-⚗⚙⚛⚜⚠⚡⚧⚪⚫⚰⚱⚽⚾⛄⛅⛈⛎⛏⛑⛓⛔⛩⛪⛰-⛵⛷-⛺⛽"
    "✂✅✈-✍✏✒✔✖✝✡✨✳✴❄❇❌❎❓-❕❗❣❤➕-➗➡➰➿⤴⤵⬅-⬇⬛⬜⭐⭕〰〽㊗㊙"
    "\U0001f004\U0001f0cf\U0001f170\U0001f171\U0001f17e\U0001f17f\U0001f18e\U0001f191-\U0001f19a\U0001f201\U0001f202"
    "\U0001f21a\U0001f22f\U0001f232-\U0001f23a\U0001f250\U0001f251\U0001f300-\U0001f321\U0001f324-\U0001f393"
    "\U0001f396\U0001f397\U0001f399-\U0001f39b\U0001f39e-\U0001f3f0\U0001f3f3-\U0001f3f5\U0001f3f7-\U0001f3fa"
    "\U0001f400-\U0001f4fd\U0001f4ff-\U0001f53d\U0001f549-\U0001f54e\U0001f550-\U0001f567\U0001f56f\U0001f570"
    "\U0001f573-\U0001f57a\U0001f587\U0001f58a-\U0001f58d\U0001f590\U0001f595\U0001f596\U0001f5a4\U0001f5a5\U0001f5a8"
    "\U0001f5b1\U0001f5b2\U0001f5bc\U0001f5c2-\U0001f5c4\U0001f5d1-\U0001f5d3\U0001f5dc-\U0001f5de\U0001f5e1"
    "\U0001f5e3\U0001f5e8\U0001f5ef\U0001f5f3\U0001f5fa-\U0001f64f\U0001f680-\U0001f6c5\U0001f6cb-\U0001f6d2"
    "\U0001f6d5-\U0001f6d7\U0001f6dd-\U0001f6e5\U0001f6e9\U0001f6eb\U0001f6ec\U0001f6f0\U0001f6f3-\U0001f6fc"
    "\U0001f7e0-\U0001f7eb\U0001f7f0\U0001f90c-\U0001f93a\U0001f93c-\U0001f945\U0001f947-\U0001f9ff"
    "\U0001fa70-\U0001fa74\U0001fa78-\U0001fa7c\U0001fa80-\U0001fa86\U0001fa90-\U0001faac\U0001fab0-\U0001faba"
    "\U0001fac0-\U0001fac5\U0001fad0-\U0001fad9\U0001fae0-\U0001fae7\U0001faf0-\U0001faf6"
)
_ONE_SIGN = f"[{_SIGNS}][\U0001f3fb-\U0001f3ff]?\ufe0f?[\U000e0020-\U000e007f]*"
_SIGN = re.compile(f"[\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]\ufe0f?\u20e3|{_ONE_SIGN}(?:\u200d{_ONE_SIGN})*")
"""Emoji. Single ones are those that Pagefind knows; of those that are joined, any are taken."""

_MOST = 100_000
"""So many words as written are remembered in each process before it begins anew."""


class Forms(dict[str, str | tuple[Form, ...]]):
    """What each word of a language is found by, found once: a key for most, forms for the others.

    Words are as they are written, and hold no space.
    """

    def __init__(self, code: str) -> None:
        super().__init__()
        stemmer = Stemmer(_STEMMERS[code], 0)
        self._stem: Callable[[str], str] = stemmer.stemWord

    def __missing__(self, word: str) -> str | tuple[Form, ...]:
        if len(self) >= _MOST:
            self.clear()
        forms = tuple(self._forms(word))
        self[word] = found = forms[0][0] if len(forms) == 1 and not forms[0][1] else forms
        return found

    def _forms(self, word: str) -> list[Form]:
        plain = "".join(char.lower() if char.isupper() else char for char in word if char.isalnum() or char in JOINED)
        forms = [(self._key(plain), 0)] if plain else []
        if word.isalnum() and not any(map(str.isupper, word[1:])):
            return forms
        parts = _parts(word)
        if plain and (len(parts) > 1 or not plain.startswith("".join(parts))):
            # Two bytes, which one letter beyond ASCII has.
            parts = [part for part in parts if len(part.encode()) > 1]
            forms += [(self._key(part), len(parts)) for part in parts]
        forms += [(sign, 0) for sign in _SIGN.findall(word)]
        return forms

    def _key(self, word: str) -> str:
        if word.isascii():
            return self._stem(word)
        bare = "".join(char for char in unicodedata.normalize("NFD", word) if unicodedata.category(char)[0] != "M")
        return self._stem(word) if bare == word else f"{self._stem(bare)}\t{word}"


def _parts(word: str) -> list[str]:
    """A word as its parts: between signs, and where small letters, capital letters and digits meet."""
    spaced = _PUNCTUATION.sub(" ", word)
    edges = [edge.start() for edge in _EDGE.finditer(_kinds(spaced))]
    return " ".join(
        spaced[start:end].lower() for start, end in zip([0, *edges], [*edges, len(spaced)], strict=True)
    ).split()


def _kinds(text: str) -> str:
    kinds, last = [], " "
    for char in text:
        if "0" <= char <= "9":
            last = "0"
        elif char.lower() != char.upper():
            last = "A" if char == char.upper() else "a" if char == char.lower() else " "
        elif unicodedata.category(char)[0] != "M":  # a mark belongs to its letter
            last = " "
        kinds.append(last)
    return "".join(kinds)
