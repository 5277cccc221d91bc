"""Texts that name a button as it was called before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.catalog import Finding, Lookup
from generator.model.fields import Rich, Term
from generator.model.old_button_names import old_names
from generator.model.vocabulary import FunctionEntry
from generator.model.walk import Walked


def labels(values: Sequence[Walked], lookup: Lookup) -> Iterator[Finding]:
    """The places of an item with a name of before, in texts that people read. `values` are all of its texts."""
    functions = {id_: entry for id_, entry in lookup.entries(FunctionEntry).items() if entry.former_labels}
    if functions:
        about = {text for _, marker, text in values if marker == Term("functions")}
        for path, marker, text in values:
            if marker is None or isinstance(marker, Rich):
                for found in old_names(text, functions, about):
                    yield Finding("label-old", path, {"old": found.old, "new": found.new})
