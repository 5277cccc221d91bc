"""Names that files may have wherever the site is kept: on any system, and in an address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³")}
"""What Windows takes for a device, whatever ending stands after it."""
LONGEST = 200
"""Bytes that any system lets a name have, with room for what is put behind it."""

_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|^[. ]|[. ]$')
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ß": "ss"})


def is_reserved(name: str) -> bool:
    """Whether Windows keeps it for itself: `con`, `aux.txt`, `nul.tar.gz`."""
    return name.partition(".")[0].rstrip().casefold() in RESERVED


def is_fit(name: str) -> bool:
    """Whether a file or folder may be called that, with its ending. Reserved names are told apart."""
    return bool(name) and len(name.encode()) <= LONGEST and not _UNFIT.search(name)


def id_like(stem: str) -> str:
    """The id that a person most likely means by that name."""
    spelled = unicodedata.normalize("NFC", stem).lower().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    wanted = re.sub(r"[^a-z0-9]+", "-", plain)[:80].strip("-") or "name"
    return f"{wanted}-1" if wanted in RESERVED else wanted


def fit_name(name: str) -> str:
    """What a file may be called in place of `name`, with its own ending."""
    stem, dot, ending = name.rpartition(".")
    return f"{id_like(stem)}.{ending.strip().lower()}" if dot and stem else id_like(name)


def folded(name: str) -> str:
    """What is the same for names that some systems cannot tell apart: by case, or by how letters are composed."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def alike(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each name with an earlier one that some systems take for the same."""
    first: dict[str, str] = {}
    for name in names:
        other = first.setdefault(folded(name), name)
        if other != name:
            yield name, other
