"""What files beside documents say, as somebody would read it who looks for names and numbers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.captions import MOST_BYTES, decoded, read_webvtt, spoken
from generator.content.check.office_texts import SUFFIXES, texts_of_office
from generator.content.check.pdf_texts import texts_of_pdf
from generator.images import words_in

_READABLE = frozenset({".csv", ".svg", ".txt", ".vtt"})
"""Files that go to the site as they are and that a program can read as text."""


def texts_of(file: Path) -> Iterator[str]:
    """Texts in which anything that is said stands whole. OSError when the file cannot be read."""
    suffix = file.suffix.lower()
    if suffix in SUFFIXES or suffix == ".pdf":
        yield from (texts_of_pdf if suffix == ".pdf" else texts_of_office)(file.read_bytes())
        return
    if suffix in _READABLE:
        content = file.read_bytes()
        yield decoded(content)[0]
        if suffix == ".vtt" and len(content) <= MOST_BYTES:
            yield from _said(content)
    yield from words_in(file)


def _said(content: bytes) -> Iterator[str]:
    """All that is said, without what stands between lines and captions."""
    try:
        yield " ".join(text for _, text in spoken(read_webvtt(content).cues))
    except ValueError:
        return  # `captions-unreadable` tells it
