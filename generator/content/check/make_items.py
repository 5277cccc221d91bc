"""Makes an item of a model: finds what lists and other pages say of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.model.catalog import CommonSummary, Document, Item, TermKey
from generator.model.context import DocumentContext
from generator.model.fields import Asset, Picture, Published, Rich, Term
from generator.model.glossary import Glossary
from generator.model.kind import Kind
from generator.model.markdown import content_of
from generator.model.screenshot import shot_file
from generator.model.vocabulary import GlossaryEntry
from generator.model.walk import Walked

TAG, FUNCTION = Term("*"), Term("functions")


@dataclass(frozen=True, slots=True)
class Making:
    """What items are made with."""

    context: DocumentContext
    kinds: Mapping[str, Kind]
    glossary: Glossary

    @staticmethod
    def of(context: DocumentContext, kinds: Mapping[str, Kind]) -> Making:
        return Making(context, kinds, Glossary.of(context.entries(GlossaryEntry).values()))

    def item(self, document: Document, model: Published, values: Sequence[Walked]) -> Item:
        """The item that a document with this model is; `values` are the model's texts."""
        kind = self.kinds[document.kind]
        common = self._common(document, model, values, kind)
        url = f"{kind.section}/{document.id}/"
        item = Item(document.kind, document.id, document.path, url, common, kind.summary(model), document.sha256, model)
        facts, names = kind.facts(item, self.context), (self.context.name(*TAG.entry(tag)) for tag in model.tags)
        return replace(item, common=replace(common, facts=(*facts, *(name for name in names if name not in facts))))

    def _common(self, document: Document, model: Published, values: Sequence[Walked], kind: Kind) -> CommonSummary:
        """All but the facts, which the kind tells of the item."""
        return CommonSummary(
            title=model.title, summary=model.summary, language=self._foreign(model),
            updated=model.updated, facts=(), picture=kind.picture(model),
            day=max((model.updated, *kind.days(model))),
            terms=_terms(kind.terms(model), values) | _tags(model),
            explained=tuple(word.id for word in self.glossary.words_of(values)), redirect_from=model.redirect_from,
            source=kind.source(model), traits=tuple(dict.fromkeys(kind.traits(model))),
            mentioned=_mentioned(values),
            seen_by=tuple(dict.fromkeys(kind.seen_by(model))), shown=kind.shown(model),
            files=tuple(self._files(document, model, values, kind)),
        )  # fmt: skip

    def _foreign(self, model: Published) -> str:
        return model.language if model.language and model.language != self.context.language.code else ""

    def _files(
        self, document: Document, model: Published, values: Sequence[Walked], kind: Kind
    ) -> list[tuple[str, bool]]:
        files = list(files_named(values))
        for described in kind.shots(model):
            file = shot_file(document.id, described.shot)
            if (self.context.folders[document.kind] / file).is_file():  # else `shot-missing` has told it
                files.append((file, True))
        return files


def files_named(values: Sequence[Walked]) -> Iterator[tuple[str, bool]]:
    """Files beside a document that its fields and the pictures of its texts name, and whether pages show them."""
    for _, marker, text in values:
        if isinstance(marker, Asset):
            yield text, isinstance(marker, Picture)
        elif isinstance(marker, Rich) and "![" in text:
            yield from ((picture.file, True) for picture in content_of(text).pictures if picture.file)


def _terms(own: Mapping[str, tuple[str, ...]], values: Sequence[Walked]) -> dict[str, tuple[str, ...]]:
    """What an item can be browsed by: its own words, and each function that is named anywhere in it."""
    functions = (text for _, marker, text in values if marker == FUNCTION)
    every = {**own, "functions": (*own.get("functions", ()), *functions)}
    return {vocabulary: tuple(dict.fromkeys(ids)) for vocabulary, ids in every.items() if ids}


def _tags(model: Published) -> dict[str, tuple[str, ...]]:
    """The ids of words of the hub's own vocabularies, by vocabulary."""
    tags: dict[str, tuple[str, ...]] = {}
    for vocabulary, id_ in map(TAG.entry, dict.fromkeys(model.tags)):
        tags[vocabulary] = (*tags.get(vocabulary, ()), id_)
    return tags


def _mentioned(values: Sequence[Walked]) -> tuple[TermKey, ...]:
    terms = (marker.entry(text) for _, marker, text in values if isinstance(marker, Term))
    return tuple(dict.fromkeys(terms))
