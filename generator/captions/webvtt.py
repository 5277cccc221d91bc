"""Reads WebVTT as browsers do (W3C WebVTT, 6.1), telling what they would not show; and writes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.captions import markup
from generator.captions.cues import MOST_CUES, Cue, Read, Unread
from generator.captions.timestamps import as_webvtt, is_meant, milliseconds
from generator.images.css_safety import fetches
from generator.problems.invisible_signs import INVISIBLE

_TIME = r"(\d+:[0-5]\d:[0-5]\d\.\d{3}|[0-5]\d:[0-5]\d\.\d{3})"
_TIMES = re.compile(rf"[ \t\f]*{_TIME}[ \t\f]*-->[ \t\f]*{_TIME}(.*)")
_COMMENT = re.compile(r"NOTE(?:[ \t].*)?")
_SHEET = re.compile(r"(STYLE|REGION)[ \t\f]*")
_ABOUT = re.compile(r"\s*(kind|language)\s*[:=]\s*(\S+)", re.IGNORECASE)
_SETTING = re.compile(r"(?:line|position|size|align|vertical):[\w%.,+-]+")


def read_webvtt(content: bytes) -> Read:
    """What browsers show of a file. ValueError when it is not WebVTT in UTF-8."""
    text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    if not re.match(r"WEBVTT(?:[ \t\n]|\Z)", text):
        raise ValueError("not WebVTT")
    lines = text.split("\n")
    about, at = header(lines)
    cues: list[Cue] = []
    unread: list[Unread] = []
    for start, end in _blocks(lines, at):
        for found in _block(lines, start, end):
            if isinstance(found, Unread):
                unread.append(found)
            elif len(cues) < MOST_CUES:
                cues.append(found)
            else:
                unread.append(Unread(found.line, "limit", str(MOST_CUES)))
                return Read(tuple(cues), tuple(unread), about.get("language", ""), about.get("kind", ""))
    return Read(tuple(cues), tuple(unread), about.get("language", ""), about.get("kind", ""))


def header(lines: list[str]) -> tuple[dict[str, str], int]:
    """What the head says of the file, and the line where the rest begins."""
    about: dict[str, str] = {}
    for at, line in enumerate(lines[1:], 1):
        if not line or "-->" in line:
            return about, at
        if found := _ABOUT.match(line):
            about[found[1].lower()] = found[2]
    return about, len(lines)


def kept_settings(text: str) -> str:
    """Those of a cue's settings that place it."""
    return " ".join(_SETTING.findall(text))


def spoken(cues: Iterable[Cue]) -> Iterator[tuple[Cue, str]]:
    """Each caption and its words on one line, with the speaker's name where it changes."""
    speaker = ""
    for cue in cues:
        text, speaker = markup.said(cue.text, speaker)
        yield cue, text


def written(cues: Iterable[Cue]) -> str:
    """A file of WebVTT, with LF and without signs that nobody sees."""
    blocks = (
        f"{as_webvtt(cue.start)} --> {as_webvtt(cue.end)}{cue.settings and ' '}{cue.settings}\n{cue.text}\n"
        for cue in cues
    )
    return INVISIBLE.sub("", "\n".join(("WEBVTT\n", *blocks)))


def _blocks(lines: list[str], at: int) -> Iterator[tuple[int, int]]:
    """Where each block begins and ends: at an empty line, or where another time follows."""
    while at < len(lines):
        if not lines[at]:
            at += 1
            continue
        start, has_time = at, "-->" in lines[at]
        at += 1
        while at < len(lines) and lines[at]:
            if "-->" in lines[at]:
                if at > start + 1 or has_time:
                    break
                has_time = True
            at += 1
        yield start, at


def _block(lines: list[str], start: int, end: int) -> Iterator[Cue | Unread]:
    timed = next((at for at in range(start, min(start + 2, end)) if "-->" in lines[at]), None)
    if timed is None:
        yield from _untimed(lines, start, end)
        return
    times = _TIMES.fullmatch(lines[timed])
    if times is None:
        if not _COMMENT.fullmatch(lines[start]):
            yield Unread(timed + 1, "time", lines[timed])
        return
    cue = Cue(
        milliseconds(times[1]), milliseconds(times[2]), "\n".join(lines[timed + 1 : end]), times[3].strip(), timed + 1
    )
    if cue.end <= cue.start:
        yield Unread(timed + 1, "order", lines[timed])
    for place, hidden in markup.swallowed(cue.text):
        above = cue.text.count("\n", 0, place)
        column = place - cue.text.rfind("\n", 0, place)
        yield Unread(timed + 2 + above, "markup", hidden, column)
    for at in range(timed + 1, end):
        if is_meant(lines[at]):
            yield Unread(at + 1, "time", lines[at])
    yield cue


def _untimed(lines: list[str], start: int, end: int) -> Iterator[Unread]:
    if _COMMENT.fullmatch(lines[start]) or not "".join(lines[start:end]).strip():
        return
    if found := _SHEET.fullmatch(lines[start]):
        if found[1] == "STYLE" and fetches("\n".join(lines[start + 1 : end]), is_sheet=True):
            yield Unread(start + 1, "style", lines[start])
        return
    timed = next((at for at in range(start, end) if is_meant(lines[at])), None)
    yield Unread(start + 1, "text", lines[start]) if timed is None else Unread(timed + 1, "time", lines[timed])
