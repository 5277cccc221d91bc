"""What other kinds offer to a weekly mail, by the contracts of `generator.model.digest_entry`, as lines of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import singledispatch

from babel.dates import format_date, format_skeleton

from generator.formats.html_to_text import plain_text
from generator.i18n.language import mark
from generator.kinds.digest.model import MailLine, SectionKind
from generator.kinds.digest.span import Span, line_about, shortened
from generator.model.catalog import Item
from generator.model.context import Context
from generator.model.digest_entry import Happening, KnownProblem, SchoolsWord
from generator.model.markdown import to_html
from generator.model.plan_contract import Criterion, Phase, PlanTerm

AHEAD, DUE = timedelta(days=21), timedelta(days=30)
"""After the week: how far a mail looks for what happens, and for what is to be done."""
LATELY = timedelta(days=7)
"""Before the week: for so long a change is still told first."""


@dataclass(frozen=True, slots=True)
class Told:
    """A line that an item is told by."""

    kind: SectionKind
    item: Item
    line: MailLine
    place: tuple[int | str, ...]
    """Where it stands in its section."""


def told_by(item: Item, context: Context, span: Span) -> Iterator[Told]:
    """The lines that an item of any kind offers for the week."""
    for value in context.kinds[item.kind].offers(item.model):
        yield from _lines(value, item, context, span)


@singledispatch
def _lines(value: object, item: Item, context: Context, span: Span) -> Iterator[Told]:
    """Of any other value there is nothing to tell."""
    yield from ()


@_lines.register
def _(value: Happening, item: Item, context: Context, span: Span) -> Iterator[Told]:
    """First those that were cancelled or changed of late, then by day."""
    if value.state != "held" and span.coming <= value.start.date() <= span.end + AHEAD:
        is_changed = value.changed is not None and span.start - LATELY <= value.changed <= span.end
        line = line_about(item, span, said_of(value, context, is_changed=is_changed), part=value.id)
        first = is_changed or value.state == "cancelled"
        yield Told("coming", item, line, (0 if first else 1, value.start.isoformat()))


def said_of(value: Happening, context: Context, *, is_changed: bool = False) -> str:
    """`Thursday December 3 at 14:30, the library.`, with a word before it when it is not as planned."""
    code = context.language.code
    when = context._(mark("{weekday} {day} at {time}")).format(
        weekday=format_date(value.start, "EEEE", locale=code), day=format_skeleton("MMMMd", value.start, locale=code),
        time=context.language.time_of_day(value.start),
    )  # fmt: skip
    said = ", ".join(part for part in (when[:1].upper() + when[1:], value.place) if part) + "."
    if value.state == "cancelled":
        return " ".join(part for part in (context._(mark("CANCELLED:")), said, value.why) if part)
    if value.state == "full":
        return " ".join((said, context._(mark("No seats are left."))))
    word = context._(mark("Changed:")) if is_changed else ""
    return " ".join(part for part in (word, said, value.why if is_changed else "", words(value.note)) if part)


@_lines.register
def _(value: KnownProblem, item: Item, context: Context, span: Span) -> Iterator[Told]:
    """Problems that were found, changed or solved in the week, and those that keep people from going on."""
    solved = value.solved is not None and span.holds(value.solved)
    is_open = value.solved is None and value.opened <= span.end
    if solved or (is_open and (value.stops or value.opened >= span.start or span.holds(item.common.updated))):
        line = line_about(item, span, told_of(value, item.common.summary, context, is_solved=solved))
        yield Told("known", item, line, (0 if solved else 1, value.opened.isoformat()))


def told_of(value: KnownProblem, summary: str, context: Context, *, is_solved: bool) -> str:
    """What was decided, or what to do meanwhile; of what is solved, what it was: no way around it is needed now."""
    if is_solved:
        return context._(mark("Solved: {what}")).format(what=summary)
    if value.decision:
        return context._(mark("Decided: {what}")).format(what=words(value.decision))
    return context._(mark("Not solved yet: {what}")).format(what=words(value.way_out) or summary)


@_lines.register
def _(value: SchoolsWord, item: Item, context: Context, span: Span) -> Iterator[Told]:
    """How it went at schools, and what they shared or adapted."""
    if span.holds(value.day):
        school = context.catalog.name("schools", value.school)
        text = words(value.text)
        said = f"{school}: {text}" if text else context._(mark("Shared by {school}.")).format(school=school)
        line = line_about(item, span, said, part=f"{value.school}-{value.day}")
        yield Told("schools", item, line, (value.day.isoformat(), value.school))


def words(text: str) -> str:
    """Rich text as it stands in a line: without what its links lead to."""
    return plain_text(str(to_html(text, lambda _: ""))) if text else ""


def deadlines(context: Context, span: Span) -> list[MailLine]:
    """What plans want done or met in the days after the week, by day."""
    found: list[tuple[date, MailLine]] = []
    for item in context.catalog.items.values():
        offered = tuple(context.kinds[item.kind].offers(item.model))
        phases = (one for one in offered if isinstance(one, Phase))
        for activity in (activity for phase in phases for activity in phase.activities if activity.id):
            said = context._(mark("By {day}. Responsible: {role}.")).format(
                day=context.language.date(activity.due), role=context.catalog.name("roles", activity.role).lower()
            )
            only = () if activity.milestone else span.some((activity.role,)) or ()  # all look at a milestone
            line = _due(item, activity.id, activity.title, said, only)
            found.append((activity.due, line))
        ends = {one.id: one.end for one in offered if isinstance(one, PlanTerm)}
        for one in (one for one in offered if isinstance(one, Criterion) and one.term in ends):
            said = context._(mark("To be reached by {day}: {target}.")).format(
                day=context.language.date(ends[one.term]), target=one.target.words
            )
            found.append((ends[one.term], _due(item, one.id, one.text, said, ())))
    due = (one for one in found if span.end < one[0] <= span.end + DUE)
    return [line for _, line in sorted(due, key=lambda one: (one[0], one[1].title))]


def _due(item: Item, part: str | None, title: str, said: str, only: tuple[str, ...]) -> MailLine:
    """Under its own title, which a criterion has not: it is a sentence."""
    ref = f"{item.kind}:{item.id}"
    return MailLine(ref=ref, part=part, title=shortened(title)[:120], line=shortened(said), only=only)
