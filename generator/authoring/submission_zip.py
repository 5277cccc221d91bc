"""Opens what a form saves when it has pictures: a ZIP file of the form and the files that it names.

Names in it are only ever compared with what the form says: nothing is unpacked under a name that somebody else chose.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.content.files import MOST_BYTES as MOST_OF_FORM
from generator.problems.content_rules import RULES
from generator.problems.problem import Problem, Span

MOST_BYTES = 60_000_000
"""Of the ZIP file, and of all that is in it once it is unpacked."""
_MOST_FILES = 200
_FORMS = (".yml", ".yaml")
_NAMED = re.compile(r"\bfile: \"?((?:pictures|files)/[a-z0-9-]+\.[a-z0-9]{1,5})\b")
"""Files as the forms of the site name them."""
_START = b"PK\x03\x04"
_OFFICE = "[Content_Types].xml"
_BY_SYSTEMS = ("__MACOSX", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Opened:
    """What is in a ZIP file."""

    form: bytes
    files: Mapping[str, bytes]
    """By their paths as the form names them."""


def is_archive(file: Path) -> bool:
    """Whether it is a ZIP file and no document of an office, whatever it is called."""
    try:
        with file.open("rb") as source:
            if source.read(len(_START)) != _START:
                return False
        with zipfile.ZipFile(file) as archive:
            return _OFFICE not in archive.NameToInfo
    except zipfile.BadZipFile:
        return True
    except OSError:
        return False  # whoever reads it says why


def opened(file: Path, name: str) -> Opened | Problem:
    """All that is in it, or why that cannot be had; `name` is the file as problems name it."""
    too_large = Problem(RULES["take-size"], Span(name), {"limit": f"{MOST_BYTES}"})
    damaged = Problem(RULES["take-archive"], Span(name))
    try:
        if file.stat().st_size > MOST_BYTES:
            return too_large
        with zipfile.ZipFile(file) as archive:
            parts = [one for one in archive.infolist() if not _is_of_systems(one)]
            if len(parts) > _MOST_FILES:
                return too_large
            read = _read(archive, parts)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, RuntimeError, ValueError):
        return damaged
    if read is None:
        return too_large
    return _sorted_out(read) or damaged


def lying_beside(file: Path, form: str) -> dict[str, bytes]:
    """The files that a form names and that lie beside it: some browsers unpack what they save."""
    found: dict[str, bytes] = {}
    left = MOST_BYTES
    for name in dict.fromkeys(_NAMED.findall(form)):
        there = file.parent / name
        if not there.is_file() or there.is_symlink() or there.parent.is_symlink():
            continue
        left -= there.stat().st_size
        if left >= 0 and len(found) < _MOST_FILES:
            found[name] = there.read_bytes()
    return found


def _is_of_systems(part: zipfile.ZipInfo) -> bool:
    steps = PurePosixPath(part.filename.replace("\\", "/")).parts
    return part.is_dir() or any(step in _BY_SYSTEMS or (step.startswith(".") and step != "..") for step in steps)


def _read(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> dict[str, bytes] | None:
    """The files by their names; None when they are too many bytes, whatever the archive says of them."""
    found: dict[str, bytes] = {}
    left = MOST_BYTES
    for part in parts:
        with archive.open(part) as source:
            content = source.read(left + 1)
        left -= len(content)
        if left < 0:
            return None
        found[part.filename.replace("\\", "/")] = content
    return found


def _sorted_out(read: Mapping[str, bytes]) -> Opened | None:
    """The form, and all else by its path from there: a system may have put a folder around both. None without a form,
    and with more than one.
    """
    forms = [name for name in read if name.lower().endswith(_FORMS)]
    if len(forms) != 1 or len(read[forms[0]]) > MOST_OF_FORM:
        return None
    folder = forms[0].rpartition("/")[0]
    start = f"{folder}/" if folder else ""
    return Opened(read[forms[0]], {name.removeprefix(start): one for name, one in read.items() if name != forms[0]})
