"""Blocks that hold blocks: notes, foldable notes and alternatives, as Material's Markdown writes them.

    !!! tip "A title"
        What stands in it, indented by four.

`???` folds it, `???+` folds it open, and `=== "A title"` is one of several ways to do a thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from generator.model.cmark import rendered

_MARK = re.compile(r'( *)(!!!|\?\?\?\+?|===)(?: +([A-Za-z][\w -]*?))?(?: +"([^"\n]*)")? *')
_FENCE = re.compile(r" *(?:[-*+>] |\d+[.)] )*(`{3,}|~{3,})")
_DEFINITION = re.compile(r" {0,3}\[[^\]\n]+\]:\s*\S")
_DEEPEST = 8
_MOST = 100
"""Of one text at one depth; more are shown as they are written."""
_LONGEST_DEFINITIONS = 20_000
"""Letters of all definitions of links together, which every container needs."""
_OPEN, _CLOSE = "\ue000", "\ue001"
"""Around the number of a container in the text that stands for it; the text itself may not hold them."""
_PLACE = re.compile(f"<p[^>]*>{_OPEN}(\\d+){_CLOSE}</p>|{_OPEN}(\\d+){_CLOSE}")


@dataclass(frozen=True, slots=True)
class _Container:
    mark: str
    name: str
    title: str | None
    lines: tuple[tuple[str, int], ...]
    """Those inside it, with their numbers in the whole text, from 1."""


def blocks_of(text: str, *, lines: bool = False) -> str:
    """The HTML of a text. With `lines`, blocks have `data-sourcepos`, whose first number is a line of the text."""
    if "!!!" not in text and "???" not in text and '=== "' not in text:
        return rendered(text, lines=lines)
    clean = text.replace(_OPEN, "").replace(_CLOSE, "")
    numbered = tuple((line, number) for number, line in enumerate(clean.split("\n"), 1))
    definitions = tuple(line for line, _ in numbered if _DEFINITION.match(line))
    if sum(map(len, definitions)) > _LONGEST_DEFINITIONS:
        definitions = ()
    return _html(numbered, definitions, lines=lines, depth=0)


def _html(numbered: tuple[tuple[str, int], ...], definitions: tuple[str, ...], *, lines: bool, depth: int) -> str:
    kept, containers = _taken_out(numbered) if depth < _DEEPEST else (list(numbered), [])
    text = "\n".join(line for line, _ in kept)
    html = rendered("\n".join((text, "", *definitions)), lines=lines)
    if lines:
        html = _renumbered(html, [number for _, number in kept])
    if not containers:
        return html
    inner = [_html(one.lines, definitions, lines=lines, depth=depth + 1) for one in containers]
    return _PLACE.sub(
        lambda found: _wrapped(containers[int(found[1] or found[2])], inner[int(found[1] or found[2])]), html
    )


def _renumbered(html: str, numbers: list[int]) -> str:
    def line(found: re.Match[str]) -> str:
        place = min(int(found[1]), len(numbers)) - 1
        return f'data-sourcepos="{numbers[place]}:'

    return re.sub(r'data-sourcepos="(\d+):', line, html)


def _taken_out(numbered: tuple[tuple[str, int], ...]) -> tuple[list[tuple[str, int]], list[_Container]]:
    """The lines with a place for each container, and the containers."""
    kept: list[tuple[str, int]] = []
    containers: list[_Container] = []
    fence, at = "", 0
    while at < len(numbered):
        line, number = numbered[at]
        fence = _fence_after(line, fence)
        found = None if fence or len(containers) >= _MOST else _MARK.fullmatch(line)
        if not found or not _is_one(found):
            kept.append(numbered[at])
            at += 1
            continue
        inside = tuple(_inside(numbered, at + 1, len(found[1]) + 4))
        kept += (("", number), (f"{found[1]}{_OPEN}{len(containers)}{_CLOSE}", number), ("", number))
        containers.append(_Container(found[2], found[3] or "", found[4], inside))
        at += 1 + len(inside)
    return kept, containers


def _is_one(found: re.Match[str]) -> bool:
    return found[4] is not None and not found[3] if found[2] == "===" else bool(found[3])


def _fence_after(line: str, fence: str) -> str:
    """The fence that is open after a line, when `fence` was before it."""
    found = _FENCE.match(line)
    if not found:
        return fence
    if not fence:
        return found[1]
    return "" if found[1].startswith(fence) and not line.strip(" >-*+").strip(found[1][0]) else fence


def _inside(numbered: tuple[tuple[str, int], ...], first: int, margin: int) -> Iterator[tuple[str, int]]:
    """The lines from `first` that belong to a container, without their margin and without empty ones at the end."""
    waiting: list[tuple[str, int]] = []
    for at in range(first, len(numbered)):
        line, number = numbered[at]
        if not line.strip():
            waiting.append(("", number))
        elif line.startswith(" " * margin):
            yield from waiting
            waiting = []
            yield line[margin:], number
        else:
            return


def _wrapped(container: _Container, html: str) -> str:
    title = container.title or ""
    if container.mark.startswith("???"):
        is_open = " open" if container.mark.endswith("+") else ""
        return f'<details class="hub-note"{is_open}>\n<summary>{escape(title) or "…"}</summary>\n{html}</details>'
    heading = f"<p><strong>{escape(title)}</strong></p>\n" if title else ""
    return f'<div class="hub-note">\n{heading}{html}</div>'


_DELIMITERS = re.compile(r"[ >]*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?")
MOST_CELLS = 20_000
"""Of one table: rows that are short are filled up, so that a small text can become a page of gigabytes."""


def most_cells(text: str) -> bool:
    """Whether a table of the text has more cells than a page can show."""
    if "|" not in text:
        return False
    columns = rows = 0
    for line in text.split("\n"):
        rows = rows + 1 if line.strip() else 0
        if "-" in line and "|" in line and _DELIMITERS.fullmatch(line):
            columns, rows = line.count("|") + 1, 1
        elif not rows:
            columns = 0
        if columns * rows > MOST_CELLS:
            return True
    return False
