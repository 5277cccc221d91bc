"""Takes in the captions that other programs made, as clean WebVTT; what cannot be read is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.captions import (
    MOST_BYTES,
    Cue,
    Read,
    UnknownFormError,
    is_rolling,
    other_tongue,
    read_foreign,
    spoken,
    unrolled,
    written,
)
from generator.i18n.language import is_language, mark
from generator.model.catalog import nearest
from generator.problems.problem import HubError

_CODE = re.compile(r"[a-z]{2}(-[A-Z]{2})?")
_TOLD = 20
"""Lines that are told when they cannot be read."""

Note = tuple[str, Mapping[str, str]]
"""An English message id and its values."""


@dataclass(frozen=True, slots=True)
class Captions:
    """Captions as the hub keeps them."""

    text: str
    """WebVTT, with LF."""
    count: int
    language: str
    notes: tuple[Note, ...]
    """What was mended or left out."""


def captions(file: Path, *, said: str | None, otherwise: str) -> Captions:
    """Reads SubRip, WebVTT, SBV or TTML in any encoding, in the language that is `said`, or the file says, or else.

    HubError when it is none of them, or when a line of it cannot be read.
    """
    if file.stat().st_size > MOST_BYTES:
        raise HubError("{file} is larger than captions are.", _GIVE, file=file.name)
    read, form, encoding = _read(file.read_bytes())
    _refuse_unread(read)
    shown = [cue for cue in read.cues if cue.text]
    if not shown:
        raise HubError("There are no captions in the file.", _GIVE)
    notes = [*_notes(read, form, encoding)]
    ordered = sorted(shown, key=lambda cue: cue.start)
    if ordered != shown:
        notes.append((mark("Captions out of order were put in order."), {}))
    if is_rolling(ordered):
        notes.append((mark("Every line came two or three times, and is there once now."), {}))
        ordered = list(unrolled(ordered))
    language, told = _language(read, ordered, file, said, otherwise)
    cues = [replace(cue, line=0) for cue in ordered]
    return Captions(written(cues), len(cues), language, (*notes, *told))


_GIVE = mark("Give a file in WebVTT (.vtt), SubRip (.srt), SBV or TTML.")


def _read(content: bytes) -> tuple[Read, str, str]:
    try:
        return read_foreign(content)
    except UnknownFormError as error:
        raise HubError("The captions are in {form}, which is not read.", _GIVE, form=error) from error
    except ValueError as error:
        raise HubError("The file is XML, and not TTML.", _GIVE) from error


def _refuse_unread(read: Read) -> None:
    """HubError that names every line of which nothing would be left: half of the captions are no captions."""
    if read.kind.lower() in ("chapters", "descriptions", "metadata"):
        raise HubError("The file holds {kind}, not captions.", _GIVE, kind=read.kind.lower())
    if read.cues and read.unread:
        lines = [f"{one.line:>6} | {one.text[:70]}" for one in read.unread[:_TOLD]]
        more = ["       …"] if len(read.unread) > _TOLD else []
        raise HubError(
            "These lines cannot be read, and nothing was written:\n{lines}",
            "A time is written 00:01:04,500 --> 00:01:07,000, with the later one last. Correct them and try again.",
            lines="\n".join((*lines, *more)),
        )


def _notes(read: Read, form: str, encoding: str) -> Iterator[Note]:
    if encoding == "cp1252":
        yield mark("It was not UTF-8 and was read as Windows-1252; check that æ, ø and å are right."), {}
    if form != "WebVTT":
        yield mark("It was {form}, and is now WebVTT."), {"form": form}
    if read.left_out:
        yield mark("Left out, since they are no captions: {what}."), {"what": ", ".join(read.left_out)}
    if empty := sum(not cue.text for cue in read.cues):
        yield mark("Captions that say nothing were left out: {count}."), {"count": str(empty)}


def _language(
    read: Read, cues: list[Cue], file: Path, said: str | None, otherwise: str
) -> tuple[str, tuple[Note, ...]]:
    """The language, and what is to be said of it. HubError when it is another than anybody has said."""
    named = file.stem.rpartition(".")[2]
    own = next((code for code in (read.language, named) if _CODE.fullmatch(code) and is_language(code)), "")
    language = said or own or otherwise
    if not _CODE.fullmatch(language) or not is_language(language):
        raise HubError(
            "“{language}” is not the code of a language.",
            "Danish is da, English en, German de; see ISO 639-1.", language=language,
        )  # fmt: skip
    text = " ".join(words for _, words in spoken(cues))
    found = own if own and own[:2] != language[:2] else other_tongue(text, language)
    if found and not said:
        raise HubError(
            "The captions seem to be in “{found}”, and not in “{language}”.",
            "Say which with --in, for instance --in {found}.",
            found=found, language=language,
        )  # fmt: skip
    mismatch = mark("The captions seem to be in “{found}”, and not in “{language}”.")
    return language, ((mismatch, {"found": found, "language": language}),) if found else ()


def video_of(videos: Path, named: str) -> str:
    """The id of a video, given that or the name of its file. HubError when there is none."""
    id_ = named.removesuffix(".yml")
    known = [file.stem for file in sorted(videos.glob("*.yml"))]
    if id_ not in known:
        raise HubError(
            "There is no video called “{id}”.", "Did you mean “{nearest}”? “hub new video {id}” makes a new one.",
            id=id_, nearest=nearest(id_, known),
        )  # fmt: skip
    return id_
