"""A form over a document: each field with what is filled in and what is wrong there, and a summary."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from generator.content.yaml.entry_spans import Path
from generator.desk.checking import Found
from generator.desk.entry_names import title_of
from generator.desk.entry_references import entries, key_of
from generator.desk.form_state import NAMING, Row, Said, State, filled_names, is_empty, placed, short_name
from generator.desk.item_titles import Titles
from generator.desk.missing_fields import at_fields, counted, is_needed_here, lacks
from generator.forms.field_view import Shown, ShownRow, Told
from generator.forms.labels import chosen, label, quoted
from generator.forms.shapes import Field, Group, Named, Own, Rows, Shape
from generator.forms.value_texts import as_spoken
from generator.i18n.language import Language, mark
from generator.model.catalog import YamlValue
from generator.model.date_parsing import wrong_weekday
from generator.problems.problem import Problem
from generator.problems.report import in_words

_HERE = {
    "value-pattern": mark("Use small letters a–z, digits and hyphens."),
    "value-date": mark("Write the day, the month and the year, for instance 3 December 2026."),
    "value-local-time": mark("Write the day and the time, for instance 3 December 2026 at 14:30."),
    "value-yes-no": mark("Choose yes or no."),
    "goal-unknown": mark("Choose among the goals above."),
    "framework-unknown": mark("Choose another goal in the list."),
    "framework-goal-unknown": mark("Choose another goal in the list."),
}
"""What to do about a mistake in a form, where the rule says what to write in a file."""
_DAYS = frozenset({"value-date", "value-local-time"})
_DAY = re.compile(r"(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])")
_PLAIN = frozenset({"field-missing", "field-empty"})
"""What to do about them is to fill in the field that they stand at."""


@dataclass(frozen=True, slots=True)
class Summed:
    """A line of the summary over a form."""

    id: str
    """Of the field it leads to; "" when it is about the whole."""
    label: str
    told: Told


@dataclass(frozen=True, slots=True)
class ShownForm:
    """All of it."""

    fields: tuple[Shown, ...]
    summary: tuple[Summed, ...]
    missing: int
    """How many fields a draft lacks before it can be published."""

    @property
    def errors(self) -> int:
        return len(self.faults)

    @property
    def faults(self) -> tuple[Summed, ...]:
        """What must be mended, a line each."""
        return tuple(one for one in self.summary if one.told.is_error)

    @property
    def notes(self) -> tuple[Summed, ...]:
        """What is good to know, a line each."""
        return tuple(one for one in self.summary if not one.told.is_error)


def shown_form(
    fields: Sequence[Field], state: State, found: Sequence[Found], value: Mapping[str, YamlValue], language: Language,
    *, is_new: bool = False, opened: State | None = None, titles: Titles | None = None,
) -> ShownForm:  # fmt: skip
    """`found` is what is wrong with the value that the state comes to; `is_new`: it was never published; `opened` is
    what the form said when it was opened, by which fields are folded away; None for the same; `titles` are those of
    documents that fields can name.
    """
    lacking = tuple(lacks(fields, state))
    said, missing = counted(found, lacking) if value.get("status") == "draft" else (at_fields(found, lacking), 0)
    before = frozenset(filled_names(opened or state))
    showing = _Showing(language, state, is_new, before, titles or Titles())
    showing.hang(_without_ids_to_be_made(said), dict(_labels(fields, state)))
    shown = showing.fields(fields, state, "", ())
    at_all = [Summed("", "", told) for told in showing.told.get((), ())]
    return ShownForm(shown, tuple(dict.fromkeys((*at_all, *_summary(shown)))), missing)


def _without_ids_to_be_made(found: Sequence[Found]) -> Iterator[Found]:
    """An entry gets its id as soon as what the id is made of is mended."""
    for one in found:
        is_id = one.path[-1:] == ("id",) and len(one.path) > 1 and one.problem.code in _PLAIN
        is_made_of = {(*one.path[:-1], name) for name in NAMING}
        if not (is_id and any(other.path in is_made_of for other in found)):
            yield one


def _summary(shown: Iterable[Shown], where: tuple[str, ...] = ()) -> Iterator[Summed]:
    """A line for each problem; `where` are the groups and the numbered entries around the fields."""
    for one in shown:
        yield from (_line(one, told, where) for told in one.told)
        yield from _summary(one.fields, (*where, one.field.label) if one.field.label else where)
        for number, row in enumerate(one.rows, 1):
            entry = f"{one.field.one or one.field.label} {number}"
            yield from _summary([row.inside], (*where, entry))


def _line(one: Shown, told: Told, where: tuple[str, ...]) -> Summed:
    """A message that names its field needs no other name before it, but where it stands."""
    own = (one.field.label,) if one.field.label and f"“{one.field.label}”" not in _plain(told.text) else ()
    return Summed(one.id, " · ".join((*where, *own)), told)


def _plain(text: str) -> str:
    return text.replace("»", "“").replace("«", "”")


def _labels(fields: Sequence[Field], state: State, at: Path = ()) -> Iterator[tuple[Path, str]]:
    """The path of everything that the form shows, and what it is called."""
    for one in fields:
        path = (*at, one.name)
        yield path, one.label
        yield from _inside(one.shape, state.fields.get(one.name, ""), path, one.label)


def _inside(shape: Shape, said: Said, at: Path, name: str) -> Iterator[tuple[Path, str]]:
    if isinstance(shape, Group) and isinstance(said, State):
        yield from _labels(shape.fields, said, at)
    elif isinstance(shape, Rows) and isinstance(said, tuple):
        for place, row in placed(said):
            if place is not None:
                yield (*at, place), name
                yield from _inside(shape.each, row.said, (*at, place), name)


@dataclass(slots=True)
class _Showing:
    language: Language
    state: State
    """Of the whole form, for fields that choose among its own entries."""
    is_new: bool = False
    """Whether the document was never published: the ids of its entries are known to nobody yet."""
    before: frozenset[str] = frozenset()
    """The names of the fields that said something when the form was opened."""
    titles: Titles = field(default_factory=Titles)
    told: dict[Path, list[Told]] = field(default_factory=dict)

    def hang(self, found: Iterable[Found], labels: Mapping[Path, str]) -> None:
        """Each problem at the field it is about, or at the nearest one around it."""
        for one in found:
            path = one.path
            while path and path not in labels:
                path = path[:-1]
            name = next((step for step in reversed(one.path) if isinstance(step, str)), "")
            called = labels[path] if path == one.path and path else label(self.language, name)
            text, hint = in_words(self._as_here(one, called), self.language, self._called(one.path, labels))
            hint = "" if one.problem.code in _PLAIN else hint
            self.told.setdefault(path, []).append(Told(text, hint, one.is_error))

    def _as_here(self, found: Found, called: str) -> Problem:
        """With what a form says of it, where the rule speaks of files."""
        if found.problem.code in _DAYS and (days := wrong_weekday(found.problem.values["value"], self.language.code)):
            return _with_weekdays(found.problem, *days, self.language)
        here = _HERE.get(found.problem.code)
        problem = _with_days(_with_label(found.problem, called), self.language)
        return replace(problem, rule=replace(problem.rule, hint=here)) if here else problem

    def _called(self, at: Path, labels: Mapping[Path, str]) -> Callable[[str], str]:
        """What the form calls a field of that key: the nearest one around a place, or any; or a field and its value."""

        def said(key: str) -> str:
            key, _, value = key.partition(": ")
            around = [(*at[:end], key) for end in range(len(at), -1, -1)]
            known = next((labels[path] for path in around if path in labels), "")
            called = known or next((name for path, name in labels.items() if path[-1] == key), "")
            called = called or label(self.language, key)
            named = f"{called}: {chosen(self.language, value)}" if value else called
            return quoted(self.language, named)

        return said

    def fields(self, fields: Sequence[Field], state: State, name: str, at: Path) -> tuple[Shown, ...]:
        shown = (
            replace(
                self.shown(one, state.fields.get(one.name), f"{name}{one.name}", (*at, one.name)),
                is_needed=is_needed_here(one, state),
                is_out=f"{name}{one.name}" in self.before or one.name not in state.fields,
                made=self._made(fields, one, state, name),
            )
            for one in fields
        )
        return tuple(one for one in shown if one.is_filled or not one.field.is_former)

    def _made(self, fields: Sequence[Field], one: Field, state: State, name: str) -> str:
        """The id of an entry that is to follow what it says: one that is new, and says no other id."""
        is_new = self.is_new or not name[:-1].rpartition(".")[2].isdecimal()
        short = short_name(state, fields) if one.is_made and is_new else ""
        return short if state.fields.get(one.name) == short else ""

    def shown(self, one: Field, said: Said | None, name: str, at: Path | None) -> Shown:
        told = tuple(self.told.get(at, ())) if at else ()
        if said is None:
            return Shown(name, one, told=told, is_kept=True, is_filled=True)
        shape, is_filled = one.shape, bool(told) or not is_empty(said)
        if isinstance(shape, Group) and isinstance(said, State):
            inside = self.fields(shape.fields, said, f"{name}.", at or ("",))
            return Shown(name, one, fields=inside, told=told, is_filled=is_filled or any(x.is_filled for x in inside))
        if isinstance(shape, Rows) and isinstance(said, tuple):
            rows = tuple(self.row(shape, row, f"{name}.{row.token}", at, place) for place, row in placed(said))
            return Shown(name, one, rows=rows, told=told, is_filled=bool(rows) or is_filled)
        options = self._options(shape)
        if isinstance(said, tuple):
            ticked = tuple(self._key(shape, one) for one in said if isinstance(one, str))
            return Shown(name, one, ticked=ticked, options=_all(options, ticked), told=told, is_filled=is_filled)
        text = as_spoken(shape, said, self.language) if isinstance(said, str) else ""
        text = self._key(shape, text)
        return Shown(name, one, text, options=_all(options, (text,)), told=told, is_filled=is_filled)

    def row(self, shape: Rows, row: Row, name: str, at: Path | None, place: int | None) -> ShownRow:
        here = None if at is None or place is None else (*at, place)
        each = Field("", "", "", True, shape.each)
        told = tuple(self.told.get(here, ())) if here else ()
        inside = self.shown(each, row.said, name, here)
        # What is wrong with the row as a whole stands once: at its only field, or over its fields.
        return ShownRow(
            name, row.token, title_of(shape.each, row.said, self.language), inside, told if inside.fields else ()
        )

    def _key(self, shape: Shape, said: str) -> str:
        """What a form has where a file names something by its id."""
        if isinstance(shape, Named):
            return self.titles.title(shape.kind, said)
        return key_of(self.state, shape.list, said) if isinstance(shape, Own) else said

    def _options(self, shape: Shape) -> tuple[tuple[str, str], ...]:
        if isinstance(shape, Own):
            return tuple((key, title) for key, _, title in entries(self.state, shape.list))
        return getattr(shape, "options", ())


def _with_weekdays(problem: Problem, day: date, named: date, language: Language) -> Problem:
    """A day that is called by the name of another day of its week."""
    hint = mark("{day} is a {weekday}, not a {named}.")
    said = {"day": language.date(day), "weekday": language.weekday(day), "named": language.weekday(named)}
    return replace(problem, rule=replace(problem.rule, hint=hint), values={**problem.values, **said})


def _with_days(problem: Problem, language: Language) -> Problem:
    """A day is said as the form shows it, where a report says it as the file does."""
    values = {name: _DAY.sub(lambda day: _spoken(day[0], language), said) for name, said in problem.values.items()}
    return replace(problem, values=values)


def _spoken(day: str, language: Language) -> str:
    try:
        return language.date(date.fromisoformat(day))
    except ValueError:
        return day


def _with_label(problem: Problem, said: str) -> Problem:
    """What a message calls a field is what its form calls it."""
    return replace(problem, values={**problem.values, "field": said}) if "field" in problem.values else problem


def _all(options: tuple[tuple[str, str], ...], chosen: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The options, and what was chosen that is none of them: it is told as a mistake, and not lost."""
    known = {id_ for id_, _ in options}
    return (*options, *((one, one) for one in chosen if one and one not in known))
