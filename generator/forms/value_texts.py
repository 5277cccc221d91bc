"""Days, times and numbers in a form: shown as people write them, and read however they write them."""

from __future__ import annotations

from datetime import date, datetime

from generator.forms.shapes import Line, Shape
from generator.i18n.language import Language
from generator.model.date_parsing import count_of, day_of, moment_of, time_of


def as_read(shape: Shape, text: str, code: str, today: date | None = None, day: str | None = None) -> str:
    """What the file is to say; what cannot be understood stays as it is, and is told as a mistake. A day without a year
    is the one that its field means, as seen from `today`, and a time alone is of `day`.
    """
    return _read(shape, text.strip(), code, today, day) or text if isinstance(shape, Line) else text


def _read(shape: Line, text: str, code: str, today: date | None, day: str | None) -> str | None:
    match shape.form:
        case "day":
            return day_of(text, code, today, near=shape.near)
        case "moment":
            return moment_of(text, code, today, day, near=shape.near)
        case "time":
            return time_of(text)
        case "numeric":
            return count_of(text)
        case "share":
            return text.replace(",", ".")
    return None


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
    return language.day_and_time(at)
