"""Looks for files that take out all that somebody has written: more often a slip than a wish."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.authoring.merge import Chain, Identity, entry_keys
from generator.authoring.submissions import HandedIn
from generator.content.yaml.writer import Value
from generator.model.context import Context
from generator.problems.content_rules import RULES
from generator.problems.problem import Problem

_FEW = 1
"""So few entries somebody may well take out at once."""


def emptied(
    handed: HandedIn, ours: Mapping[str, Value], merged: Mapping[str, Value], target: str, context: Context
) -> Iterator[Problem]:
    """Lists of which nothing is left that stands in the content; others than records may be written anew."""
    form = handed.form
    for field, entries in ours.items():
        before = set(_leaves(entries, (field,), form.identity))
        after = set(_leaves(merged.get(field, []), (field,), form.identity))
        if len(before) <= _FEW or before & after or (field not in form.lasting and after):
            continue
        rule = RULES["take-emptied" if field in form.lasting else "take-cleared"]
        span, _ = handed.place((field,), key=True)
        values = {"count": str(len(before)), "file": target}
        yield Problem(rule, span, values, handed.about((field,), dict(ours), context))


def _leaves(value: Value, chain: Chain, identity: Identity) -> Iterator[Chain]:
    """The entries of a list; of an entry that has entries of its own, these. A list that is one value has none."""
    names = tuple(step for step in chain if isinstance(step, str))
    for key, entry in zip(entry_keys(value, identity, names), value, strict=True) if isinstance(value, list) else ():
        if identity(names, entry) is None:
            continue
        own = [
            leaf for name, part in entry.items() for leaf in _leaves(part, (*chain, key, name), identity)
        ] if isinstance(entry, dict) else []  # fmt: skip
        yield from own or [(*chain, key)]
