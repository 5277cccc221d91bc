"""The file in which somebody tells how a course went: it gets an entry, and nothing else of it is touched."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from datetime import date

from generator.i18n.language import mark
from generator.kinds.course.model import Experience
from generator.model.context import Context
from generator.model.fields import Strict
from generator.model.submission import Form, Path, Step


class Told(Strict):
    """What others write of a course."""

    experiences: tuple[Experience, ...] = ()
    """How it went, by [place]."""


def _identity(path: Path, entry: object) -> Hashable:
    """Of one place and day there is one."""
    if path[-1:] != ("experiences",) or not isinstance(entry, dict):
        return None
    return str(entry.get("school")), str(entry.get("date"))


def _shown(told: Told) -> Told:
    return told


def _thing(steps: Sequence[Step], context: Context) -> str:
    """`Testskole 1, 20 November 2026`."""
    entry = next((one.entry for one in steps if isinstance(one.entry, dict)), None)
    if entry is None:
        return context._(mark("experiences")) if steps else ""
    return ", ".join(_worth(name, entry[name], context) for name in ("school", "date") if name in entry)


def _worth(field: str, value: object, context: Context) -> str:
    if isinstance(value, dict):
        return _worth("text", value.get("text"), context)
    text = " ".join(str("" if value is None else value).split())
    if field == "school":
        return context.catalog.name("schools", text)
    if field == "date":
        try:
            return context.language.date(date.fromisoformat(text))
        except ValueError:
            return text
    return context._(mark("“{title}”")).format(title=f"{text[:77]}…" if len(text) > 80 else text)


def _differences(before: Told, after: Told, context: Context) -> Iterator[str]:
    known = set(before.experiences)
    for one in after.experiences:
        if one not in known:
            text = context._(mark("An experience from {place}, {day}."))
            place = context.catalog.name("schools", one.school)
            yield text.format(place=place, day=context.language.date(one.date))


def _blank(*_: object) -> None:
    """Nobody tells how a course went that there is not."""


FORM = Form(
    name="experience",
    version=1,
    model=Told,
    identity=_identity,
    shown=_shown,
    thing=_thing,
    worth=_worth,
    stamps=(),
    lasting=("experiences",),
    differences=_differences,
    blank=_blank,
)
