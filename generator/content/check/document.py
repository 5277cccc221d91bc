"""Checks a document by itself: all that can be said of it without looking at other items."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.content.check.cpr import holds_cpr
from generator.content.check.former_labels import labels
from generator.content.check.personal_data import may_hold, personal_data
from generator.content.check.references import Pointer, look_through
from generator.content.check.schema import shape
from generator.content.check.summaries import Making
from generator.model.catalog import Beside, Document, Finding, Item, Listed, Lookup, nearest
from generator.model.context import DocumentContext
from generator.model.fields import Published
from generator.model.kind import Kind
from generator.model.walk import walk, walk_raw
from generator.problems.content_rules import RULES
from generator.problems.problem import Problem, Span

Locate = Callable[[Document, tuple[str | int, ...], bool], Span]
"""Finds the place of a path of keys in a document: of the value, or of its key."""


@dataclass(frozen=True, slots=True)
class Alone:
    """What one document comes to."""

    listed: Listed
    item: Item | None
    """None for one that is wrong in itself, and for a draft that is not shown."""
    pointers: tuple[Pointer, ...]
    """Where it names others."""
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Checker:
    """What documents are checked against, one by one."""

    making: Making
    locate: Locate
    drafts: bool
    """Whether drafts are shown."""

    @staticmethod
    def of(context: DocumentContext, kinds: Mapping[str, Kind], locate: Locate, *, drafts: bool = False) -> Checker:
        return Checker(Making.of(context, kinds), locate, drafts)

    def check(self, document: Document) -> Alone:
        kinds, context = self.making.kinds, self.making.context
        kind = kinds[document.kind]
        model, findings = shape(document, kinds)
        pointers: list[Pointer] = []
        item = None
        if not isinstance(model, Published):
            found, pointers = look_through(kind.name, walk_raw(kind.model, document.value), context, kinds)
            findings += found
        elif self.drafts or document.value.get("status") == "published":
            values = walk(model)
            item = self.making.item(document, model, values)
            found, pointers = look_through(kind.name, values, context, kinds)
            findings += [*found, *labels(values, context), *kind.rules(item, context)]
        findings += [*unlisted(document, kind, context), *personal(document)]
        problems = tuple(problem(document, finding, self.locate) for finding in findings)
        return Alone(listed(document), item, tuple(pointers), problems)


def listed(document: Document) -> Listed:
    return Listed(document.kind, document.id, document.path, document.value.get("status") == "draft")


def unlisted(document: Document, kind: Kind, lookup: Lookup) -> Iterator[Finding]:
    """An item of a kind that is a vocabulary says more of one of its entries, so there must be one."""
    if kind.vocabulary and document.id not in (known := lookup.vocabularies[kind.vocabulary]):
        values = {"id": document.id, "vocabulary": kind.vocabulary, "nearest": nearest(document.id, known)}
        yield Finding("item-unlisted", (), values)


def personal(document: Document) -> list[Finding]:
    """Numbers of persons in what a document says and in its name."""
    found = list(personal_data(document.value)) if may_hold(document.text) else []
    return [*found, Finding("personal-cpr", ())] if holds_cpr(document.id) else found


def problem(document: Document, finding: Finding, locate: Locate) -> Problem:
    span = _span_beside(document, finding.beside) if finding.beside else None
    return Problem(RULES[finding.rule], span or locate(document, finding.path, finding.at_key), finding.values)


def _span_beside(document: Document, beside: Beside) -> Span:
    file = f"{document.path.rpartition('/')[0]}/{beside.file}"
    return Span(file, beside.line, beside.column, beside.line, beside.column + beside.length)
