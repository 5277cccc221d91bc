"""Finds the words of the glossary in texts, so that they can be explained where they occur."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model.fields import Rich
from generator.model.page import Word
from generator.model.vocabulary import GlossaryEntry
from generator.model.walk import Walked

_RUN = re.compile(r"\w+")
_SIGNS = ".,:;?!*»«()"


@dataclass(frozen=True, slots=True)
class Glossary:
    """The words of a hub, with all their forms."""

    forms: Mapping[str, tuple[tuple[str, Word], ...]]
    """Forms in lower case with their words, by the first run of letters in them."""

    words: Mapping[str, Word]
    """By id."""

    @staticmethod
    def of(entries: Iterable[GlossaryEntry]) -> Glossary:
        forms: dict[str, list[tuple[str, Word]]] = defaultdict(list)
        words: dict[str, Word] = {}
        for entry in entries:
            word = Word(
                entry.id, entry.name, entry.description or "", tuple(map(str.lower, (entry.name, *entry.forms)))
            )
            words[word.id] = word
            for form in word.forms:
                forms[next(iter(_RUN.findall(form)), "")].append((form, word))
        return Glossary({first: tuple(found) for first, found in forms.items()}, words)

    def words_of(self, values: Iterable[Walked]) -> tuple[Word, ...]:
        """The words that occur in the rich texts among those of an item, in the order of their ids."""
        text = "\n".join(text for _, marker, text in values if isinstance(marker, Rich)).lower()
        # A pattern of all forms would be tried at every letter: looking runs of letters up is ten times quicker.
        near = self.forms.keys() & runs_of(text)
        found = {
            word.id: word
            for first in near
            for form, word in self.forms[first]
            if form == first or (form in text and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text))
        }
        return tuple(found[id_] for id_ in sorted(found))


def runs_of(text: str) -> set[str]:
    """Every run of letters, digits and low lines."""
    # Most signs gone, most runs are what stands between spaces, and the pattern is left with few.
    for sign in _SIGNS:
        text = text.replace(sign, " ")
    parts = set(text.split())
    runs = set(filter(str.isalnum, parts))
    return runs.union(_RUN.findall(" ".join(parts - runs)))


def any_of(forms: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the forms as a whole word, the longest first."""
    choices = "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)", re.IGNORECASE)
