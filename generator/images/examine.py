"""Looks at pictures before they are published: whether they can be read, and what they would give away or do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath

from generator.images.container import SUFFIXES, contained, form_of
from generator.images.decode_to_srgb import MOST_PIXELS, is_whole
from generator.images.svg import MOST_BYTES as MOST_OF_DRAWING
from generator.images.svg import BrokenDrawingError, DrawingError, cleaned

RASTER = frozenset(suffix for suffixes in SUFFIXES.values() for suffix in suffixes)
MOST = 20_000_000
"""Pixels of a picture that a phone still loads and shows well."""
_MOST_BYTES = 50_000_000

Broken = tuple[str, Mapping[str, str]]
"""A rule and its values."""


def examine(file: Path) -> Iterator[Broken]:
    """Each rule that a picture breaks, with the rule's values; other files break none. OSError when it is gone."""
    suffix = file.suffix.lower()
    if suffix not in RASTER and suffix != ".svg":
        return
    size, most = file.stat().st_size, _MOST_BYTES if suffix in RASTER else MOST_OF_DRAWING
    if size > most:
        yield "file-heavy", heavy(file.name, size, most)
    elif suffix in RASTER:
        yield from _examine_raster(file.name, file.read_bytes())
    else:
        yield from _examine_drawing(file.name, file.read_bytes())


def words_in(file: Path) -> tuple[str, ...]:
    """What is said in a picture's file beside the picture; nothing for other files and unreadable ones."""
    if file.suffix.lower() not in RASTER or file.stat().st_size > _MOST_BYTES:
        return ()
    try:
        return contained(file.read_bytes()).words
    except ValueError:
        return ()  # `examine` has told it


def heavy(file: str, size: int, most: int) -> Mapping[str, str]:
    """The values of `file-heavy`."""
    return {"file": file, "size": str(-(-size // 1_000_000)), "limit": str(most // 1_000_000)}


def _examine_raster(name: str, content: bytes) -> Iterator[Broken]:
    form = form_of(content)
    if form and PurePath(name).suffix.lower() not in SUFFIXES.get(form, ()):
        yield _misnamed(name, form)
        return
    try:
        picture = contained(content)
    except ValueError:
        yield "picture-unreadable", {"file": name}
        return
    width, height = picture.size
    values = {"file": name, "width": str(width), "height": str(height)}
    if width * height > MOST_PIXELS[picture.form]:
        yield "picture-limit", values
        return
    if picture.moves:
        yield "picture-moving", {"file": name}
        return
    if not is_whole(picture):
        yield "picture-unreadable", {"file": name}
        return
    if width * height > MOST:
        yield "picture-large", values
    if picture.has_place:
        yield "picture-location", {"file": name}


def _examine_drawing(name: str, content: bytes) -> Iterator[Broken]:
    try:
        cleaned(content)
    except DrawingError as error:
        yield "picture-active", {"file": name, "what": error.what, "line": str(error.line)}
    except BrokenDrawingError:
        yield "drawing-unreadable", {"file": name}


def _misnamed(name: str, form: str) -> Broken:
    if form in SUFFIXES:
        return "picture-suffix", {"file": name, "form": form, "wanted": f"{PurePath(name).stem}{SUFFIXES[form][0]}"}
    return "picture-form", {"file": name, "form": form}
