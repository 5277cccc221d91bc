"""What people call the entries of a document: by what they say or by their day, never by the id that the file has."""

from __future__ import annotations

from generator.desk.form_state import Said, State
from generator.forms.shapes import Group, Line, Shape
from generator.forms.value_texts import as_spoken
from generator.i18n.language import Language

_NAMES = ("title", "name", "action", "word", "text", "label")


def title_of(shape: Shape, said: Said, language: Language) -> str:
    """The first text of an entry, or its day; "" when it says neither."""
    if not isinstance(said, State):
        return said if isinstance(said, str) else ""
    title = next((str(said.fields[name]) for name in _NAMES if str(said.fields.get(name, "")).strip()), "")
    return title or (_day(shape, said, language) if isinstance(shape, Group) else "")


def _day(shape: Group, said: State, language: Language) -> str:
    """The first day of an entry, as the language writes it; "" when there is none that can be understood."""
    for one in shape.fields:
        text = said.fields.get(one.name)
        if isinstance(one.shape, Line) and one.shape.form in ("moment", "day") and isinstance(text, str):
            spoken = as_spoken(one.shape, text, language)
            return spoken if spoken != text else ""
    return ""
