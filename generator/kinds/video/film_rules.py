"""What must hold for a film that lies beside its video: that browsers play it, and that it is as long as is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from generator.films import look_at
from generator.kinds.video.captions import clock
from generator.kinds.video.summary import VideoItem
from generator.model.catalog import Finding
from generator.model.context import DocumentContext

_FORMS = {".mp4": ("MP4", "QuickTime"), ".webm": ("WebM",)}
_OFF = 2
"""Seconds that a film may be longer or shorter than is said: people read them off a player."""


def film_rules(item: VideoItem, context: DocumentContext) -> Iterator[Finding]:
    video = item.model
    file = video.source.file
    forms = _FORMS.get(PurePath(file).suffix.lower(), ()) if file else ()
    path = context.folders[item.kind] / (file or "")
    if not file or not forms or not path.is_file():
        return  # a missing file has its own problem
    place = ("source", "file")
    try:
        film = look_at(path)
    except ValueError:
        yield Finding("film-unreadable", place, {"file": file, "form": forms[0]})
        return
    if film.form not in forms:
        yield Finding("film-unreadable", place, {"file": file, "form": forms[0]})
    if film.unplayed:
        yield Finding("film-codec", place, {"file": file, "codecs": ", ".join(film.unplayed)})
    if film.tracks:
        yield Finding("film-track", place, {"file": file})
    elif film.has_place:
        yield Finding("film-location", place, {"file": file})
    if film.seconds is not None and abs(film.seconds - video.duration) > _OFF:
        yield Finding("film-length", ("duration",), {"file": file, "length": clock(round(film.seconds))})
