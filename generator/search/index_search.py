"""Finds pages in an index that lies there, as the search dialog does with words that the hub says in just that form.

What the dialog does beyond it (slips of the pen, synonyms, compounds) only adds pages that are less sure. The rules are
those of `templates/assets/search/reader.js` and `ranking.js`; a test compares the two on the titles of a hub.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import log
from pathlib import Path

from generator.search.chunks import Chunk, read_chunk
from generator.search.index import CARDS, CORE, ENTRY, FOLDER, names_of
from generator.search.index_format import pages_of, sections_of
from generator.search.lexicon import language, stemmer
from generator.search.tokenize import words_of

_SATURATED, _BY_LENGTH, _TITLE, _FAR, _BEGINNING = 1.4, 0.75, 2.5, 0.7, 3
"""As in `reader.js`: what many words are worth, long pages, a title, and forms with a longer stem."""
_TITLED, _SAME, _LIGHT, _ASKED, _NAMED, _MISSED, _FLOOR = 1.2, 0.7, 0.3, 0.4, 0.6, 0.6, 0.4
"""As in `ranking.js`."""


@dataclass(slots=True)
class _Hit:
    """A page with a word: how much it says there, and how near its title comes to the word."""

    weight: float = 0.0
    titled: float = 0.0


@dataclass(slots=True)
class _Sum:
    """A page of an answer, while the words of a query are added."""

    score: float = 0.0
    matched: float = 0.0
    named: float = 0.0


@dataclass(frozen=True, slots=True)
class Finder:
    """An index in memory."""

    addresses: Sequence[str]
    """Of all pages, by number: relative to the site."""
    lengths: Sequence[float]
    """Words on each page."""
    titled: Sequence[int]
    """Words of each title that say something."""
    words: Sequence[str]
    """In order."""
    postings: Mapping[str, tuple[Sequence[int], bytes]]
    """For each word its pages and its weight byte on each."""
    code: str
    """The language."""
    light: frozenset[str]
    """Words that say little."""
    silent: frozenset[str]
    """Words that say nothing, or little."""
    found: dict[str, dict[int, _Hit]] = field(default_factory=dict)
    """The pages of words that were asked for."""

    def asked(self, query: str) -> list[str]:
        """The words of a query that are asked for, each once: those that say something, if any does."""
        words = list(dict.fromkeys(words_of(query)))
        return (
            [word for word in words if word not in self.silent]
            or [word for word in words if word in self.light]
            or words
        )

    def shares(self, query: str) -> dict[str, float]:
        """What each word of a query counts for: those that say little are asked for beside those that say something."""
        words = dict.fromkeys(self.asked(query), 1.0)
        if words.keys() & self.silent:
            return words
        return words | {word: _LIGHT for word in words_of(query) if word in self.light and word in self.postings}

    def find(self, query: str, first: int) -> list[str]:
        """The addresses of the first pages that answer a query, best first."""
        terms = self.shares(query)
        sums: dict[int, _Sum] = {}
        mass = 0.0
        for word, share in terms.items():
            pages = self.pages(word)
            if not pages:
                continue
            rare = share * log(1 + len(self.titled) / len(pages))
            mass += rare
            for number, worth in self._worth(pages):
                one = sums.setdefault(number, _Sum())
                one.score += rare * worth
                one.matched += rare
                one.named += share * (pages[number].titled > _SAME)
        for number, one in sums.items():
            said = min(1.0, one.named / self.titled[number]) if self.titled[number] else 0.0
            named = one.named / sum(terms.values())
            one.score *= (one.matched / mass) ** _MISSED * (1 + named * (_ASKED + _NAMED * said))
        best = sorted(sums, key=lambda number: (-sums[number].score, number))
        return [self.addresses[number] for number in best[:first]]

    def pages(self, word: str) -> dict[int, _Hit]:
        """The pages with a form of a word."""
        if word not in self.found:
            hits: dict[int, _Hit] = {}
            for form, worth in self._forms(word):
                for number, weight in zip(*self.postings[form], strict=True):
                    hit = hits.setdefault(number, _Hit())
                    hit.weight += worth * (8 + (weight >> 1 & 7)) * 2 ** (weight >> 4) / 32
                    hit.titled = max(hit.titled, worth * (weight & 1))
            self.found[word] = hits
        return self.found[word]

    def _forms(self, word: str) -> Iterator[tuple[str, float]]:
        """The hub's words that begin with the stem of a word, and how much each is worth."""
        stem = stemmer(self.code).stemWord
        start = stem(word)
        is_whole = len(start) < _BEGINNING or any(sign.isdigit() for sign in start)
        for at in range(bisect_left(self.words, start), len(self.words)):
            form = self.words[at]
            if not form.startswith(start):
                return
            if form != word and form in self.silent and not {word, form} <= self.light:
                continue
            own = stem(form)
            if not _are_doubled_alike(word, form, len(start)):
                continue
            if own == start if is_whole else own.startswith(start):
                yield form, 1 / (1 + _FAR * (len(own) - len(start)))

    def _worth(self, pages: Mapping[int, _Hit]) -> Iterator[tuple[int, float]]:
        average = sum(self.lengths) / len(self.lengths)
        scores = {}
        for number, hit in pages.items():
            long = 1 - _BY_LENGTH + _BY_LENGTH * self.lengths[number] / average
            scores[number] = hit.weight * (_SATURATED + 1) / (hit.weight + _SATURATED * long) + _TITLE * hit.titled
        top = max(scores.values())
        for number, score in scores.items():
            yield number, _FLOOR + (1 - _FLOOR) * score / top + (_TITLED if pages[number].titled else 0)


def _are_doubled_alike(one: str, other: str, at: int) -> bool:
    """Whether both words double the letter before their endings, or neither does; one without agrees with both."""
    if len(one) <= at or len(other) <= at:
        return True
    return (one[at] == one[at - 1]) == (other[at] == other[at - 1])


def finder(site: Path, code: str) -> Finder:
    """The index of a built site. OSError when there is none, or it is of another version."""
    folder = site / FOLDER
    core = sections_of(folder / CORE / f"{json.loads((site / ENTRY).read_text('utf-8'))[CORE]}.bin")
    postings = {
        word: (pages_of(gaps), weights)
        for name in names_of(core[6])
        for word, gaps, weights in read_chunk(folder, Chunk(name, ""))
    }
    cards = [sections_of(folder / CARDS / f"{name}.bin")[0] for name in names_of(core[7])]
    addresses = [card[0] for cards_ in cards for card in json.loads(cards_)]
    lengths = [(16 + (byte & 15)) * 2.0 ** ((byte >> 4) - 4) for byte in core[4]]
    lists = language(code).lists
    light = frozenset(lists["light"].split())
    silent = light.union(lists["stop"].split())
    return Finder(addresses, lengths, core[8], sorted(postings), postings, code, light, silent)
