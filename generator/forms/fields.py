"""What a form asks: the fields of a kind's model, with the shape of each, found by walking the model and its markers.

There is no second list of fields: a field that a model gets is in its form at once, and what a marker says of it
(a word of a vocabulary, a reference, a file, rich text) decides how it is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from types import NoneType, UnionType
from typing import Annotated, Literal, TypeAlias, Union, cast, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.forms.labels import label, label_of_one, option, quoted
from generator.forms.shapes import (
    Choice,
    Field,
    File,
    FrameworkGoal,
    Goals,
    Group,
    Line,
    Named,
    Own,
    Rows,
    Shape,
    Ticks,
    Words,
    YesNo,
)
from generator.forms.value_texts import as_spoken
from generator.i18n.language import Language
from generator.model.date_parsing import Near
from generator.model.fields import (
    Asset,
    Expected,
    Former,
    FrameworkPart,
    Mailbox,
    Moment,
    Published,
    Reference,
    Rich,
    Term,
    Usual,
    Without,
)
from generator.model.settings import Settings

_KEY = re.compile(r"`([a-z_]+)`")
_AS_FILES = re.compile(r",[^,;.`]*`(?:[a-z-]+:[^`]*|[^`]+\.yml)`(?:[^,;.`]*`[^`]+`)*")
"""How a file names something, as `, for instance `guide:hand-in``: in a form it is chosen by what it is called."""
_EXAMPLE = re.compile(r"[,;][^,;.`]*`[^.]*`")
"""How an id may be written: in a form it is made."""
_SHORT = 160
"""Signs of the longest text that is asked for on one line."""
_SET = frozenset({"published", "updated"})
"""Days that publishing sets: nobody must write them."""
_ARTICLES = frozenset({"en", "et", "a", "an", "the"})
_FEW = 14
"""As many words of a vocabulary as can be ticked one by one; of more, each is chosen in a list of its own."""

Vocabulary: TypeAlias = "Callable[[str], Mapping[str, str]]"
"""The names of the words of a vocabulary, by id."""


def form_of(
    model: type[Published], words: Vocabulary, language: Language, settings: Settings | None = None,
    goals: tuple[FrameworkGoal, ...] = (),
) -> tuple[Field, ...]:  # fmt: skip
    """The fields of a kind, in the order in which people fill them in; not the status, which the buttons set. `goals`
    are those of the hub's frameworks.
    """
    fields = _Walk(words, language, frozenset(_lists_with_ids(model)), settings, goals).fields(model)
    common = [field for field in fields if field.name in Published.model_fields]
    first = [field for field in common if field.name in ("title", "summary")]
    rest = [field for field in common if field not in first and field.name != "status"]
    last = [replace(field, is_required=False) if field.name in _SET else field for field in rest]
    return (*first, *(field for field in fields if field not in common), *last)


def has_answers(shape: Shape) -> bool:
    """Whether there is something to choose, where something is to be chosen."""
    inner = shape.each if isinstance(shape, Rows) else shape
    return not isinstance(inner, Choice | Goals | Ticks) or inner.options != ()


def _lists_with_ids(model: type[BaseModel]) -> Iterable[str]:
    for name, field in model.model_fields.items():
        if get_origin(field.annotation) is tuple:
            entry = get_args(field.annotation)[0]
            if isinstance(entry, type) and issubclass(entry, BaseModel) and "id" in entry.model_fields:
                yield name


def _made(fields: Sequence[Field]) -> tuple[Field, ...]:
    """The fields of an entry, its id last: it is made where nobody writes one."""
    own = [replace(one, is_made=True) for one in fields if one.name == "id" and one.is_required]
    return (*(one for one in fields if one.name != "id" or not one.is_required), *own)


def _paired(fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """Each of two fields, of which one is to be filled in, with the label of the other."""
    others = {one.name: _labelled(fields, one.expected.instead.split(".")) for one in fields if one.expected}
    back = {one.expected.instead: one.label for one in fields if one.expected}
    return tuple(replace(one, other=others.get(one.name) or back.get(one.name, "")) for one in fields)


def _labelled(fields: Sequence[Field], steps: Sequence[str]) -> str:
    """The labels of a field and of what is around it; "" when there is no such field."""
    own = next((one for one in fields if one.name == steps[0]), None)
    if own is None or len(steps) == 1:
        return own.label if own else ""
    inner = own.shape.each if isinstance(own.shape, Rows) else own.shape
    return f"{own.label}: {_labelled(inner.fields, steps[1:])}" if isinstance(inner, Group) else own.label


def _says_no_more(sentence: str, called: str) -> bool:
    """Whether a sentence only repeats what the field is called, or is one word with or without an article."""
    said = sentence.strip(" .?").casefold()
    words = said.split()
    return said == called.strip(" .?").casefold() or len(words) < 2 or (len(words) == 2 and words[0] in _ARTICLES)


def _is_conditional(expected: Expected) -> bool:
    """Whether it depends on what stands beside it."""
    return bool(expected.instead or expected.when or expected.with_any)


def _has_entries(annotation: object) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


@dataclass(frozen=True, slots=True)
class _Walk:
    words: Vocabulary
    language: Language
    lists: frozenset[str]
    """The lists of the document whose entries have ids."""
    settings: Settings | None
    """What a hub does without; None for one that does without nothing."""
    goals: tuple[FrameworkGoal, ...]

    def fields(self, model: type[BaseModel]) -> tuple[Field, ...]:
        """Without those that choose among words of which the hub has none. What a sentence says of a field beside
        its own is said by its label.
        """
        asked = [self.field(name, field, model.__name__) for name, field in model.model_fields.items()]
        labels = {one.name: quoted(self.language, one.label) for one in asked}
        said = (replace(one, help=_KEY.sub(lambda key: labels.get(key[1], key[0]), one.help)) for one in asked)
        return _paired(tuple(one for one in said if one.is_required or has_answers(one.shape)))

    def field(self, name: str, field: FieldInfo, model: str) -> Field:
        sentence = (field.description or "").partition("\n")[0]
        shape = self.shape(name, field.annotation, tuple(field.metadata))
        # What can be chosen has names of its own, and nobody needs to know what the file calls it.
        options = shape.options if isinstance(shape, Choice | Ticks) else ()
        is_told = any(f"`{id_}`" in sentence for id_, _ in options) or (options != () and "`vocabulary/" in sentence)
        said = "" if is_told else _AS_FILES.sub("", self.language.gettext(sentence))
        said = _EXAMPLE.sub("", said) if name == "id" else said
        called = label(self.language, name, model)
        said = "" if _says_no_more(said, called) else said
        one = label_of_one(self.language, name) if isinstance(shape, Rows) else ""
        expected = self.expected(field, shape)
        is_required = field.is_required() or (expected is not None and not _is_conditional(expected))
        example = as_spoken(shape, shape.example, self.language) if isinstance(shape, Line) and shape.example else ""
        said = said.replace(f"`{shape.example}`", example) if isinstance(shape, Line) and example else said
        marks = {type(mark) for mark in field.metadata}
        return Field(
            name, called, said, is_required, shape, one, expected, example=example,
            is_usual=Usual in marks, is_former=Former in marks,
        )  # fmt: skip

    def expected(self, field: FieldInfo, shape: Shape) -> Expected | None:
        """What asks for a field that a file may lack, in this hub."""
        mark = next((one for one in field.metadata if isinstance(one, Expected)), None)
        if mark is None or (mark.unless and self.settings and getattr(self.settings, mark.unless) == "optional"):
            return None
        inner = shape.each if isinstance(shape, Rows) else shape
        has_words = self.words(mark.among) if mark.among else getattr(inner, "options", True)
        return mark if has_words else None

    def shape(self, name: str, annotation: object, marks: tuple[object, ...]) -> Shape:
        origin, parts = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self.shape(name, parts[0], (*marks, *parts[1:]))
        if origin in (Union, UnionType):
            return self.shape(name, next(part for part in parts if part is not NoneType), marks)
        if origin is Literal:
            return Choice(tuple((value, option(self.language, value)) for value in map(str, parts)))
        if origin is tuple:
            inside = replace(self, lists=self.lists - {name} if _has_entries(parts[0]) else self.lists)
            return self._several(inside.shape(name, parts[0], ()))
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            is_goal = any(isinstance(one, FrameworkPart) for one in marks)
            return Goals(self.goals) if is_goal else Group(self.fields(annotation))
        return self._marked(name, annotation, marks)

    def _several(self, each: Shape) -> Shape:
        if isinstance(each, Group):
            return Rows(Group(_made(each.fields)))
        if isinstance(each, Choice) and len(each.options) <= _FEW:
            return Ticks(each.options)
        if isinstance(each, Own):
            return Own(each.list, is_many=True)
        return Rows(each)

    def _marked(self, name: str, annotation: object, marks: tuple[object, ...]) -> Shape:
        for mark in marks:
            if isinstance(mark, Term):
                return Choice(tuple(self.words(mark.vocabulary).items()))
            if isinstance(mark, Reference):
                return Named(mark.kind)
            if isinstance(mark, Asset):
                return File(mark.suffixes)
        longest = min((most for one in marks for most in _longest(one)), default=None)
        own = name if name in self.lists else f"{name}s"
        if annotation is str and name != "id" and own in self.lists and any(_is_key(one) for one in marks):
            return Own(own, is_many=False)
        if _is_of(Mailbox, marks):
            return Line(longest, "kontakt@example.org", "email")
        if annotation is str and (any(isinstance(one, Rich) for one in marks) or (longest or 0) > _SHORT):
            return _text(longest, marks)
        return _one_line(annotation, marks, longest)


def _text(longest: int | None, marks: tuple[object, ...]) -> Shape:
    if longest and longest >= 2000 and not any(isinstance(one, Rich) for one in marks):
        return Line(longest, "https://…", "url")
    return Words(longest, any(isinstance(one, Rich) for one in marks))


def _one_line(annotation: object, marks: tuple[object, ...], longest: int | None) -> Shape:
    if annotation is bool:
        return YesNo()
    if _is_of(Moment, marks):
        return Line(example="1:05")
    if annotation in _WRITTEN:
        near: Near = next((one.year for one in marks if isinstance(one, Without)), "next")
        return replace(_WRITTEN[cast(type, annotation)], near=near)
    return Line(longest)


_WRITTEN: Mapping[type, Line] = {
    datetime: Line(16, "2026-12-03 14:30"),
    date: Line(10, "2026-12-03"),
    time: Line(5, "14:30"),
    int: Line(9, keys="numeric"),
    float: Line(6, "0.25"),
}


def _is_of(alias: object, marks: tuple[object, ...]) -> bool:
    """Whether a field is of a type that is known by how it is read."""
    return get_args(alias)[1] in marks


def _longest(mark: object) -> Iterable[int]:
    most = getattr(mark, "max_length", None)
    if isinstance(most, int):
        yield most
    for one in getattr(mark, "metadata", ()):
        yield from _longest(one)


def _is_key(mark: object) -> bool:
    return str(getattr(mark, "pattern", "")).startswith("^[a-z0-9]+(-[a-z0-9]+)*$")
