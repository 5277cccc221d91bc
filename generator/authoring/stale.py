"""What nobody has tried for too long, and what waits for news: the list of those who keep it true."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from generator.content.validate import Places, check_content
from generator.i18n.language import Language
from generator.kinds import KINDS
from generator.model.context import Context
from generator.model.settings import Settings
from generator.problems.content_rules import RULES
from generator.problems.problem import Problem, in_order


@dataclass(frozen=True, slots=True, order=True)
class Stale:
    """An item that is overdue."""

    owner: str
    """The role that keeps it true, in words."""
    tested: date
    """When it was last tried."""
    path: str
    version: str
    """What it was tried with."""


def overdue(root: Path, settings: Settings, *, today: date, months: int) -> tuple[Stale, ...]:
    """Published items that nobody has tried for so many months."""
    return overdue_in(check_content(root, settings, KINDS).hub, today=today, months=months)


def overdue_in(hub: Context, *, today: date, months: int) -> tuple[Stale, ...]:
    """Items last tried longer ago than so many months, by owner, the oldest first."""
    found = []
    for name, kind in hub.kinds.items():
        for item in hub.catalog.of_kind(name):
            tested = kind.tested(item.model)
            if tested and _months(tested[0], today) >= months:
                found.append(Stale(kind.owner(item, hub), tested[0], item.path, tested[1]))
    return tuple(sorted(found))


def waiting(root: Path, settings: Settings, *, today: date) -> tuple[Problem, ...]:
    """What kinds find of their published items on a day."""
    hub, places = check_content(root, settings, KINDS).hub, Places(root)
    found = (
        Problem(RULES[finding.rule], places(item, finding.path), finding.values)
        for name, kind in hub.kinds.items()
        for item in hub.catalog.of_kind(name)
        for finding in kind.stale(item, today)
    )
    return in_order(found)


def _months(since: date, today: date) -> int:
    """Whole months between two days."""
    return (today.year - since.year) * 12 + today.month - since.month - (today.day < since.day)


def as_list(stale: Iterable[Stale], spoken: Language, months: int) -> str:
    """The list as people read it."""
    lines, count = [], 0
    for owner, group in groupby(stale, lambda one: one.owner):
        lines.append(owner)
        for one in group:
            said = spoken.gettext("last tried {day}, {version}").format(
                day=spoken.date(one.tested), version=one.version
            )
            lines.append(f"  {one.path}  {said}")
            count += 1
    total = spoken.gettext("Overdue: {count} (limit: {months} months).").format(count=count, months=months)
    return "\n".join([*lines, total])
