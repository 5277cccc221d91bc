"""Texts that name a button as it was called before."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalog import Catalog, Finding, Item
from generator.labels import old_names
from generator.markers import marked, texts
from generator.model import Term


def labels(catalog: Catalog) -> Iterator[tuple[tuple[str, str], Finding]]:
    """For each item, by kind and id, the places with a name of before."""
    functions = {id_: entry for id_, entry in catalog.vocabularies["functions"].items() if entry.former_labels}
    if functions:
        for key, item in catalog.items.items():
            about = _about(item)
            for path, text in texts(item.model):
                for found in old_names(text, functions, about):
                    yield key, Finding("label-old", path, {"old": found.old, "new": found.new})


def _about(item: Item) -> set[str]:
    """The functions that an item is about."""
    return {text for _, marker, text in marked(item.model) if marker == Term("functions")}
