"""Takes in what people hand in: every file is read, merged and checked before anything is written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import cast

from generator.authoring.handed_in import HandedIn, read
from generator.authoring.json_schema import FOLDER
from generator.authoring.merge import Conflict, as_written, entry_keys, merge, onto
from generator.content.check import check_one, said
from generator.content.check.schema import fits
from generator.content.loader import load_one
from generator.content.validate import Checked, check_content
from generator.content.yaml.edit import edited
from generator.content.yaml.writer import Value, in_brackets, mapping_lines
from generator.i18n.language import Language
from generator.kinds import KINDS
from generator.model.catalog import Document
from generator.model.fields import Strict
from generator.model.form import Form
from generator.model.form import Path as KeyPath
from generator.model.settings import Settings
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
from generator.store.files import instead_of

_BOM = "\ufeff".encode()


@dataclass(frozen=True, slots=True)
class Answer:
    """What comes of one file."""

    file: str
    """As it was named."""
    problems: tuple[Problem, ...]
    title: str = ""
    """Of the item; "" when it is not known whose the file is."""
    differences: tuple[str, ...] = ()
    """In sentences; none when there is nothing new in it, or something wrong."""
    target: str = ""
    """The content file that it is taken into, seen from the hub's root."""
    text: str | None = None
    """What the content file is to say; None when it stays as it is."""
    sha256: str = ""
    """Of the content file as it was read; "" for one that is not there."""

    @property
    def passes(self) -> bool:
        return not has_errors(self.problems)


def take(
    files: Iterable[Path], root: Path, settings: Settings, *, today: date, spoken: Language
) -> tuple[Answer, ...]:  # fmt: skip
    """An answer for each file; nothing is written. ContentError when the content has errors already."""
    checked = check_content(root, settings, KINDS, drafts="checked")
    if has_errors(checked.problems):
        raise ContentError(checked.problems, "The content has errors already; nothing was taken in.")
    taking, seen = _Taking(checked, root, settings, spoken), dict[tuple[str, str], str]()
    answers = []
    for file in files:
        handed, problems = read(file, root, checked.hub, today)
        if handed is None:
            answers.append(Answer(str(file), in_order(problems)))
            continue
        other = seen.setdefault((handed.kind.name, handed.id), handed.file)
        if other != handed.file:
            wrong = Problem(RULES["take-twice"], Span(handed.file), {"id": handed.id, "file": other})
            answers.append(Answer(str(file), (wrong,)))
            continue
        answer = taking.answer(handed)
        answers.append(replace(answer, file=str(file), problems=in_order((*problems, *answer.problems))))
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
    before = {file: file.read_bytes() if file.exists() else None for file, _ in changed}
    for file, answer in changed:
        if _sha256(before[file]) != answer.sha256:
            raise HubError("{path} was changed meanwhile.", "Take the files in again.", path=answer.target)
    for file, answer in changed:
        mark = _BOM if (before[file] or b"").startswith(_BOM) else b""
        file.parent.mkdir(parents=True, exist_ok=True)
        with instead_of(file) as new:
            new.write(mark + (answer.text or "").encode())


def _sha256(content: bytes | None) -> str:
    return "" if content is None else hashlib.sha256(content).hexdigest()


@dataclass(frozen=True, slots=True)
class _Taking:
    """The hub that files are taken into."""

    checked: Checked
    root: Path
    settings: Settings
    spoken: Language
    """What answers are said in; what is written is in the hub's own."""

    def answer(self, handed: HandedIn) -> Answer:
        form, target = _form(handed), f"{self.settings.content}/{handed.kind.folder}/{handed.id}.yml"
        document = None
        if (self.root / target).exists():
            document, _ = load_one(self.root, target, kind=handed.kind.name)
        raw = document.value if document else form.blank(handed.id, handed.saved.date(), self.checked.hub)
        if raw is None:
            wrong = Problem(RULES["take-first"], handed.span(()), {"kind": handed.kind.name, "id": handed.id})
            return Answer(handed.file, (wrong,))
        before = _own(form, raw)
        was, now, ours = map(as_written, (handed.was, handed.now, before))
        merged, conflicts = merge(was, now, ours, form.identity)
        whole = fits(form.model, merged)[0]
        merged = as_written(whole) if whole else merged  # with the fields of each entry in the order of the model
        problems = [_conflict(one, handed) for one in conflicts]
        is_new = document is None or merged != ours
        wanted = cast(dict[str, Value], onto(dict(raw), ours, merged, form.identity))
        if is_new:
            wanted["updated"] = max(str(wanted["updated"]), handed.saved.date().isoformat())
        text = edited(document.text, wanted, form.identity) if document else _first(handed, wanted)
        sha256 = document.sha256 if document else ""
        problems += self._checked(Document(handed.kind.name, handed.id, target, text, wanted, sha256), handed)
        differences = () if has_errors(problems) else self._differences(form, before, wanted)
        return Answer(
            handed.file, tuple(problems), str(wanted["title"]), tuple(differences), target, text if is_new else None,
            sha256,
        )  # fmt: skip

    def _differences(self, form: Form, before: Strict, wanted: Mapping[str, Value]) -> Iterable[str]:
        return form.differences(before, _own(form, wanted), replace(self.checked.hub, language=self.spoken))

    def _checked(self, document: Document, handed: HandedIn) -> Iterator[Problem]:
        """What content is checked for, each told where the file says it; warnings that were there are not repeated."""
        checked = self.checked

        def place(path: KeyPath) -> Span:
            return handed.span(_path_in(handed, path, document.value))

        checker = replace(checked.checker, locate=lambda _, path, __: place(path))
        alone = checker.check(document)
        listed = (*(one.listed for one in checked.alone), alone.listed)
        between = check_one(alone, checked.hub, listed, lambda _, path: place(path), checked.pages.anchors)
        told = {(one.code, *sorted(one.values.items())) for one in checked.problems if one.span.file == document.path}
        for problem in (*alone.problems, *between):
            # Numbers of persons are looked for in the whole file before, and are found where it says them.
            is_known = (problem.code, *sorted(problem.values.items())) in told
            if problem.span.file == handed.file and not (problem.severity is Severity.WARNING and is_known):
                yield problem


def _form(handed: HandedIn) -> Form:
    assert handed.kind.form, "it was read by it"
    return handed.kind.form


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


def _conflict(one: Conflict, handed: HandedIn) -> Problem:
    values = {"field": one.field, "theirs": _short(one.now), "ours": _short(one.ours)}
    return Problem(RULES["take-conflict"], handed.span(one.path), values)


def _short(value: Value) -> str:
    text = "–" if value is None else value if isinstance(value, str) else in_brackets(value)
    return text if len(text) <= 200 else f"{text[:197]}…"


def _path_in(handed: HandedIn, path: KeyPath, merged: Value) -> KeyPath:
    """Where the file says what stands at a path of what it was merged to, as far as it says it."""
    found: list[str | int] = []
    here: Value = handed.raw["now"]
    for step in path:
        if isinstance(step, int):
            if not isinstance(merged, list) or not isinstance(here, list):
                break
            identity, names = _form(handed).identity, tuple(found)
            key, keys = entry_keys(merged, identity, names)[step], entry_keys(here, identity, names)
            if key not in keys:
                break
            merged, step = merged[step], keys.index(key)
            here = here[step]
        else:
            merged = merged.get(step) if isinstance(merged, dict) else None
            here = here.get(step) if isinstance(here, dict) else None
        found.append(step)
    return tuple(found)
