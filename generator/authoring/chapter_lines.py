"""Takes in chapters from the description of a film: lines with a time, as people write them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.i18n.language import mark
from generator.problems.problem import HubError

_TIME = re.compile(r"(?<![\d:.,])(?:(\d{1,2}):)?(\d{1,3}):(\d{2})(?![\d:]|[.,]\d)")
_BEFORE = re.compile(r"[^\w]*(?:\d{1,3}[.)]\s+)?[^\w]*")
"""What may stand before a time at the beginning of a line: bullets, arrows, brackets, a number."""
_ADDRESS = re.compile(r"\]\(\s*[^)]*\)")
_AROUND = " \t-–—:|•*()[]<>▶►→"


@dataclass(frozen=True, slots=True)
class Chapters:
    """Chapters as a video's file holds them."""

    text: str
    """YAML."""
    left_out: tuple[tuple[int, str, str], ...]
    """Lines with a time that are no chapters: number from 1, the line, and why (English message id)."""


def chapters(description: str) -> Chapters:
    """The `chapters:` of a video. HubError when there are none."""
    found: list[tuple[int, str]] = []
    left_out: list[tuple[int, str, str]] = []
    for number, line in enumerate(description.splitlines(), 1):
        for moment in _moments(line):
            if isinstance(moment, str):
                left_out.append((number, line.strip(), moment))
            elif found and moment[0] <= found[-1][0]:
                left_out.append((number, line.strip(), mark("it is not later than the chapter before")))
            else:
                found.append(moment)
    if not found:
        raise HubError(
            "There are no times in the file.", "Each chapter is a line such as “0:25 Open the search”.",
        )  # fmt: skip
    lines = (f'  - {{at: "{_clock(at)}", title: {json.dumps(title, ensure_ascii=False)}}}' for at, title in found)
    return Chapters("\n".join(["chapters:", *lines]) + "\n", tuple(left_out))


def _moments(line: str) -> Iterator[tuple[int, str] | str]:
    """The time and title of a line, or why there are none; nothing for a line without a time."""
    line = _ADDRESS.sub("]", line)  # a link in Markdown
    times = list(_TIME.finditer(line))
    if not times:
        return
    first, last = times[0], times[-1]
    if _BEFORE.fullmatch(line[: first.start()]):
        time, title = first, line[first.end() :]
    elif not line[last.end() :].strip(_AROUND + ".,;"):
        time, title = last, line[: last.start()]
    else:
        yield mark("its time is neither first nor last")
        return
    title = title.strip(_AROUND)
    hours, minutes, seconds = int(time[1] or 0), int(time[2]), int(time[3])
    if seconds > 59 or (time[1] and minutes > 59):
        yield mark("its time is not one")
    elif not title:
        yield mark("it has no title")
    elif len(title) > 120:
        yield mark("its title is too long")
    else:
        yield hours * 3600 + minutes * 60 + seconds, title


def _clock(seconds: int) -> str:
    """As the hub writes it: `4:05`, `1:02:03`."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
