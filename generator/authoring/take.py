"""Takes in what people hand in: every file is read, merged and checked before anything is written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import cast

from generator.authoring.draft_from_submission import Beginning
from generator.authoring.emptied_submissions import emptied
from generator.authoring.handed_files import sentences, unnamed
from generator.authoring.json_schema import FOLDER
from generator.authoring.merge import Conflict, as_written, chain_of, merge, onto, path_of
from generator.authoring.submissions import HandedIn, read
from generator.authoring.take_result import Answer
from generator.content.check import check_one, said
from generator.content.check.schema import fits
from generator.content.loader import load_one
from generator.content.validate import Checked, check_content
from generator.content.yaml.edit import edited
from generator.content.yaml.places import span_of
from generator.content.yaml.writer import Value, mapping_lines
from generator.i18n.language import Language
from generator.kinds import KINDS
from generator.model.catalog import Document
from generator.model.context import Context
from generator.model.fields import Strict
from generator.model.settings import Settings
from generator.model.submission import Form
from generator.model.submission import Path as KeyPath
from generator.problems.content_rules import RULES
from generator.problems.problem import (
    ContentError,
    HubError,
    Problem,
    Severity,
    Span,
    has_errors,
    in_order,
)  # fmt: skip
from generator.store.atomic_write import instead_of

_BOM = "\ufeff".encode()


def take(
    files: Iterable[Path], root: Path, settings: Settings, *, today: date, spoken: Language
) -> tuple[Answer, ...]:  # fmt: skip
    """An answer for each file; nothing is written. ContentError when the content has errors already."""
    checked = check_content(root, settings, KINDS, drafts="checked")
    if has_errors(checked.problems):
        raise ContentError(checked.problems, "The content has errors already; nothing was taken in.")
    context = replace(checked.hub, language=spoken)
    taking, seen = _Taking(checked, root, settings, context), dict[tuple[str, str], str]()
    beginning = Beginning(checked, root, settings, context)
    answers = []
    for file in files:
        reading = read(file, root, context, today)
        answer, handed = Answer(str(file), (), reading.title), reading.handed
        if reading.suggested:
            answer = beginning.answer(reading.suggested, reading.files)
        if handed:
            # Of one place there is one file; one thing of the hub may be told of by many.
            other = (
                seen.setdefault((handed.kind.name, handed.id), handed.file) if handed.kind.vocabulary else handed.file
            )
            twice = Problem(RULES["take-twice"], Span(handed.file), {"file": other}, handed.title)
            answer = taking.answer(handed) if other == handed.file else Answer(handed.file, (twice,), handed.title)
            left_out = sentences({}, unnamed(reading.files, spoken), spoken)  # no such form has files
            answer = replace(answer, differences=(*answer.differences, *left_out))
        problems = in_order((*reading.problems, *answer.problems))
        differences = () if has_errors(problems) else answer.differences
        answers.append(replace(answer, file=str(file), problems=problems, differences=differences))
    return tuple(answers)


def write(answers: Sequence[Answer], root: Path) -> None:
    """Writes what they come to. HubError when one does not pass, or the content was changed meanwhile."""
    if failing := sum(not answer.passes for answer in answers):
        raise HubError(
            "Nothing was taken in: {failing} of {count} files must be mended first.",
            failing=failing,
            count=len(answers),
        )
    changed = [(root / answer.target, answer) for answer in answers if answer.text is not None]
    beside = {root / path: content for _, answer in changed for path, content in answer.files}
    before = {file: file.read_bytes() if file.exists() else None for file, _ in changed}
    for file, answer in changed:
        if _sha256(before[file]) != answer.sha256:
            raise HubError("{path} was changed meanwhile.", "Take the files in again.", path=answer.target)
    _lay_down(beside)
    for file, answer in changed:
        mark = _BOM if (before[file] or b"").startswith(_BOM) else b""
        file.parent.mkdir(parents=True, exist_ok=True)
        with instead_of(file) as new:
            new.write(mark + (answer.text or "").encode())


def _lay_down(files: Mapping[Path, bytes]) -> None:
    """Writes new files: all of them, or none when one is there by now."""
    written: list[Path] = []
    try:
        for file, content in files.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("xb") as new:
                written.append(file)
                new.write(content)
    except OSError as error:
        for file in written:
            file.unlink(missing_ok=True)
        raise HubError("{path} was changed meanwhile.", "Take the files in again.", path=file) from error


def _sha256(content: bytes | None) -> str:
    return "" if content is None else hashlib.sha256(content).hexdigest()


@dataclass(frozen=True, slots=True)
class _Taking:
    """The hub that files are taken into."""

    checked: Checked
    root: Path
    settings: Settings
    context: Context
    """The hub in the language that answers are said in; what is written is in the hub's own."""
    taken: dict[str, Document] = field(default_factory=dict)
    """Content files as they will be after the files before."""

    def answer(self, handed: HandedIn) -> Answer:
        form, target = handed.form, f"{self.settings.content}/{handed.kind.folder}/{handed.id}.yml"
        document = self.taken.get(target)
        if document is None and (self.root / target).exists():
            document, _ = load_one(self.root, target, kind=handed.kind.name)
        raw = document.value if document else form.blank(handed.id, handed.saved.date(), self.checked.hub)
        if raw is None:
            values = {"kind": handed.kind.name, "id": handed.id}
            wrong = Problem(RULES["take-first"], Span(handed.file), values, handed.title)
            return Answer(handed.file, (wrong,), handed.title)
        before = _own(form, raw)
        was, now, ours, shown = map(as_written, (handed.was, handed.now, before, form.shown(before)))
        merged, conflicts = merge(was, now, ours, form.identity, shown=shown, theirs=form.stamps)
        whole = fits(form.model, merged)[0]
        merged = as_written(whole) if whole else merged  # with the fields of each entry in the order of the model
        problems = list(self._unread(handed, raw))
        problems += [self._conflict(one, handed, target, document) for one in conflicts]
        problems += emptied(handed, ours, merged, target, self.context)
        is_new = document is None or merged != ours
        wanted = cast(dict[str, Value], onto(dict(raw), ours, merged, form.identity))
        if is_new:
            wanted["updated"] = max(str(wanted["updated"]), handed.saved.date().isoformat())
        text = edited(document.text, wanted, form.identity) if document else _first(handed, wanted)
        sha256 = document.sha256 if document else ""
        new = Document(handed.kind.name, handed.id, target, text, wanted, sha256)
        problems += self._checked(new, handed, document)
        differences = () if has_errors(problems) else self._differences(form, before, wanted)
        if not has_errors(problems):
            self.taken[target] = new
        return Answer(
            handed.file, tuple(problems), str(wanted["title"]), tuple(differences), target, text if is_new else None,
            sha256=sha256,
        )  # fmt: skip

    def _differences(self, form: Form, before: Strict, wanted: Mapping[str, Value]) -> Iterable[str]:
        return form.differences(before, _own(form, wanted), self.context)

    def _conflict(self, one: Conflict, handed: HandedIn, target: str, document: Document | None) -> Problem:
        """Both values, and where each of them stands."""
        form, context = handed.form, self.context
        value = document.value if document else {}
        path, _ = path_of(value, one.chain, form.identity)
        field = next(step for step in reversed(one.chain) if isinstance(step, str))
        values = {
            "theirs": form.worth(field, one.now, context), "ours": form.worth(field, one.ours, context),
            "file": target, "line": f"{span_of(document.text, target, path).line if document else 1}",
        }  # fmt: skip
        return Problem(
            RULES["take-conflict"], handed.place(one.chain)[0], values, handed.about(one.chain, value, context)
        )

    def _unread(self, handed: HandedIn, raw: Mapping[str, Value]) -> Iterator[Problem]:
        """What can be said of entries of which something cannot be read, and which are therefore not merged."""
        now = handed.raw["now"]
        assert isinstance(now, dict)

        abouts = dict[Span, str]()

        def place(path: KeyPath) -> Span:
            span = span_of(handed.text, handed.file, ("now", *path))
            abouts[span] = handed.about(chain_of(now, path, handed.form.identity), now, self.context)
            return span

        whole = Document(handed.kind.name, handed.id, handed.file, handed.text, {**raw, **now}, "")
        if fits(handed.form.model, now)[0] is None:
            for problem in replace(self.checked.checker, locate=lambda _, path, __: place(path)).check(whole).problems:
                if problem.rule.code in _OF_WORDS:
                    yield replace(problem, about=abouts.get(problem.span, handed.title))

    def _checked(self, new: Document, handed: HandedIn, old: Document | None) -> Iterator[Problem]:
        """What content is checked for, each told where the file says it; warnings that were there are not repeated."""
        checked, identity = self.checked, handed.form.identity
        abouts = dict[Span, str]()

        def place(path: KeyPath) -> Span:
            chain = chain_of(new.value, path, identity)
            span, is_there = handed.place(chain)
            before, was_there = path_of(old.value, chain, identity) if old and not is_there else ((), False)
            if old and was_there:
                span = span_of(old.text, old.path, before)
            abouts[span] = handed.about(chain, new.value, self.context)
            return span

        checker = replace(checked.checker, locate=lambda _, path, __: place(path))
        alone = checker.check(new)
        listed = (*(one.listed for one in checked.alone), alone.listed)
        between = check_one(alone, checked.hub, listed, lambda _, path: place(path), checked.pages.anchors)
        told = {(one.code, *sorted(one.values.items())) for one in checked.problems if one.span.file == new.path}
        for problem in (*alone.problems, *between):
            # Numbers of persons are looked for in the whole file before, and are found where it says them.
            is_known = (problem.code, *sorted(problem.values.items())) in told
            if problem.rule is RULES["personal-cpr"] or (problem.severity is Severity.WARNING and is_known):
                continue
            values = {
                name: _STAMPS.get(value, value) if name == "field" else value for name, value in problem.values.items()
            }
            yield replace(problem, values=values, about=abouts.get(problem.span, handed.title))


_OF_WORDS = ("term-unknown", "ref-form", "ref-unknown")
"""What is wrong with a text that can be seen beside a text which cannot be read."""
_STAMPS = {"updated": "saved"}
"""Fields of content that whoever hands in writes under another name."""


def _own(form: Form, raw: Mapping[str, Value]) -> Strict:
    """The fields of the form, of a sound document."""
    found: Strict = form.model.model_validate(
        said({name: raw[name] for name in form.model.model_fields if name in raw})
    )
    return found


def _first(handed: HandedIn, value: dict[str, Value]) -> str:
    """The text of a file that there has not been."""
    modeline = f"# yaml-language-server: $schema=../../{FOLDER}/{handed.kind.name}.json"
    return "\n".join([modeline, *mapping_lines(value, 0), ""])
