"""The words of a hub and of its language, from which the search dialog knows what a query may mean."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from html import unescape
from itertools import chain
from pathlib import Path
from typing import Any

import yaml

WORDS = "search/words.json"
"""Where the search dialog finds the words of the hub."""

_WORD = re.compile(r"[^\W_]{2,40}")
_LONGEST_SHARED = 35
"""One figure of base 36 says how much a word shares with the one before it."""


_MOST = 100_000
"""So many texts between spaces are remembered in each process before it begins anew."""


class _Words(dict[str, tuple[str, ...]]):
    """The words in each text between spaces, found once."""

    def __missing__(self, text: str) -> tuple[str, ...]:
        if len(self) >= _MOST:
            self.clear()
        self[text] = found = tuple(_WORD.findall(unescape(text).lower()))
        return found


_words = _Words()


def words_of(texts: Iterable[str]) -> set[str]:
    """The words in texts that hold no space, in small letters."""
    return set(chain.from_iterable(map(_words.__getitem__, texts)))


def as_json(words: Iterable[str], pages: int, code: str, synonyms: Sequence[Sequence[str]]) -> bytes:
    """What the search dialog loads: words, and what of the language and of the synonyms concerns these words."""
    known = sorted(words)
    language = _language(code)
    groups = [list(group) for group in (*synonyms, *language["synonyms"])]
    return json.dumps(
        {
            "pages": pages,
            "words": " ".join(_folded(known)),
            **{name: language[name] for name in ("stop", "endings", "derived", "links")},
            "irregular": [line for line in language["irregular"] if any(_has(known, form) for form in line.split())],
            "synonyms": [group for group in groups if any(_begun(known, word) for word in group)],
        },
        ensure_ascii=False, separators=(",", ":"),
    ).encode()  # fmt: skip


def _folded(known: Sequence[str]) -> Iterable[str]:
    """Each word as how many letters it shares with the one before, in base 36, and the rest."""
    last = ""
    for word in known:
        shared = 0
        while shared < min(len(last), len(word), _LONGEST_SHARED) and last[shared] == word[shared]:
            shared += 1
        yield "0123456789abcdefghijklmnopqrstuvwxyz"[shared] + word[shared:]
        last = word


def _has(known: Sequence[str], word: str) -> bool:
    at = bisect_left(known, word)
    return at < len(known) and known[at] == word


def _begun(known: Sequence[str], saying: str) -> bool:
    """Whether each word of a saying is in the hub, perhaps with another ending."""
    return all(_starts(known, word[: max(3, len(word) - 2)]) for word in _WORD.findall(saying.lower()))


def _starts(known: Sequence[str], start: str) -> bool:
    at = bisect_left(known, start)
    return at < len(known) and known[at].startswith(start)


def _language(code: str) -> Mapping[str, Any]:
    file = Path(__file__).with_name(f"{code}.yml")
    data = yaml.safe_load(file.read_text("utf-8"))
    return {**data, "stop": " ".join(data["stop"].split()), "endings": " ".join(data["endings"].split()),
            "derived": " ".join(data["derived"].split()),
            "synonyms": [[word.strip() for word in line.split(",")] for line in data["synonyms"]]}  # fmt: skip
