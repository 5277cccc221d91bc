"""The week that a mail tells of and who gets it, and the line that an item becomes for them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from generator.kinds.digest.model import MailLine
from generator.model.catalog import Item

LONG_LINE = 140
"""Signs of a line: more are skipped by those who read on a phone."""


@dataclass(frozen=True, slots=True)
class Span:
    """A week, and the roles that get its mail."""

    start: date
    end: date
    audiences: tuple[str, ...]
    written: date = date.min
    """The day on which it is written."""

    @property
    def coming(self) -> date:
        """From when on something is still to come: who writes on Wednesday tells nothing of Tuesday."""
        return self.written if self.start <= self.written <= self.end else self.start

    def holds(self, day: date) -> bool:
        return self.start <= day <= self.end

    def only(self, item: Item) -> tuple[str, ...] | None:
        """Whom of those who get the mail the item is for: () for all of them, None for none."""
        return self.some(item.common.terms.get("roles", ()))

    def some(self, roles: Iterable[str]) -> tuple[str, ...] | None:
        named = set(roles)
        if not named or named >= set(self.audiences):
            return ()
        return tuple(role for role in self.audiences if role in named) or None


def week_of(week: str) -> tuple[date, date]:
    """The Monday and the Sunday of an ISO week, as `2026-W48`. ValueError when there is no such week."""
    if not re.fullmatch("[0-9]{4}-W[0-9]{2}", week, re.ASCII):
        raise ValueError(week)
    monday = date.fromisocalendar(int(week[:4]), int(week[6:]), 1)
    return monday, monday + timedelta(days=6)


def line_about(item: Item, span: Span, said: str = "", *, part: str | None = None) -> MailLine:
    """What a mail tells of an item: its title, and its summary or what is said instead."""
    line = shortened(said or item.common.summary)
    return MailLine(
        ref=f"{item.kind}:{item.id}", part=part, title=item.common.title, line=line, only=span.only(item) or ()
    )


def shortened(text: str) -> str:
    """The first sentences that fit on a line; of a long sentence, as many words."""
    text = " ".join(text.split())
    if len(text) <= LONG_LINE:
        return text
    end = text.rfind(". ", 0, LONG_LINE)
    return text[: end + 1] if end > 0 else text[: text.rfind(" ", 0, LONG_LINE - 1)].rstrip(",;:–") + " …"
