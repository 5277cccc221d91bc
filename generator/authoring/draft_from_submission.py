"""Begins a draft of what a visitor wrote in a form of the site: nothing that stands in the content is touched."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

from generator.authoring.handed_files import Beside, Naming, laid_out, put_beside, sentences
from generator.authoring.json_schema import FOLDER
from generator.authoring.new_item_submissions import Suggested
from generator.authoring.take_result import Answer
from generator.content.check import check_one
from generator.content.check.document import Checker
from generator.content.file_names import id_like
from generator.content.validate import Checked
from generator.content.yaml.places import span_of
from generator.content.yaml.writer import Value, in_brackets, mapping_lines
from generator.forms.labels import label
from generator.i18n.language import mark
from generator.model.catalog import Document
from generator.model.context import Context
from generator.model.fields import Asset
from generator.model.kind import Kind
from generator.model.settings import Settings
from generator.model.submission import Path as KeyPath
from generator.model.walk import walk_raw
from generator.problems.problem import Problem, Span, has_errors

_LONGEST = 60
"""Signs of an id that is made of a title."""


@dataclass(slots=True)
class Beginning:
    """The hub that drafts are begun in."""

    checked: Checked
    root: Path
    settings: Settings
    context: Context
    """The hub in the language that answers are said in."""
    _begun: dict[str, str] = field(default_factory=dict)
    """The content files of this round, by the mark of what they were made of."""
    _naming: dict[str, Naming] = field(default_factory=dict)
    """By kind."""

    def answer(self, suggested: Suggested, files: Mapping[str, bytes]) -> Answer:
        kind, title = suggested.kind, suggested.title
        stamp = _stamp(suggested, files)
        if there := self._begun.get(stamp) or self._taken_before(kind, stamp):
            return Answer(suggested.file, (), title, (), there)
        target = self._free(kind, title)
        self._begun[stamp] = target
        folder = f"{self.settings.content}/{kind.folder}"
        naming = self._naming.setdefault(kind.name, Naming(self.root / folder))
        beside = put_beside(
            kind.model, suggested.now, files, Path(target).stem, naming=naming, spoken=self.context.language
        )
        value = _whole(suggested, beside.now)
        modeline = f"# yaml-language-server: $schema=../../{FOLDER}/{kind.name}.json"
        text = "\n".join([modeline, f"# {stamp}", *mapping_lines(value, 0), ""])
        document = Document(kind.name, Path(target).stem, target, text, value, "")
        lacks: list[str] = []
        problems = tuple(self._amiss(document, suggested, beside.files, lacks))
        told = () if has_errors(problems) else tuple(self._differences(kind, lacks, beside))
        new = tuple((f"{folder}/{name}", content) for name, content in beside.new.items())
        return Answer(suggested.file, problems, title, told, target, text, new)

    def _taken_before(self, kind: Kind, stamp: str) -> str:
        """The content file that was begun with the same text, whatever it says today; "" when there is none."""
        folder = self.root / self.settings.content / kind.folder
        for file in sorted(folder.glob("*.yml")) if folder.is_dir() else ():
            if f"# {stamp}\n" in file.read_text("utf-8-sig", errors="replace"):
                return f"{self.settings.content}/{kind.folder}/{file.name}"
        return ""

    def _free(self, kind: Kind, title: str) -> str:
        """A content file that there is not, named after the title."""
        short = id_like(title)
        if len(short) > _LONGEST:
            short = short[:_LONGEST].rpartition("-")[0] or short[:_LONGEST]
        for number in count(1):
            target = f"{self.settings.content}/{kind.folder}/{short if number == 1 else f'{short}-{number}'}.yml"
            if not (self.root / target).exists() and target not in self._begun.values():
                break
        return target

    def _amiss(
        self, document: Document, suggested: Suggested, files: Mapping[str, bytes], lacks: list[str]
    ) -> Iterator[Problem]:
        """What content is checked for, each told where the file says it; `lacks` gets the fields that are missing."""

        def place(path: KeyPath) -> Span:
            return span_of(suggested.text, suggested.file, ("now", *path))

        checker = replace(self.checked.checker, locate=lambda _, path, __: place(path))
        with laid_out(files) as folder:
            alone = _seeing(checker, suggested.kind, folder).check(document)
        listed = (*(one.listed for one in self.checked.alone), alone.listed)
        between = check_one(alone, self.checked.hub, listed, lambda _, path: place(path), self.checked.pages.anchors)
        values = walk_raw(suggested.kind.model, dict(suggested.now))
        in_files = {place(path) for path, marker, _ in values if isinstance(marker, Asset)}
        for problem in (*alone.problems, *between):
            if problem.code == "draft-incomplete":
                lacks.append(problem.values.get("field", ""))
            elif problem.code != "personal-cpr" or problem.span in in_files:  # the form was looked through before
                yield replace(problem, about=suggested.title)

    def _differences(self, kind: Kind, lacks: list[str], beside: Beside) -> Iterator[str]:
        _, spoken = self.context._, self.context.language
        yield _(mark("A new draft: {kind}.")).format(kind=_(kind.singular).lower())
        yield from sentences(beside.files, beside.left_out, spoken)
        names = dict.fromkeys(label(spoken, name, kind.model.__name__) for name in lacks if name)
        if names:
            yield _(mark("Still missing before it can be published: {fields}.")).format(fields=", ".join(names))


def _seeing(checker: Checker, kind: Kind, folder: Path) -> Checker:
    """A checker for which the files beside documents of a kind are those in another folder."""
    context = checker.making.context
    seen = replace(context, folders={**context.folders, kind.name: folder})
    return replace(checker, making=replace(checker.making, context=seen))


def _stamp(suggested: Suggested, files: Mapping[str, bytes]) -> str:
    """What a draft says of the file that it was made of, so that the same file is not taken in twice."""
    digest = hashlib.sha256(in_brackets(dict(suggested.now)).encode())
    for name, content in sorted(files.items()):
        digest.update(f"{name} {hashlib.sha256(content).hexdigest()}".encode())
    return f"form {suggested.writing.name}, {suggested.saved:%Y-%m-%d %H:%M}, {digest.hexdigest()[:12]}"


def _whole(suggested: Suggested, now: Mapping[str, Value]) -> dict[str, Value]:
    """What the draft says, in the order of the model, without what is empty."""
    day = suggested.saved.date()
    found: dict[str, Value] = {
        "status": "draft", "published": day.isoformat(), "updated": day.isoformat(),
        **now, **suggested.writing.completed(now, day),
    }  # fmt: skip
    return {name: found[name] for name in suggested.kind.model.model_fields if found.get(name)}
