"""Checks a document by itself: all that can be said of it without looking at other items."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel

from generator.content.check.exact_lines import exact
from generator.content.check.files_beside import says_nothing
from generator.content.check.incomplete_drafts import unfinished
from generator.content.check.make_items import Making, files_named
from generator.content.check.national_id_check import in_document, in_text
from generator.content.check.old_button_names import labels
from generator.content.check.references import Pointer, look_through
from generator.content.check.root_causes import causes, ids_twice, place_meant
from generator.content.check.schema import shape
from generator.content.yaml.parser import MOST_PROBLEMS
from generator.model.catalog import Beside, Document, Finding, Item, Listed, Lookup, Unfinished, nearest
from generator.model.context import DocumentContext
from generator.model.fields import Published
from generator.model.kind import Kind
from generator.model.walk import Walked, walk, walk_raw
from generator.problems.content_rules import RULES
from generator.problems.problem import Problem, Severity, Span
from generator.problems.rules import FILE_PROBLEMS

Drafts = Literal["hidden", "checked", "shown"]
"""Of drafts, only what they lack is told; or they are checked, and are no pages; or they are pages as all others."""
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
    meant: str = ""
    """The kind that it was written as, when it lies in the folder of another."""
    files: tuple[str, ...] = ()
    """Files that a draft brings along which is not shown."""
    unfinished: Unfinished | None = None
    """A draft that is to be shown and is no item yet."""


@dataclass(frozen=True, slots=True)
class Checker:
    """What documents are checked against, one by one."""

    making: Making
    locate: Locate
    drafts: Drafts

    @staticmethod
    def of(
        context: DocumentContext, kinds: Mapping[str, Kind], locate: Locate, *, drafts: Drafts = "hidden"
    ) -> Checker:
        return Checker(Making.of(context, kinds), locate, drafts)

    def check(self, document: Document) -> Alone:
        kinds, context = self.making.kinds, self.making.context
        kind = kinds[document.kind]
        model, findings = shape(document, kinds)
        if model is None and (meant := place_meant(document, kinds)):
            name, folder = meant
            where = {"kind": name, "folder": folder, "own": kind.folder}
            wrong = problem(document, Finding("file-wrong-kind", (), where), self.locate)
            return Alone(listed(document), None, (), (wrong,), name)
        pointers: list[Pointer] = []
        item = None
        values = walk(model) if model else walk_raw(kind.model, document.value)
        if not isinstance(model, Published):
            found, pointers = look_through(kind.name, values, context, kinds)
            findings += found
        elif self.drafts != "hidden" or document.value.get("status") == "published":
            item = self.making.item(document, model, values)
            found, pointers = look_through(kind.name, values, context, kinds)
            findings += [*found, *labels(values, context), *kind.rules(item, context)]
        findings += [*unlisted(document, kind, context), *ids_twice(document.value), *_dates(model), *_seen(values)]
        told = causes(findings)
        problems = told_of(document, told, self.locate)
        problems += personal(document, values, context, self.locate)
        files: tuple[str, ...] = ()
        if item is None:
            files = tuple(file for file, _ in files_named(values))
        elif self.drafts == "checked" and document.value.get("status") == "draft":
            files = tuple(file for file, _ in item.common.files)
            item = None
        half = unfinished(document, told) if model is None and self.drafts == "shown" else None
        return Alone(listed(document), item, tuple(pointers), tuple(problems), files=files, unfinished=half)


def _dates(model: BaseModel | None) -> Iterator[Finding]:
    if isinstance(model, Published) and model.updated < model.published:
        values = {"updated": model.updated.isoformat(), "published": model.published.isoformat()}
        yield Finding("dates-updated", ("updated",), values)


def _seen(values: Iterable[Walked]) -> Iterator[Finding]:
    """Words for those who do not see a picture, which say no more than that there is one."""
    for path, _, text in values:
        if path and path[-1] == "alt" and says_nothing(text):
            yield Finding("picture-words", path, {"alt": text.strip()})


def listed(document: Document) -> Listed:
    return Listed(document.kind, document.id, document.path, document.value.get("status") == "draft")


def unlisted(document: Document, kind: Kind, lookup: Lookup) -> Iterator[Finding]:
    """An item of a kind that is a vocabulary says more of one of its entries, so there must be one."""
    if kind.vocabulary and document.id not in (known := lookup.vocabularies[kind.vocabulary]):
        values = {"id": document.id, "vocabulary": kind.vocabulary, "nearest": nearest(document.id, known)}
        yield Finding("item-unlisted", (), values)


def personal(document: Document, values: Sequence[Walked], lookup: Lookup, locate: Locate) -> Iterator[Problem]:
    """Numbers of persons in what a document says, in its name and, when no text has any, in the rest of its file."""
    found = in_document(document, values, lookup.look_alikes)
    if not found:
        yield from in_text(document.text, document.path, lookup.look_alikes)
    yield from (problem(document, finding, locate) for finding in found)


def told_of(document: Document, findings: Sequence[Finding], locate: Locate) -> list[Problem]:
    """The findings at their places; of errors no more than anybody mends in one go."""
    errors = [one for one in findings if RULES[one.rule].severity is Severity.ERROR]
    beyond = {id(one) for one in errors[MOST_PROBLEMS:]}
    problems = [problem(document, one, locate) for one in findings if id(one) not in beyond]
    return [*problems, too_many(document.path)] if beyond else problems


def too_many(path: str) -> Problem:
    return Problem(FILE_PROBLEMS, Span(path), {"limit": f"{MOST_PROBLEMS}"})


def problem(document: Document, finding: Finding, locate: Locate) -> Problem:
    span = _span_beside(document, finding.beside) if finding.beside else None
    if span:
        return Problem(RULES[finding.rule], span, finding.values)
    there = locate(document, finding.path, finding.at_key)
    return exact(Problem(RULES[finding.rule], there, finding.values), document.text)


def _span_beside(document: Document, beside: Beside) -> Span:
    file = f"{document.path.rpartition('/')[0]}/{beside.file}"
    return Span(file, beside.line, beside.column, beside.line, beside.column + beside.length)
