"""What must hold for the captions of a video."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.captions import MOST_BYTES, Cue, Read, Unread, is_rolling, other_tongue, read_webvtt, spoken
from generator.i18n.language import is_language
from generator.images import heavy
from generator.kinds.video.captions import Line, clock, lines_of
from generator.kinds.video.model import Captions
from generator.kinds.video.summary import VideoItem
from generator.model.catalog import Beside, Finding
from generator.model.context import DocumentContext
from generator.model.format_suggestions import language_meant
from generator.model.old_button_names import old_names
from generator.model.vocabulary import FunctionEntry
from generator.problems.invisible_signs import INVISIBLE

Place = tuple[str | int, ...]

_READ = 20
"""Signs a second that most people can still read under a moving picture."""
_TOLD = 50
"""Lines of one file that are told by themselves."""
_UNREAD = {
    "time": "captions-time", "order": "captions-time", "text": "captions-text", "markup": "captions-markup",
    "style": "captions-style", "limit": "captions-limit",
}  # fmt: skip


def caption_rules(item: VideoItem, context: DocumentContext, number: int, captions: Captions) -> Iterator[Finding]:
    """`number` is the place of these captions among the video's, from 0."""
    place, file = ("captions", number), captions.file
    try:
        size = (context.folders[item.kind] / file).stat().st_size
        content = context.read(item, file) if size <= MOST_BYTES else b""
    except OSError:
        return  # a missing file has its own problem
    if size > MOST_BYTES:
        yield Finding("file-heavy", (*place, "file"), heavy(file, size, MOST_BYTES))
        return
    try:
        read = read_webvtt(content)
    except ValueError:
        yield Finding("captions-unreadable", (*place, "file"), {"file": file, "id": item.id, "path": _path(item, file)})
        return
    lines = lines_of(read)
    yield from (_unread(one, place, file) for one in read.unread[:_TOLD])
    yield from _signs(content.decode("utf-8-sig"), place, file)
    yield from _language(captions, read, lines, place)
    yield from _labels(item, context, lines, (*place, "file"), file)
    yield from _times(item, read, lines, (*place, "file"), file)
    yield from _length(item, lines, (*place, "file"), file)


def _unread(one: Unread, place: Place, file: str) -> Finding:
    values = {"file": file, "text": one.text if len(one.text) <= 40 else f"{one.text[:39]}…"}
    return Finding(
        _UNREAD[one.why],
        (*place, "file"),
        values,
        beside=Beside(file, one.line, one.column, len(one.text.partition("\n")[0])),
    )


def _signs(text: str, place: Place, file: str) -> Iterator[Finding]:
    """The first of the signs that nobody sees: they turn words around or hide them."""
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        if found := INVISIBLE.search(line):
            beside = Beside(file, number, found.start() + 1, 1)
            yield Finding("captions-sign", (*place, "file"), {"character": f"U+{ord(found[0]):04X}"}, beside=beside)
            return


def _language(captions: Captions, read: Read, lines: Sequence[Line], place: Place) -> Iterator[Finding]:
    """The code is a language's, and the file's name, head and words say the same one."""
    file, language = captions.file, captions.language
    if not is_language(language):
        yield Finding("captions-code", (*place, "language"), {"value": language, "nearest": language_meant(language)})
        return
    named = file.rpartition(".")[0].rpartition(".")[2]
    said = read.language if is_language(read.language) else named if is_language(named) else ""
    found = said if said[:2] != language[:2] else ""
    found = found or other_tongue(" ".join(line.text for line in lines), language)
    if found:
        yield Finding("captions-language", (*place, "language"), {"file": file, "language": language, "found": found})


def _labels(
    item: VideoItem, context: DocumentContext, lines: Sequence[Line], place: Place, file: str
) -> Iterator[Finding]:
    functions = context.entries(FunctionEntry)
    for line in lines:
        for found in old_names(line.text, functions, item.model.functions):
            values = {"file": file, "at": clock(int(line.start)), "old": found.old, "new": found.new}
            yield Finding("label-caption", place, values)


def _times(item: VideoItem, read: Read, lines: Sequence[Line], place: Place, file: str) -> Iterator[Finding]:
    if is_rolling(read.cues):
        yield Finding("captions-rolling", place, {"file": file, "id": item.id, "path": _path(item, file)})
    empty = next((cue for cue, text in spoken(read.cues) if not text), None)
    if empty and not is_rolling(read.cues):
        yield Finding("captions-empty", place, {"file": file, "at": _at(empty)}, beside=_time(file, empty))
    for earlier, later in pairwise(read.cues):
        if later.start < earlier.start:
            values = {"file": file, "at": _at(later)}
            yield Finding("captions-order", place, values, beside=_time(file, later))
            break
    if overlap := _overlap(read.cues):
        yield Finding("captions-overlap", place, {"file": file, "at": _at(overlap)})
    hurried = next((line for line in lines if len(line.text) > _READ * (line.end - line.start)), None)
    if hurried:
        yield Finding("captions-speed", place, {"file": file, "at": clock(int(hurried.start))})


def _overlap(cues: Sequence[Cue]) -> Cue | None:
    """The first caption that is shown over another for no reason: neither speakers nor places tell them apart."""
    for earlier, later in pairwise(cues):
        if earlier.start <= later.start < earlier.end and not _stand_apart(earlier, later):
            return later
    return None


def _stand_apart(earlier: Cue, later: Cue) -> bool:
    are_speakers = any(cue.text.lstrip().startswith(("<v", "-", "–", "—")) for cue in (earlier, later))
    return are_speakers or earlier.settings != later.settings or earlier.start == later.start


def _length(item: VideoItem, lines: Sequence[Line], place: Place, file: str) -> Iterator[Finding]:
    end = max((line.end for line in lines), default=0.0)
    if end < 0.9 * item.model.duration:
        yield Finding("captions-coverage", place, {"file": file, "end": clock(int(end))})
    if end > item.model.duration + 1:
        yield Finding("captions-beyond-end", place, {"file": file, "end": clock(int(end))})


def _path(item: VideoItem, file: str) -> str:
    """Seen from the hub's root, where commands are run."""
    return f"{item.path.rpartition('/')[0]}/{file}"


def _time(file: str, cue: Cue) -> Beside:
    return Beside(file, cue.line, 1, len("00:00:00.000 --> 00:00:00.000"))


def _at(cue: Cue) -> str:
    return clock(cue.start // 1000)
