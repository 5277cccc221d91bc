"""Finds what buttons were called before, so that one renaming leads to every text that still uses the old name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from generator.model.vocabulary import FunctionEntry

_QUOTED = r"[»“„\"«](?:{name})[«”“\"»]|\*\*(?:{name})\*\*|`(?:{name})`"


@dataclass(frozen=True, slots=True)
class OldName:
    """A text that uses a name of before."""

    old: str
    new: str
    function: str
    """The function's id."""


def old_names(text: str, functions: Mapping[str, FunctionEntry], about: Collection[str]) -> Iterator[OldName]:
    """Names of before that the text uses.

    `functions` holds the vocabulary's entries by id. In a text `about` a function any whole word counts; elsewhere
    only a name in quotation marks or bold, since buttons are often called by the plainest words.
    """
    for id_, entry in functions.items():
        for old in entry.former_labels:
            if old in text and old != entry.label and _uses(text.replace(entry.label, ""), old, close=id_ in about):
                yield OldName(old, entry.label, id_)


def _uses(text: str, name: str, *, close: bool) -> bool:
    escaped = re.escape(name)
    return bool(re.search(rf"(?<!\w){escaped}(?!\w)" if close else _QUOTED.format(name=escaped), text))
