"""Makes an item of a model: finds what others say of it in brief."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.i18n.language import Language
from generator.model.catalog import Brief, Catalog, Document, Item, TermKey
from generator.model.fields import Asset, Picture, Term
from generator.model.glossary import Glossary
from generator.model.kind import Kind
from generator.model.screenshot import shot_file
from generator.model.walk import Walked

_BROWSED = {
    "subjects": ("subjects",),
    "grades": ("grades",),
    "levels": ("level", "levels"),
    "functions": ("functions",),
    "roles": ("audience",),
}
"""The fields that hold words of a vocabulary by which items are browsed or grouped."""


@dataclass(frozen=True, slots=True)
class Making:
    """What items are made with."""

    catalog: Catalog
    """Its vocabularies and folders alone are used."""
    kinds: Mapping[str, Kind]
    language: Language
    glossary: Glossary

    @staticmethod
    def of(catalog: Catalog, kinds: Mapping[str, Kind], language: Language) -> Making:
        return Making(catalog, kinds, language, Glossary.of(catalog.vocabularies["glossary"].values()))

    def item(self, document: Document, model: Any, values: Sequence[Walked]) -> Item:
        """The item that a document with this model is; `values` are the model's texts."""
        kind = self.kinds[document.kind]
        url = f"{kind.folder}/{document.id}/"
        blank: Any = None
        item = Item(document.kind, document.id, document.path, url, blank, document.sha256, model)
        return replace(item, brief=self._brief(item, model, values, kind))

    def _brief(self, item: Item, model: Any, values: Sequence[Walked], kind: Kind) -> Brief:
        return Brief(
            title=model.title, summary=model.summary, updated=model.updated,
            day=max((model.updated, *kind.days(model))),
            facts=kind.facts(item, self.catalog, self.language), words=_words(model),
            explained=tuple(word.id for word in self.glossary.words_of(values)), redirect_from=model.redirect_from,
            source=kind.source(model), traits=tuple(dict.fromkeys(kind.traits(model))),
            mentioned=_mentioned(values),
            seen_by=tuple(dict.fromkeys(kind.seen_by(model))), shown=kind.shown(model),
            files=tuple(self._files(item, model, values, kind)), own=kind.brief(model),
        )  # fmt: skip

    def _files(self, item: Item, model: Any, values: Sequence[Walked], kind: Kind) -> list[tuple[str, bool]]:
        files = [(text, isinstance(marker, Picture)) for _, marker, text in values if isinstance(marker, Asset)]
        for described in kind.shots(model):
            file = shot_file(item.id, described.shot)
            if (self.catalog.folders[item.kind] / file).is_file():  # else `shot-missing` has told it
                files.append((file, True))
        return files


def _mentioned(values: Sequence[Walked]) -> tuple[TermKey, ...]:
    terms = ((marker.vocabulary, text) for _, marker, text in values if isinstance(marker, Term))
    return tuple(dict.fromkeys(terms))


def _words(model: Any) -> dict[str, tuple[str, ...]]:
    found = {}
    for vocabulary, fields in _BROWSED.items():
        held = [value for field in fields if (value := getattr(model, field, None))]
        words = tuple(word for value in held for word in ((value,) if isinstance(value, str) else value))
        if words:
            found[vocabulary] = words
    return found
