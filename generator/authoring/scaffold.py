"""Writes a new draft that a person can fill in: every required field, with its sentence as a comment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType, NoneType, UnionType
from typing import Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.authoring.json_schema import FOLDER, Speech, Words
from generator.content.file_names import RESERVED
from generator.model.fields import Expected, Term, Usual
from generator.model.kind import Kind
from generator.model.settings import Settings
from generator.problems.problem import HubError
from generator.store.atomic_write import instead_of

_SHOWN = 12
"""Words of a vocabulary that a comment names."""
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def new_document(
    content: Path, kind: Kind, id_: str, *, today: date, words: Words, spoken: Speech, settings: Settings,
    given: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> Path:  # fmt: skip
    """Writes a draft `content/<folder>/<id>.yml` to be filled in; `given` are the lines of fields that are known
    already. HubError when the id cannot be used or is taken.
    """
    text = document_text(kind, today=today, words=words, spoken=spoken, settings=settings, given=given)
    return write_document(content, kind, id_, text)


def document_text(
    kind: Kind, *, today: date, words: Words, spoken: Speech, settings: Settings, given: Mapping[str, Sequence[str]]
) -> str:  # fmt: skip
    """The text of a draft: every field that is required or expected of this hub, and those that are given."""
    return "\n".join(_Draft(today, words, spoken, settings, given).fields(kind.model, 0)) + "\n"


def write_document(content: Path, kind: Kind, id_: str, text: str) -> Path:
    """Writes `content/<folder>/<id>.yml`, which editors can check. HubError when the id cannot be used or is taken."""
    if not _ID.fullmatch(id_) or len(id_) > 80 or id_ in RESERVED:
        raise HubError(
            "“{id}” cannot be an id.",
            "Use small letters a–z, digits and hyphens, for instance first-steps.",
            id=id_,
        )
    file = content / kind.folder / f"{id_}.yml"
    if file.exists():
        raise HubError("{file} exists already.", "Choose another id.", file=file)
    file.parent.mkdir(parents=True, exist_ok=True)
    depth = "../" * len(file.parent.relative_to(content.parent).parts)
    modeline = f"# yaml-language-server: $schema={depth}{FOLDER}/{kind.name}.json\n"
    # "x": of two who choose the same id at once, one is told.
    with file.open("x", encoding="utf-8", newline="\n") as target:
        target.write(modeline + text)
    return file


def write_beside(content: Path, folder: str, name: str, text: str, *, replace: bool = False) -> Path:
    """Writes a file beside the documents of a folder. HubError when its name cannot be used, or is taken and not to be
    replaced.
    """
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*(\.[A-Za-z0-9-]+)+", name):
        raise HubError(
            "“{id}” cannot be a file name.",
            "Use small letters a–z, digits and hyphens, for instance first-steps.", id=name,
        )  # fmt: skip
    file = content / folder / name
    if replace:
        with instead_of(file) as new:
            new.write(text.encode())
        return file
    if file.exists():
        raise HubError("{file} exists already.", "Put the new one in its place with --replace.", file=file)
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("x", encoding="utf-8", newline="\n") as target:
        target.write(text)
    return file


@dataclass(frozen=True, slots=True)
class _Draft:
    """What a draft is written with."""

    today: date
    words: Words
    spoken: Speech
    settings: Settings
    given: Mapping[str, Sequence[str]]

    def fields(self, model: type[BaseModel], indent: int) -> Iterator[str]:
        """Every field that is asked for or given, below the sentence that says what it is for."""
        for name, field in model.model_fields.items():
            if self._asked(field) or (not indent and name in self.given):
                yield f"{'  ' * indent}# {self._sentence(field)}"
                yield from self.given[name] if not indent and name in self.given else self._value(name, field, indent)

    def _asked(self, field: FieldInfo) -> bool:
        expected = next((one for one in field.metadata if isinstance(one, Expected)), None)
        if expected is None:
            return field.is_required() or any(isinstance(one, Usual) for one in field.metadata)
        if (
            expected.when
            or expected.with_any
            or (expected.unless and getattr(self.settings, expected.unless) == "optional")
        ):
            return False  # what only some entries need is told when it is missing
        terms = [expected.among] if expected.among else list(_terms((field.annotation, *field.metadata)))
        return not terms or any(map(self.words.get, terms))

    def _sentence(self, field: FieldInfo) -> str:
        """What the field is for, which words there are to choose between, and how a list is written."""
        said = [self.spoken.gettext((field.description or "").splitlines()[0])]
        choices = list(dict.fromkeys(_choices((field.annotation, *field.metadata), self.words)))
        if any(f"`{one}`" not in said[0] for one in choices):
            known = ", ".join(choices).replace(", …", " …")
            said.append(self.spoken.gettext("Choose one of: {known}.").format(known=known).replace("….", "…"))
        inner, many = _inner(field.annotation)
        if many and not (isinstance(inner, type) and issubclass(inner, BaseModel)):
            said.append(self.spoken.gettext("Each on a line of its own that starts with “- ”."))
        return " ".join(said)

    def _value(self, name: str, field: FieldInfo, indent: int) -> Iterator[str]:
        pad = "  " * indent
        inner, many = _inner(field.annotation)
        if name == "status":
            yield f"{pad}status: draft"
        elif name in {"published", "updated"}:
            yield f"{pad}{name}: {self.today.isoformat()}"
        elif isinstance(inner, type) and issubclass(inner, BaseModel):
            yield f"{pad}{name}:"
            lines = list(self.fields(inner, indent + (2 if many else 1)))
            if many:
                lines[1] = f"{pad}  - {lines[1].strip()}"
                lines = [f"{pad}  {lines[0].strip()}", *lines[1:]]
            yield from lines
        else:
            yield f"{pad}{name}:"


def _terms(parts: Iterable[object]) -> Iterator[str]:
    """The vocabularies whose words may be written in a field."""
    for part in parts:
        if isinstance(part, Term):
            yield part.vocabulary
        elif not isinstance(part, type) or get_args(part):
            yield from _terms((*getattr(part, "__metadata__", ()), *get_args(part)))


def _choices(parts: Iterable[object], words: Words) -> Iterator[str]:
    """What may be written in a field: the ids of a vocabulary, as far as they are few, or the words of the model."""
    for part in parts:
        if isinstance(part, Term):
            known = list(words.get(part.vocabulary, ()))
            yield from known[:_SHOWN] + (["…"] if len(known) > _SHOWN else [])
        elif get_origin(part) is Literal:
            yield from map(str, get_args(part))
        elif not isinstance(part, type) or get_args(part):
            yield from _choices((*getattr(part, "__metadata__", ()), *get_args(part)), words)


def _inner(annotation: object) -> tuple[object, bool]:
    """The type inside a tuple or beside None, and whether there was a tuple."""
    if get_origin(annotation) in (Union, UnionType):
        return _inner(next(part for part in get_args(annotation) if part is not NoneType))
    if get_origin(annotation) is tuple:
        return _bare(get_args(annotation)[0]), True
    return _bare(annotation), False


def _bare(annotation: object) -> object:
    return get_args(annotation)[0] if hasattr(annotation, "__metadata__") else annotation
