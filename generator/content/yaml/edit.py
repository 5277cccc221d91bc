"""Writes changed values into a text that people wrote: only what differs is written; comments, order and layout stay.

A mapping or list is its entries, each with what leads to it: the lines above it, or in brackets what separates it from
the one before. Entries that stay keep their text.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass

from generator.content.yaml.entry_spans import LINE_END, Child, Layout, Path, parts
from generator.content.yaml.entry_spans import Collection as Values
from generator.content.yaml.parser import value_of
from generator.content.yaml.writer import Value, entry, in_brackets, mapping_lines, scalar
from generator.problems.problem import Severity

Identity = Callable[[Path, Value], Hashable]
"""What makes two entries of a list the same one, by the path of the list; None where nothing but equality does."""
Order = list[tuple[str | int | None, str | int]]
"""For each entry as it is to be: the step of the one that it is now, None for a new one, and its step then."""


def nothing_but_equality(_: Path, __: Value) -> None:
    return None


def edited(text: str, wanted: dict[str, Value], identity: Identity = nothing_but_equality) -> str:
    """The text with that value. ValueError when the text is not sound, or the value holds what no text may."""
    now = _sound(text)
    if now is None:
        raise ValueError("the text is not sound")
    if now == wanted:
        return text
    anew: set[str] = set()
    for _ in range(2):
        made = _Edit(Layout(text), identity, frozenset(anew)).made(now, wanted)
        found = _sound(made)
        if found == wanted:
            return made
        # The layout is one that few people write: the fields that came out otherwise are written as a whole.
        anew = {key for key in wanted if found is None or key not in found or found[key] != wanted[key]}
    whole = "\n".join([*_opening(text), *mapping_lines(wanted, 0), ""])
    if _sound(whole) != wanted:
        raise ValueError("the value holds what no text may")
    return whole


def _sound(text: str) -> dict[str, Value] | None:
    value, problems = value_of(text, "")
    return None if any(one.severity is Severity.ERROR for one in problems) else value


def _opening(text: str) -> Iterator[str]:
    """The comments that a file begins with."""
    for line in LINE_END.split(text):
        if not line.startswith("#"):
            return
        yield line


@dataclass(frozen=True)
class _Edit:
    """One text that is edited."""

    layout: Layout
    identity: Identity
    anew: Collection[str]
    """Fields of the whole that are written as a whole."""

    def made(self, now: dict[str, Value], wanted: dict[str, Value]) -> str:
        text, (start, end) = self.layout.text, self.layout.span((), now)
        if not now or not wanted:
            newline = self.layout.newline
            return text[:start] + (newline.join([*mapping_lines(wanted, 0), ""]) or "{}") + text[end:]
        return text[:start] + self._collection((), now, wanted) + text[end:]

    def _collection(self, path: Path, now: Values, wanted: Values) -> str:
        """The text of a mapping or list; neither is empty."""
        is_flow = self.layout.in_brackets(path, now)
        return self._flow(path, now, wanted) if is_flow else self._block(path, now, wanted)

    def _value(self, path: Path, now: Value, wanted: Value, *, flow: bool) -> str | None:
        """The text that takes the place of a value; None when its entry is to be written anew."""
        start, end = self.layout.span(path, now)
        written = self.layout.text[start:end]
        if now == wanted:
            return written
        if isinstance(now, dict | list):
            if not now or not wanted or not isinstance(wanted, dict | list) or type(now) is not type(wanted):
                return None
            # In brackets, `[a: b]` holds a mapping without any.
            return None if flow and not self.layout.in_brackets(path, now) else self._collection(path, now, wanted)
        if now is None or not isinstance(wanted, str) or written[:1] in ("|", ">") or ("\n" in wanted and not flow):
            return None
        return json.dumps(wanted, ensure_ascii=False) if written[:1] == '"' else scalar(wanted, flow=flow)

    # Without brackets

    def _block(self, path: Path, now: Values, wanted: Values) -> str:
        layout, old, new = self.layout, dict(parts(now)), dict(parts(wanted))
        children = {child.step: child for child in layout.children(path, now)}
        indent = layout.places[path].value.column
        order = self._order(path, now, wanted)
        leads, tail = _leads(layout.text, list(children.values()), {step for step, _ in order})
        neighbours = [(step, part) for step, part in old.items() if isinstance(part, dict) and isinstance(now, list)]
        brackets = layout.in_brackets((*path, neighbours[-1][0]), neighbours[-1][1]) if neighbours else None
        out = ""
        for before, after in order:
            lead = leads.get(before, "") if before is not None else ""
            out = self._ended(out) + (lead or " " * indent) if out else lead.lstrip() if "#" in lead else ""
            if before is None:
                head = f"{scalar(after, flow=False)}:" if isinstance(after, str) else "-"
                out += layout.newline.join([*entry(head, new[after], indent, brackets=brackets), ""])
            else:
                out += self._entry((*path, before), children[before], old[before], new[after])
        is_last = layout.children(path, now)[-1].end == len(layout.text) and not tail
        return out if is_last else self._ended(out) + tail

    def _ended(self, text: str) -> str:
        """With an end of the last line."""
        return text if text.endswith(("\r", "\n")) else text + self.layout.newline

    def _entry(self, path: Path, child: Child, now: Value, wanted: Value) -> str:
        """The text of an entry, from its key or dash to the end of its last line."""
        text, (start, end) = self.layout.text, self.layout.span(path, now)
        is_anew = len(path) == 1 and path[0] in self.anew
        made = None if is_anew else self._value(path, now, wanted, flow=False)
        if made is not None:
            return text[child.start : start] + made + text[end : child.end]
        return self._rewritten(path, child, now, wanted)

    def _rewritten(self, path: Path, child: Child, now: Value, wanted: Value) -> str:
        """An entry whose value is of another sort now; the comments beside it stay."""
        layout, text = self.layout, self.layout.text
        start, end = layout.span(path, now)
        key_end, column = layout.key_end(path), child.start - layout.line_start(child.start)
        head = "-" if key_end is None else f"{text[child.start : key_end]}:"
        beside = text[key_end or child.start : start] + text[end : child.end]
        if text[start : start + 1] in ("|", ">"):
            beside += text[start : layout.line_end(start)]
        comments = [line[line.index("#") :] for line in LINE_END.split(beside) if "#" in line]
        lines = entry(head, wanted, column)
        if comments:
            lines = [f"{lines[0]}  {comments[0]}", *lines[1:]]
        for comment in comments[1:]:
            lines = [comment, " " * column + lines[0], *lines[1:]]
        return layout.newline.join([*lines, ""])

    # Within brackets

    def _flow(self, path: Path, now: Values, wanted: Values) -> str:
        text, (start, end) = self.layout.text, self.layout.span(path, now)
        old, new = dict(parts(now)), dict(parts(wanted))
        children = {child.step: child for child in self.layout.children(path, now)}
        order = self._order(path, now, wanted)
        first, last = next(iter(children.values())), list(children.values())[-1]
        leads, tail = _leads(text, list(children.values()), {step for step, _ in order}, separator=",")
        out = ""
        for before, after in order:
            lead = leads.get(before, "") if before is not None else ""
            out = out + (lead or ", ") if out else lead.replace(",", "", 1) if "#" in lead else ""
            piece = None
            if before is not None:
                here, child = (*path, before), children[before]
                piece = self._value(here, old[before], new[after], flow=True)
                from_, to = self.layout.span(here, old[before])
                piece = None if piece is None else text[child.start : from_] + piece + text[to : child.end]
            key = f"{scalar(after, flow=True)}: " if isinstance(after, str) else ""
            out += key + in_brackets(new[after]) if piece is None else piece
        return text[start : first.start] + out + tail.replace(",", "") + text[last.end : end]

    # What is the same one

    def _order(self, path: Path, now: Values, wanted: Values) -> Order:
        if isinstance(now, list):
            assert isinstance(wanted, list)
            return list(zip(self._same(path, now, wanted), range(len(wanted)), strict=True))
        assert isinstance(wanted, dict)
        order = [key for key in now if key in wanted]
        before: str | None = None
        for key in wanted:
            if key not in now:
                order.insert(order.index(before) + 1 if before is not None else 0, key)
            before = key
        return [(key if key in now else None, key) for key in order]

    def _same(self, path: Path, now: list[Value], wanted: list[Value]) -> list[int | None]:
        """Of each entry that is wanted, which one it is now."""
        left: dict[Hashable, list[int]] = defaultdict(list)
        known = False
        for number, part in enumerate(now):
            own = self.identity(path, part)
            known = known or own is not None
            left[json.dumps(part) if own is None else own].append(number)
        keys = [(self.identity(path, part), json.dumps(part)) for part in wanted]
        found: list[int | None] = []
        for own, equal in keys:
            numbers = left.get(equal if own is None else own)
            found.append(numbers.pop(0) if numbers else None)
        if known:
            return found
        rest = iter(sorted(number for numbers in left.values() for number in numbers))
        return [next(rest, None) if number is None else number for number in found]


def _leads(
    text: str, children: Sequence[Child], kept: Collection[object], *, separator: str = ""
) -> tuple[dict[object, str], str]:
    """What stands before each entry but the first, and after the last; comments before one that goes stay."""
    leads: dict[object, str] = {}
    carried = ""
    for before, child in zip([None, *children], children, strict=False):
        lead = text[before.end : child.start] if before else ""
        if child.step in kept:
            leads[child.step] = carried + lead
            carried = ""
        elif "#" in lead:
            carried += lead.replace(separator, "", 1) if separator else lead.rstrip(" ")
    return leads, carried
