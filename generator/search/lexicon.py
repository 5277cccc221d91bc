"""What the search dialog knows of words: those of the hub with their stems, and what a language tells of them."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from Stemmer import Stemmer

from generator.search.tokenize import words_of

_STEMMERS = {"da": "danish", "en": "english"}
_LISTS = ("stop", "light", "endings", "derived", "links")
_LONGEST_SHARED = 35
"""One figure of base 36 says how many letters a word shares with the one before it."""
_OTHER = 255
"""Stands for a stem that is not the beginning of its word."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language file (`da.yml`): lists of words and endings, groups of forms, groups of sayings that mean the same."""

    lists: dict[str, str]
    irregular: tuple[str, ...]
    synonyms: tuple[tuple[str, ...], ...]


@cache
def language(code: str) -> Language:
    """FileNotFoundError for a language that search does not know."""
    data = yaml.load(Path(__file__).with_name(f"{code}.yml").read_text("utf-8"), yaml.CSafeLoader)
    synonyms = tuple(tuple(saying.strip() for saying in line.split(",")) for line in data["synonyms"])
    lists = {name: " ".join(data[name].split()) for name in _LISTS}
    return Language(lists, tuple(data["irregular"]), synonyms)


def sections(words: Sequence[str], code: str, synonyms: Iterable[Sequence[str]]) -> tuple[bytes, bytes, bytes, bytes]:
    """What of a language concerns these words, which are in order: JSON, the words, their stems, the odd stems."""
    spoken = language(code)
    told = {
        **spoken.lists,
        "irregular": [line for line in spoken.irregular if any(_has(words, form) for form in line.split())],
        "synonyms": [
            list(group) for group in (*synonyms, *spoken.synonyms) if any(_begun(words, saying) for saying in group)
        ],
    }
    cuts, odd = _stems(words, code)
    return _json(told), " ".join(_folded(words)).encode(), cuts, " ".join(odd).encode()


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


@cache
def stemmer(code: str) -> Stemmer:
    """What finds the stems of a language's words."""
    return Stemmer(_STEMMERS[code])


def _stems(words: Sequence[str], code: str) -> tuple[bytes, list[str]]:
    """How many letters the stem of each word leaves out; the stems that are not the beginning of their word."""
    cuts, odd = bytearray(), []
    for word, stem in zip(words, Stemmer(_STEMMERS[code], 0).stemWords(list(words)), strict=True):
        if stem and word.startswith(stem):
            cuts.append(len(word) - len(stem))
        else:
            cuts.append(_OTHER)
            odd.append(stem)
    return bytes(cuts), odd


def _folded(words: Iterable[str]) -> Iterator[str]:
    """Each word as how many letters it shares with the one before, in base 36, and the rest."""
    last = ""
    for word in words:
        shared = 0
        while shared < min(len(last), len(word), _LONGEST_SHARED) and last[shared] == word[shared]:
            shared += 1
        yield "0123456789abcdefghijklmnopqrstuvwxyz"[shared] + word[shared:]
        last = word


def _has(words: Sequence[str], word: str) -> bool:
    at = bisect_left(words, word)
    return at < len(words) and words[at] == word


def _begun(words: Sequence[str], saying: str) -> bool:
    """Whether each word of a saying is in the hub, perhaps with another ending."""
    return all(_starts(words, word[: max(3, len(word) - 2)]) for word in words_of(saying))


def _starts(words: Sequence[str], start: str) -> bool:
    at = bisect_left(words, start)
    return at < len(words) and words[at].startswith(start)
