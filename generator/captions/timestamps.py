"""Reads times as programs and people write them, in milliseconds."""

from __future__ import annotations

import re

ARROW = re.compile(r"(?:-{1,3}\s?>|[–—−]{1,3}\s?>|={1,3}>|→|⟶|-{1,3}&gt;)")
_PART = r"\s*:\s*"
TIME = rf"\d{{1,3}}(?:{_PART}\d{{1,3}}){{1,3}}(?:\s*[.,;]\s?\d{{1,9}})?|\d{{1,6}}[.,]\d{{1,9}}"
"""Whatever looks like a time: with or without hours, fraction and leading zeros."""
_TIME = re.compile(TIME)
_IN_TIMES = frozenset("0123456789:.,; \t")
_BEGUN = re.compile(r"\d[:.,]\d")


def milliseconds(text: str) -> int:
    """`00:00:04,5`, `1:02.50`, `4.5`, `00:00:01:500`. ValueError when it is no time."""
    text = "".join(text.split())
    if not _TIME.fullmatch(text):
        raise ValueError("not a time")
    whole, _, fraction = re.sub("[,;]", ".", text).partition(".")
    parts = whole.split(":")
    if len(parts) == 4:  # some programs write thousandths behind a colon; two digits would be frames, of unknown length
        if fraction or len(parts[3]) != 3:
            raise ValueError("frames")
        fraction = parts.pop()
    *above, seconds = map(int, parts)
    if above and (seconds > 59 or any(part > 59 for part in above[1:])):
        raise ValueError("more than 59")
    total = seconds
    for place, part in enumerate(reversed(above), 1):
        total += part * 60**place
    return total * 1000 + int(f"{fraction}000"[:3])


def as_webvtt(time: int) -> str:
    """`00:01:02.500`."""
    seconds, thousandths = divmod(time, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{thousandths:03}"


def is_meant(line: str) -> bool:
    """Whether a line was meant for times: an arrow, and on one side of it what looks like one."""
    arrow = ARROW.search(line)
    if arrow is None:
        return False
    left, right = line[: arrow.start()], line[arrow.end() :]
    return (_IN_TIMES.issuperset(left) and _BEGUN.search(left) is not None) or re.match(r"\d+:\d", right) is not None
