"""Reads SubRip, SBV and WebVTT as programs and people write them: nothing is lost, what cannot be read is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.captions import markup
from generator.captions.cues import MOST_CUES, Cue, Read, Unread
from generator.captions.timestamps import ARROW, TIME, is_meant, milliseconds
from generator.captions.webvtt import header, kept_settings

_TIMES = re.compile(rf"\s*({TIME})\s*{ARROW.pattern}\s*({TIME})(?:\s+(.*))?")
_SBV = re.compile(r"\s*((?:\d+:)+\d+\.\d+),((?:\d+:)+\d+\.\d+)()\s*")
_COUNT = re.compile(r"\s*#?\d{1,6}[.:]?\s*")
_OTHER = re.compile(r"(NOTE|STYLE|REGION)\b.*")


@dataclass(frozen=True, slots=True)
class _Times:
    """A line that holds a time, or was meant to."""

    at: int
    """Its place in the lines, from 0."""
    first: int
    """Where its caption begins: at a number or name before it."""
    start: int
    end: int
    settings: str
    unread: Unread | None


def read_lines(text: str) -> Read:
    """A file with LF, in any of the three forms. Where it is WebVTT, tags and entities are those of WebVTT."""
    lines = text.split("\n")
    is_webvtt = text.startswith("WEBVTT")
    about, begin = header(lines) if is_webvtt else ({}, 0)
    left_out = _without_others(lines, begin) if is_webvtt else ()
    times = list(_times(lines, begin, is_webvtt=is_webvtt))
    cues: list[Cue] = []
    unread = list(_before(lines, begin, times[0].first if times else len(lines)))
    for number, one in enumerate(times):
        if one.unread:
            unread.append(one.unread)
            continue
        if len(cues) == MOST_CUES:
            unread.append(Unread(one.at + 1, "limit", str(MOST_CUES)))
            break
        until = times[number + 1].first if number + 1 < len(times) else len(lines)
        cues.append(_cue(one, "\n".join(lines[one.at + 1 : until]).strip(), is_webvtt=is_webvtt))
        unread += _without_time(lines, one, until)
    return Read(tuple(cues), tuple(unread), about.get("language", ""), about.get("kind", ""), left_out)


def _cue(one: _Times, text: str, *, is_webvtt: bool) -> Cue:
    if is_webvtt:
        return Cue(one.start, one.end, markup.from_webvtt(text), kept_settings(one.settings), one.at + 1)
    cleaned, settings = markup.from_subrip(text)
    return Cue(one.start, one.end, cleaned, settings, one.at + 1)


def _times(lines: list[str], begin: int, *, is_webvtt: bool) -> Iterator[_Times]:
    last = begin - 1
    count = 0
    for at in range(begin, len(lines)):
        line = lines[at]
        found = _TIMES.fullmatch(line) or (None if is_webvtt else _SBV.fullmatch(line))
        if not found and not is_meant(line):
            continue
        count += 1
        start, end, unread = 0, 0, None
        try:
            if not found:
                raise ValueError("no two times")
            start, end = milliseconds(found[1]), milliseconds(found[2])
            if end <= start:
                unread = Unread(at + 1, "order", line)
        except ValueError:
            unread = Unread(at + 1, "time", line)
        settings = (found[3] or "") if found else ""
        yield _Times(at, _first(lines, last, at, count, is_webvtt=is_webvtt), start, end, settings, unread)
        last = at


def _first(lines: list[str], last: int, at: int, count: int, *, is_webvtt: bool) -> int:
    """Where the caption begins whose time stands at a line: at its number, or in WebVTT its name, before it."""
    before = at - 1
    if before - 1 > last and not lines[before].strip() and _is_number(lines[before - 1], count):
        is_alone = before - 2 <= last or not lines[before - 2].strip()  # a program that doubles every line end
        return before - 1 if is_alone else at
    if before <= last or not lines[before].strip():
        return at
    is_alone = before == last + 1 or not lines[before - 1].strip()
    is_name = is_webvtt or _COUNT.fullmatch(lines[before])
    return before if (is_alone and is_name) or _is_number(lines[before], count) else at


def _is_number(line: str, count: int) -> bool:
    """Whether it is the number of that caption, counted from 1 or 0."""
    return _COUNT.fullmatch(line) is not None and int(re.sub(r"\D", "", line)) in (count, count - 1)


def _without_time(lines: list[str], one: _Times, until: int) -> Iterator[Unread]:
    """The next number, and no time after it: a caption of its own that has lost its time."""
    if one.first == one.at or not _COUNT.fullmatch(lines[one.first]):
        return
    number = int(re.sub(r"\D", "", lines[one.first])) + 1
    for at in range(one.at + 2, until - 1):
        if (
            not lines[at - 1].strip()
            and lines[at].strip() == str(number)
            and any(map(str.strip, lines[at + 1 : until]))
        ):
            yield Unread(at + 1, "text", lines[at])
            number += 1


def _before(lines: list[str], begin: int, until: int) -> Iterator[Unread]:
    """What stands before the first time, and therefore is no caption."""
    for at in range(begin, until):
        if lines[at].strip() and not _COUNT.fullmatch(lines[at]):
            yield Unread(at + 1, "text", lines[at])
            return


def _without_others(lines: list[str], begin: int) -> tuple[str, ...]:
    """Takes comments, styles and regions out of the lines of WebVTT; which there were."""
    found: dict[str, None] = {}
    at = begin
    while at < len(lines):
        other = _OTHER.fullmatch(lines[at]) if at == begin or not lines[at - 1].strip() else None
        while other and at < len(lines) and lines[at].strip() and not _TIMES.fullmatch(lines[at]):
            found[other[1]] = None
            lines[at] = ""
            at += 1
        at += 1
    return tuple(found)
