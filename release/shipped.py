"""Reads templates/assets/licences.txt: what others made and the site carries."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

LICENCES = Path(__file__).parent.parent / "templates/assets/licences.txt"

_FIELD = re.compile(r"^([A-Z][a-z-]+): (.*(?:\n .*)*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Part:
    """Something that others made, alone in files of the site or among other things in them."""

    name: str
    files: tuple[str, ...]
    """Patterns of addresses, relative to the site's root."""
    copyright: str
    licence: str
    """An identifier of SPDX."""
    source: str

    def covers(self, file: str) -> bool:
        return any(fnmatchcase(file, pattern) for pattern in self.files)


def parts(text: str) -> tuple[Part, ...]:
    """All that is listed. KeyError when an entry lacks a field."""
    entries = [dict(_FIELD.findall(stanza)) for stanza in text.split("\n\n")]
    return tuple(
        Part(entry["Name"], tuple(entry["Files"].split()), entry["Copyright"], entry["License"], entry["Source"])
        for entry in entries
        if "Name" in entry
    )


def texts(text: str) -> dict[str, str]:
    """The texts of licences by their identifiers."""
    entries = [dict(_FIELD.findall(stanza)) for stanza in text.split("\n\n")]
    return {name: body for entry in entries if entry for name, body in [_text(entry)] if name}


def _text(entry: dict[str, str]) -> tuple[str, str]:
    name, _, body = entry.get("Text-of", "").partition("\n")
    return name, "\n".join("" if line == " ." else line[1:] for line in body.splitlines())
