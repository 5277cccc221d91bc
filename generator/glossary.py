"""Finds the words of the glossary in texts, so that they can be explained where they occur."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from generator.markers import marked
from generator.model import Rich
from generator.page import Word
from generator.vocabulary import GlossaryEntry


@dataclass(frozen=True, slots=True)
class Glossary:
    """The words of a hub, with all their forms."""

    words: Mapping[str, Word]
    """By form, in lower case."""
    pattern: re.Pattern[str] | None

    @staticmethod
    def of(entries: Iterable[GlossaryEntry]) -> Glossary:
        words: dict[str, Word] = {}
        for entry in entries:
            forms = tuple(form.lower() for form in (entry.name, *entry.forms))
            word = Word(entry.id, entry.name, entry.description or "", forms)
            words |= dict.fromkeys(forms, word)
        return Glossary(words, any_of(words))

    def words_of(self, model: BaseModel) -> tuple[Word, ...]:
        """The words that occur in the rich texts of an item, in the order in which they are met."""
        if self.pattern is None:
            return ()
        texts = (text for _, marker, text in marked(model) if isinstance(marker, Rich))
        found = (form for text in texts for form in self.pattern.findall(text.lower()))
        return tuple({word.id: word for word in map(self.words.__getitem__, found)}.values())


def any_of(forms: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern for any of the forms as a whole word, the longest first; None when there are none."""
    choices = "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)", re.IGNORECASE) if choices else None
