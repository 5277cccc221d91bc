"""Takes JPEG files apart (ITU T.81, annex B): segments with a marker and a length, and what lies behind the picture.

A telephone's "MPO" is a JPEG with more pictures behind it: only the first is ours, the others tell as much of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.images.exif import only_turned
from generator.images.metadata_scan import Metadata
from generator.images.parse_result import Parts

_START, _END, _SCAN, _COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
_ALONE = {0x01, *range(0xD0, 0xD8)}
"""Markers without a length."""
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""Markers of segments that say how large the picture is."""
_APP = range(0xE0, 0xF0)
_NEXT = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""A marker behind the coded picture."""
_MOST_BEHIND = 16
"""Pictures behind the first one that are looked at."""


def taken_apart(content: bytes, said: Metadata) -> Parts:
    """Puts what is said beside the picture into `said`. ValueError when it is not whole."""
    kept, size, end = [], (0, 0), 2
    for marker, start, end in _segments(content):
        value = content[start:end]
        if marker in _FRAMES and len(value) >= 9 and size == (0, 0):
            size = int.from_bytes(value[7:9], "big"), int.from_bytes(value[5:7], "big")
        if marker in _APP or marker == _COMMENT:
            _said(marker, value[4:], said)
        kept += _shown(marker, value)
    _behind(content, end, said)
    return Parts(size, False, lambda orientation: _bare(kept, orientation))


def _bare(kept: list[bytes], orientation: int) -> bytes:
    value = b"Exif\0\0" + only_turned(orientation)
    turned = b"\xff\xe1" + (len(value) + 2).to_bytes(2, "big") + value if orientation != 1 else b""
    first = 1 if kept and kept[0].startswith(b"\xff\xe0") else 0  # JFIF comes first of all
    return b"".join((b"\xff\xd8", *kept[:first], turned, *kept[first:]))


def _shown(marker: int, value: bytes) -> list[bytes]:
    """What of a segment is needed to show the picture."""
    if marker == 0xE0 and value[4:9] == b"JFIF\0" and len(value) >= 18:
        return [b"\xff\xe0\0\x10" + value[4:16] + b"\0\0"]  # without the small picture in it
    is_colour = (marker == 0xE2 and value[4:16] == b"ICC_PROFILE\0") or (marker == 0xEE and value[4:9] == b"Adobe")
    return [] if (marker in _APP and not is_colour) or marker == _COMMENT else [value]


def _segments(content: bytes, at: int = 2) -> Iterator[tuple[int, int, int]]:
    """Marker of each segment of the first picture, and where it begins, marker included, and ends."""
    while (at := content.find(b"\xff", at)) != -1:
        while content[at + 1 : at + 2] == b"\xff":
            at += 1
        marker = content[at + 1] if at + 1 < len(content) else _END
        if marker == _END:
            yield _END, at, min(at + 2, len(content))
            return
        if marker in _ALONE or marker in (0, _START):
            at += 2
            continue
        length = int.from_bytes(content[at + 2 : at + 4], "big")
        end = at + 2 + length
        if length < 2 or end > len(content):
            raise ValueError("cut off")
        if marker == _SCAN:
            found = _NEXT.search(content, end)
            end = found.start() if found else len(content)
        yield marker, at, end
        at = end


def _said(marker: int, value: bytes, said: Metadata) -> None:
    if marker == 0xE1 and value.startswith(b"Exif\0"):
        said.exif(value)
    elif marker == 0xE1 and value.startswith(b"http://ns.adobe.com/x"):  # XMP and its continuation
        said.xmp(value.partition(b"\0")[2])
    elif marker == 0xED:
        said.photoshop(value)
    elif marker == _COMMENT:
        said.text(value)


def _behind(content: bytes, at: int, said: Metadata) -> None:
    """What the pictures behind the first one say; how they are turned is their own affair."""
    for _ in range(_MOST_BEHIND):
        at = content.find(b"\xff\xd8\xff", at)
        if at == -1:
            return
        other = Metadata()
        try:
            for marker, start, end in _segments(content, at + 2):
                if marker in _APP or marker == _COMMENT:
                    _said(marker, content[start + 4 : end], other)
                at = end
        except ValueError:
            at += 2  # what is no picture after all says nothing
        said.has_place = said.has_place or other.has_place
        said.words += other.words
