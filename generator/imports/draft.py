"""A draft that was made of somebody's file, and how it is written: nothing that is there is touched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.authoring.json_schema import Speech, Words
from generator.authoring.scaffold import document_text, write_document
from generator.content.file_names import id_like
from generator.content.yaml.writer import Value, entry
from generator.i18n.language import mark
from generator.imports.document_blocks import Block, Figure
from generator.imports.document_pictures import Pictures, description
from generator.imports.markdown_writer import plain_of
from generator.model.kind import Kind
from generator.model.settings import Settings
from generator.problems.content_rules import RULES
from generator.problems.personal_number import holds_number, masked
from generator.problems.problem import ContentError, Problem, Span

LEFT_OUT = mark("What was not understood stands here. Use what you need of it, and delete the rest.")
_BRACKET = re.compile(r"[\\\[\]]")
PICTURES = "pictures"
"""The folder of pictures, in the folder of a kind."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a document comes to."""

    kind: Kind
    id: str
    value: Mapping[str, Value]
    """The fields that are known; a field that is required and not known may be None."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """By name, as the document says it."""
    left_out: tuple[str, ...] = ()
    """Lines that have no place in the draft."""
    problems: tuple[Problem, ...] = ()
    """What was left out or is to be looked at."""


class Kept:
    """Names the pictures of a draft, in the order in which they are asked for."""

    def __init__(self, id_: str, pictures: Pictures) -> None:
        self.files: dict[str, bytes] = {}
        self.lost: list[str] = []
        self.shown: set[Figure] = set()
        """Pictures that have their place in the draft."""
        self._id, self._pictures = id_, pictures

    def name(self, figure: Figure) -> str | None:
        """What the draft calls the picture; None for one that cannot be kept, which is told."""
        form = self._pictures.form(figure)
        if not form:
            self.lost.append(description(figure) or figure.source.rpartition("/")[2][:80] or "–")
            return None
        content = self._pictures.known[figure.source]
        known = next((name for name, held in self.files.items() if held == content), None)
        name = known or f"{PICTURES}/{self._id[:60]}-{len(self.files) + 1}.{form}"
        self.files[name] = content
        return name

    def in_text(self, figure: Figure) -> str:
        """A picture that says what it shows, as a text holds it; "" for others, which need a field to say it in."""
        said = description(figure)
        if not said:
            return ""
        self.shown.add(figure)
        name = self.name(figure)
        described = _BRACKET.sub(r"\\\g<0>", said)
        return f"![{described}]({name})" if name else ""

    def show(self, figures: Iterable[tuple[Figure, str]]) -> list[Value]:
        """Those that can be kept, with the line that leads to each, as entries of a list of pictures, each once."""
        found: dict[str, Value] = {}
        for figure, lead in figures:
            self.shown.add(figure)
            if name := self.name(figure):
                caption: dict[str, Value] = {"caption": lead} if lead else {}
                found.setdefault(name, {"file": name, "alt": description(figure), **caption})
        return [*found.values()]


def id_of(file: Path, title: str) -> str:
    """The id that a draft gets when nobody gives one: the file's name, or its title where that says nothing."""
    stem = id_like(file.stem)
    return (
        id_like(title)[:60].strip("-") if re.fullmatch(r"(document|dokument|readme|index|name)?-?\d*", stem) else stem
    )


def finished(
    draft: Draft, file: Path, *, left: Sequence[Block] = (), lost: Sequence[str] = ()
) -> Draft:  # fmt: skip
    """The draft without numbers that may be of persons, and with what is to be told of all that has no place in it."""
    place = Span(file.name)
    problems = [Problem(RULES["import-picture"], place, {"name": name}) for name in lost]
    lines = [*draft.left_out, *plain_of(left)]
    if lines:
        first = next((line for line in lines if line.strip()), "")
        values = {"count": f"{len(lines)}", "text": masked(first)[:60]}
        problems.append(Problem(RULES["import-left-out"], place, values))
    safe: dict[str, Value] = {name: _masked(part) for name, part in draft.value.items()}
    if safe != draft.value or any(map(holds_number, lines)):
        problems.append(Problem(RULES["import-number"], place))
    return Draft(
        draft.kind, draft.id, safe, draft.pictures, tuple(map(masked, lines)), (*draft.problems, *problems)
    )  # fmt: skip


def _masked(value: Value) -> Value:
    if isinstance(value, dict):
        return {key: _masked(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_masked(part) for part in value]
    return masked(value) if value else value


def text_of(draft: Draft, *, today: date, words: Words, spoken: Speech, settings: Settings) -> str:
    """The draft as a file that a person can go on with."""
    given = {name: _lines(name, part) for name, part in draft.value.items()}
    text = document_text(draft.kind, today=today, words=words, spoken=spoken, settings=settings, given=given)
    comments = [f"# {spoken.gettext(LEFT_OUT)}", *(f"# {line}".rstrip() for line in draft.left_out)]
    return text + ("\n".join(["", *comments, ""]) if draft.left_out else "")


def _lines(name: str, value: Value) -> list[str]:
    return entry(f"{name}:", value, 0)


def write(content: Path, drafts: Iterable[tuple[Draft, str]]) -> Iterator[Path]:
    """Writes drafts with their texts, all or none. ContentError when anything of theirs is there already."""
    drafts = list(drafts)
    if problems := [*_taken(content, [draft for draft, _ in drafts])]:
        raise ContentError(problems, "Nothing was taken in.")
    for draft, text in drafts:
        for name, picture in draft.pictures.items():
            file = content / draft.kind.folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("xb") as target:
                target.write(picture)
            yield file
        yield write_document(content, draft.kind, draft.id, text)


def _taken(content: Path, drafts: Iterable[Draft]) -> Iterator[Problem]:
    for draft in drafts:
        for name in (f"{draft.id}.yml", *draft.pictures):
            if (content / draft.kind.folder / name).exists():
                where = Span(f"{content.name}/{draft.kind.folder}/{name}")
                yield Problem(RULES["import-exists"], where, {"id": draft.id})
