"""The goals that a hub's frameworks have, for forms to choose among, and how one is written in a form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.forms.shapes import Choice, FrameworkGoal, Goals
from generator.model.catalog import Catalog, YamlValue
from generator.model.vocabulary import FrameworkEntry

_PARTS = ("id", "version", "goal")


def goals_of(catalog: Catalog) -> tuple[FrameworkGoal, ...]:
    """In the order of the vocabulary, those of a subject together."""
    return tuple(_goals(catalog))


def _goals(catalog: Catalog) -> Iterator[FrameworkGoal]:
    subjects = catalog.words("subjects")
    for entry in catalog.entries(FrameworkEntry).values():
        for goal in entry.goals:
            id_ = goal_id({"id": entry.id, "version": entry.version, "goal": goal.id})
            subject = (goal.subject or "", subjects.get(goal.subject or "", ""))
            yield FrameworkGoal(f"{entry.name} {entry.version}", subject, goal.grades, id_ or "", goal.text)


def goal_id(value: YamlValue) -> str | None:
    """What a form sends for a mapping of a file; "" for none, None for what is no such mapping."""
    if value is None:
        return ""
    if not isinstance(value, dict) or {*value} - {*_PARTS}:
        return None
    parts = [value.get(name) or "" for name in _PARTS]
    texts = [part for part in parts if isinstance(part, str)]
    if len(texts) < len(_PARTS):
        return None
    framework, version, goal = texts
    return f"{framework}@{version}#{goal}" if any(texts) else ""


def mapping_of(id_: str) -> Mapping[str, YamlValue]:
    """What a file says for what a form sends. Ids have neither of the signs between them; a version may."""
    framework, _, rest = id_.partition("@")
    version, _, goal = rest.rpartition("#")
    return {name: part for name, part in zip(_PARTS, (framework, version, goal), strict=True) if part}


def part_of(shape: Goals, name: str) -> Choice:
    """One of the three texts of a file, with what people call it."""
    known = [(mapping_of(one.id), one) for one in shape.goals]
    called = {str(parts.get(name, "")): one.text if name == "goal" else one.framework for parts, one in known}
    return Choice(tuple(called.items()) if name != "version" else ())
