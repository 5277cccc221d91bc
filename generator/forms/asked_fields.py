"""The fields that a form asks, of all that a model has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.forms.fields import has_answers
from generator.forms.shapes import Field, Group, Rows, Shape


def asked(fields: Sequence[Field], names: Sequence[str]) -> tuple[Field, ...]:
    """Those that are named, in that order; `place.name` is one of a field's own. Ids of entries are asked of nobody,
    and no word of a vocabulary that has none.
    """
    known, wanted = {one.name: one for one in fields if has_answers(one.shape)}, dict[str, list[str]]()
    for name in names:
        first, _, rest = name.partition(".")
        if first in known:
            wanted.setdefault(first, []).extend([rest] if rest else [])
    alone = (_alone(known[name], fields, names) for name in wanted)
    return tuple(replace(one, shape=_narrowed(one.shape, wanted[one.name])) for one in alone)


def _alone(one: Field, fields: Sequence[Field], names: Sequence[str]) -> Field:
    """A field of which the other one that could be filled in is not asked: it must be filled in itself."""
    own = [one.expected.instead] if one.expected and one.expected.instead and not one.expected.when else []
    back = [other.name for other in fields if other.expected and other.expected.instead == one.name]
    if not (own or back) or any(_is_named(other, names) for other in (*own, *back)):
        return one
    return replace(one, is_required=True, expected=None, other="")


def _is_named(path: str, names: Sequence[str]) -> bool:
    """Whether a path is asked, wholly or in part."""
    return any(f"{name}.".startswith(f"{path}.") or f"{path}.".startswith(f"{name}.") for name in names)


def _narrowed(shape: Shape, names: Sequence[str]) -> Shape:
    if isinstance(shape, Rows):
        has_ids = isinstance(shape.each, Group) and any(one.name == "id" for one in shape.each.fields)
        return Rows(_narrowed(shape.each, names), has_ids)
    if isinstance(shape, Group):
        return Group(asked(shape.fields, names or [one.name for one in shape.fields if one.name != "id"]))
    return shape
