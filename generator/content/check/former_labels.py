"""Texts that name a button as it was called before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pydantic import BaseModel

from generator.model.catalog import Catalog, Finding
from generator.model.fields import Term
from generator.model.former_labels import old_names
from generator.model.walk import Marked, texts


def labels(model: BaseModel, values: Sequence[Marked], catalog: Catalog) -> Iterator[Finding]:
    """The places of an item with a name of before. `values` are its marked ones."""
    functions = {id_: entry for id_, entry in catalog.vocabularies["functions"].items() if entry.former_labels}
    if functions:
        about = {text for _, marker, text in values if marker == Term("functions")}
        for path, text in texts(model):
            for found in old_names(text, functions, about):
                yield Finding("label-old", path, {"old": found.old, "new": found.new})
