"""Files of the content as the disk has them: what lies in a folder, what names are fit for, and what a file says."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.content.file_names import alike
from generator.content.yaml.errors import lines_of
from generator.problems import rules
from generator.problems.problem import Problem, Rule, Span

MOST_BYTES = 1_000_000
_FORMS = (
    (b"PK\x03\x04", "Word/Excel (ZIP)"), (b"\xd0\xcf\x11\xe0", "Word/Excel"), (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"), (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"), (b"RIFF", "WebP"),
    (b"\x1aE\xdf\xa3", "WebM"), (b"\x1f\x8b", "ZIP"),
)  # fmt: skip
"""How files of other programs begin."""

_LEFT_BY_SYSTEMS = re.compile(r"\.|~\$|(?:thumbs\.db|desktop\.ini|ehthumbs\.db|icon\r)$|.*~$", re.IGNORECASE)
"""Names of files that editors and systems put beside those of people: hidden ones, locks, copies."""


def entries(root: Path, folder: str) -> tuple[list[os.DirEntry[str]], list[Problem]]:
    """What lies in a folder, except links, and files that editors and systems put there."""
    try:
        with os.scandir(root / folder) as scanned:
            inside = [entry for entry in scanned if not _LEFT_BY_SYSTEMS.match(entry.name)]
    except FileNotFoundError:
        return [], []
    except OSError as error:
        return [], [about(rules.FILE_UNREADABLE, folder, reason=_reason(error))]
    links = [entry for entry in inside if entry.is_symlink()]
    problems = [about(rules.FILE_SYMLINK, f"{folder}/{entry.name}", name=entry.name) for entry in links]
    return [entry for entry in inside if entry not in links], problems


def twins(folder: str, names: Iterable[str]) -> Iterator[Problem]:
    """Names of one folder that some systems take for one name."""
    for name, other in alike(names):
        yield about(rules.FILE_TWIN, f"{folder}/{name}", name=name, other=other)


def about(rule: Rule, path: str, **values: str) -> Problem:
    """A problem of a file as a whole."""
    return Problem(rule, Span(shown(path)), {name: shown(value) for name, value in values.items()})


def shown(name: str) -> str:
    """A name that can be printed, and in which composed and decomposed letters look different."""
    return "".join(
        letter if letter.isprintable() and not unicodedata.combining(letter)
        else letter.encode("unicode_escape").decode("ascii")
        for letter in name
    )  # fmt: skip


def _reason(error: OSError) -> str:
    return type(error).__name__ if error.errno is None else os.strerror(error.errno)


def read_text(root: Path, path: str) -> tuple[bytes, str | Problem]:
    """The bytes of a file and its text, or why it has none."""
    try:
        data = _bytes(root / path)
    except OSError as error:
        return b"", about(rules.FILE_UNREADABLE, path, reason=_reason(error))
    text = text_of(data, path)
    return (b"" if isinstance(text, Problem) else data), text


def text_of(data: bytes, path: str) -> str | Problem:
    """The text that these bytes are, or why they are none."""
    if len(data) > MOST_BYTES:
        return about(rules.FILE_SIZE, path, limit=f"{MOST_BYTES}")
    if form := _form(data):
        return about(rules.TEXT_BINARY, path, form=form)
    if abs(data[::2].count(0) - data[1::2].count(0)) > len(data) * 0.3:
        return _not_utf8("", shown(path))  # UTF-16, where every other byte of plain letters is empty
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(data[: error.start].decode("utf-8-sig"), shown(path))


def _form(data: bytes) -> str:
    """What the bytes are when they are no text at all: the name of a form, or ""."""
    return next((form for start, form in _FORMS if data.startswith(start)), "MP4" if data[4:8] == b"ftyp" else "")


def _bytes(path: Path) -> bytes:
    """At most one byte more than may be read. Never waits for a pipe, never follows a link put there meanwhile."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as source:
        if not stat.S_ISREG(os.fstat(source.fileno()).st_mode):
            raise OSError(None, "not an ordinary file")
        return source.read(MOST_BYTES + 1)


def _not_utf8(before: str, file: str) -> Problem:
    lines = lines_of(before)
    column = len(lines[-1]) + 1
    return Problem(rules.TEXT_ENCODING, Span(file, len(lines), column, len(lines), column + 1))
