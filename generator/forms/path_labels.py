"""What a form calls a place in a document: “Lesson 2 · Activity 1 · Title” for `lessons.1.activities.0.title`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.forms.framework_goals import part_of
from generator.forms.labels import chosen, label
from generator.forms.shapes import Choice, Field, Goals, Group, Rows, Shape, Ticks, YesNo
from generator.forms.value_texts import as_spoken
from generator.i18n.language import Language


@dataclass(frozen=True, slots=True)
class Named:
    """A place in a document as its form has it."""

    name: str
    help: str = ""
    """What it is for; "" where the name says it, or the form does not ask it."""
    shape: Shape | None = None

    def said(self, text: str, language: Language) -> str:
        """What stands there, as the form shows it."""
        if isinstance(self.shape, Choice | Ticks):
            return dict(self.shape.options).get(text, text)
        if isinstance(self.shape, YesNo):
            return chosen(language, text)
        return as_spoken(self.shape, text, language) if self.shape else text


def named(fields: Sequence[Field], path: str, language: Language) -> Named:
    """The place at a path of keys and numbers with points between. What no form asks is called by its key."""
    called: list[str] = []
    here: tuple[Field, ...] = tuple(fields)
    one: Field | None = None
    shape: Shape | None = None
    for step in path.split("."):
        if step.isdecimal():
            entry = (one.one or one.label) if one else called[-1] if called else ""
            called[-1:] = [f"{entry} {int(step) + 1}"]
            one, shape = None, shape.each if isinstance(shape, Rows) else shape
        elif isinstance(shape, Goals):
            one, shape = None, part_of(shape, step)
        else:
            one = next((field for field in here if field.name == step), None)
            shape = one.shape if one else None
            called.append(one.label if one else label(language, step))
        here = shape.fields if isinstance(shape, Group) else ()
    return Named(" · ".join(called), one.help if one else "", shape)


def as_key(path: str) -> str:
    """What the file calls it: `lessons 2 · title` for `lessons.1.title`."""
    said = ""
    for step in path.split("."):
        said += f" {int(step) + 1}" if step.isdecimal() else f" · {step}" if said else step
    return said
