"""What files beside documents say, as somebody would read it who looks for names and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.captions import MOST_BYTES, decoded, read_webvtt, spoken
from generator.content.check.office_texts import PACKAGES, SUFFIXES, parts_of, texts_of_office, without_tags
from generator.content.check.pdf_texts import texts_of_pdf
from generator.images import words_in

_PLAIN = frozenset({".csv", ".svg", ".txt", ".vtt", ".srt", ".ics", ".py", ".ino", ".md", ".yml"})
"""Files that a program can read as text."""
_MARKED = frozenset({".xml", ".html", ".xhtml", ".htm", ".opf", ".ncx"})
_ESCAPED = frozenset({".ipynb", ".json"})
_PLAYED = frozenset({".mp3", ".m4a", ".ogg", ".wav", ".mp4", ".webm", ".mov"})
_TOLD = 300_000
"""Bytes at either end of a sound or a film, where it says what it is called and who made it."""
_WORDS = re.compile(rb"(?:[\x20-\x7e]\0){8,}|[\x20-\x7e]{8,}")
_UNICODE = re.compile(r"\\u([0-9a-fA-F]{4})")
_RTF_SIGN = re.compile(r"\\'([0-9a-fA-F]{2})|\\u(-?\d{1,5}) ?\??")
_RTF_WORD = re.compile(r"\\(?:par|line|cell|row|tab)\b ?|\\[a-z]+-?\d* ?|[{}\r\n]")
_DEEPEST = 3
"""Packages within packages: a document in an archive, and a picture's words in that."""


def texts_of(file: Path) -> Iterator[str]:
    """Texts in which anything that is said stands whole. OSError when the file cannot be read."""
    suffix = file.suffix.lower()
    if suffix in _PLAYED:
        yield from _told(file)
    elif suffix in (*_PLAIN, *_ESCAPED, *SUFFIXES, *PACKAGES, ".pdf", ".rtf"):
        yield from _texts_in(suffix, file.read_bytes(), _DEEPEST)
    if suffix not in SUFFIXES:
        yield from words_in(file)


def _texts_in(suffix: str, content: bytes, deepest: int) -> Iterator[str]:
    if suffix == ".pdf":
        yield from texts_of_pdf(content)
    elif suffix in SUFFIXES:
        yield from texts_of_office(content)
    elif suffix in PACKAGES and deepest:
        for name, part in parts_of(content):
            yield from _texts_in(PurePosixPath(name).suffix.lower(), part, deepest - 1)
    elif suffix == ".rtf":
        yield _without_rtf(content.decode("cp1252", "replace"))
    elif suffix in _MARKED:
        yield without_tags(content.decode("utf-8", "replace"))
    elif suffix in _ESCAPED:
        text = _UNICODE.sub(lambda found: chr(int(found[1], 16)), content.decode("utf-8", "replace"))
        yield text.replace("\\n", "\n").replace("\\t", "\t")
    elif suffix in _PLAIN:
        yield decoded(content)[0]
        if suffix == ".vtt" and len(content) <= MOST_BYTES:
            yield from _said(content)


def _said(content: bytes) -> Iterator[str]:
    """All that is said, without what stands between lines and captions."""
    try:
        yield " ".join(text for _, text in spoken(read_webvtt(content).cues))
    except ValueError:
        return  # `captions-unreadable` tells it


def _told(file: Path) -> Iterator[str]:
    """What a sound or a film tells of itself: nobody hears it, and every player shows it."""
    size = file.stat().st_size
    with file.open("rb") as played:
        ends = [played.read(_TOLD)]
        if size > _TOLD:
            played.seek(max(_TOLD, size - _TOLD))
            ends.append(played.read(_TOLD))
    for end in ends:
        yield "\n\n".join(found[0].replace(b"\0", b"").decode("ascii") for found in _WORDS.finditer(end))


def _without_rtf(text: str) -> str:
    signs = _RTF_SIGN.sub(_rtf_sign, text.replace("\\_", "-").replace("\\~", " "))
    return _RTF_WORD.sub(lambda found: "\n" if found[0].startswith(("\\par", "\\line", "\\tab")) else "", signs)


def _rtf_sign(found: re.Match[str]) -> str:
    if found[1]:
        return bytes.fromhex(found[1]).decode("cp1252", "replace")
    return chr(int(found[2]) & 0xFFFF) if not 0xD800 <= int(found[2]) & 0xFFFF < 0xE000 else " "
