"""Days, times and numbers in a form: shown as people write them, and read however they write them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from generator.forms.shapes import Line, Shape
from generator.i18n.language import Language, mark
from generator.model.written_days import count_of, day_of, moment_of, time_of


def _share(text: str, _: str) -> str | None:
    return text.replace(",", ".")


_READ: Mapping[str, Callable[[str, str], str | None]] = {
    "day": day_of,
    "moment": moment_of,
    "time": lambda text, _: time_of(text),
    "numeric": lambda text, _: count_of(text),
    "share": _share,
}
"""By the form of a line: what the file is to say, or None for what nobody understands."""


def as_read(shape: Shape, text: str, code: str) -> str:
    """What the file is to say; what cannot be understood stays as it is, and is told as a mistake."""
    read = _READ.get(shape.form) if isinstance(shape, Line) else None
    return (read(text.strip(), code) or text) if read else text


def as_spoken(shape: Shape, text: str, language: Language) -> str:
    """A day or a day with a time as the language writes it, where that is read again as what the file says."""
    if not isinstance(shape, Line) or shape.form not in ("day", "moment"):
        return text
    try:
        said = _said(shape.form, text, language)
    except ValueError:
        return text
    return said if as_read(shape, said, language.code) == text else text


def _said(form: str, text: str, language: Language) -> str:
    if form == "day":
        return language.date(date.fromisoformat(text))
    at = datetime.strptime(text, "%Y-%m-%d %H:%M")  # a time of the hub's own clocks
    return language.gettext(mark("{day} at {time}")).format(day=language.date(at.date()), time=language.time_of_day(at))
