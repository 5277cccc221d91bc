"""Takes in a file of captions whatever program wrote it: which form it is in, and in which encoding."""

from __future__ import annotations

import re

from generator.captions.cues import Read
from generator.captions.lenient_cues import read_lines
from generator.captions.ttml import read_ttml

_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe\0\0": "utf-32", b"\0\0\xfe\xff": "utf-32", b"\xff\xfe": "utf-16",
          b"\xfe\xff": "utf-16"}  # fmt: skip
_OTHERS = {
    "SubStation Alpha": re.compile(r"\s*\[Script Info\]", re.IGNORECASE),
    "MicroDVD": re.compile(r"\s*\{\d+\}\{\d+\}"),
    "JSON": re.compile(r"\s*[\[{]\s*[\"{\[]"),
    "LRC": re.compile(r"\s*\[\d+:\d+[.:]\d+\]"),
    "RTF": re.compile(r"\s*\{\\rtf"),
}
"""Forms that are not read, by how they begin."""


class UnknownFormError(ValueError):
    """The form is known by name, and not read."""


def read_foreign(content: bytes) -> tuple[Read, str, str]:
    """What was read, the name of its form, and the encoding it was taken to be in.

    UnknownFormError for forms that are not read, ValueError for TTML that is none.
    """
    text, encoding = decoded(content)
    text = text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n").lstrip("\n \t\ufeff")
    if text.startswith("<"):
        return read_ttml(content), "TTML", encoding
    for name, begins in _OTHERS.items():
        if begins.match(text):
            raise UnknownFormError(name)
    form = "WebVTT" if text.startswith("WEBVTT") else "SubRip"
    if form == "SubRip" and re.match(r"(?:\d+:)+\d+\.\d+,(?:\d+:)+\d+\.\d+\s*\n", text):
        form = "SBV"
    return read_lines(text), form, encoding


def decoded(content: bytes) -> tuple[str, str]:
    """A text in whatever encoding an editor wrote, and its name: UTF-8, UTF-16 and -32, or Windows-1252."""
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return content.decode(encoding, "replace"), encoding.removesuffix("-sig")
    try:
        if b"\0" not in content:
            return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        # Every byte means something in it, so that this cannot fail: old editors in Western Europe write it.
        return content.decode("cp1252", "replace"), "cp1252"
    encoding = "utf-16-le" if content[1::2].count(0) >= content[::2].count(0) else "utf-16-be"
    return content.decode(encoding, "replace"), encoding
