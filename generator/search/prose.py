"""Text as it stands in HTML: its entities, its attributes, its spaces, and how a sentence ends."""

from __future__ import annotations

import re
import unicodedata
from html.entities import html5

_ATTRIBUTE = re.compile(r"([^\s=/\"'>]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_ENTITY = re.compile(r"&([^;]*);")
"""For Pagefind, from a bare ampersand to the next semicolon, it is one that it does not know."""
_NUMBER = re.compile(r"#(\d+)|#[xX]([0-9a-fA-F]+)")
_SPACES = re.compile(r"\s{2,}|[\n\r]")


class _Ends(dict[str, bool]):
    """Whether a full stop is missing after this character."""

    def __missing__(self, last: str) -> bool:
        kind = unicodedata.category(last)
        self[last] = found = kind[0] in "LM" or kind in ("Nd", "Nl", "Pc") or last in "'\")$*\u200c\u200d"
        return found


ENDS = _Ends()


def resolved(text: str) -> str:
    """Text with its entities resolved; those without a semicolon are none."""
    return _ENTITY.sub(_resolved, text) if "&" in text else text


def _resolved(entity: re.Match[str]) -> str:
    known = html5.get(f"{entity[1]};")
    if known is not None:
        return known
    number = _NUMBER.fullmatch(entity[1])
    code = -1 if not number else int(number[1]) if number[1] else int(number[2], 16)
    return chr(code) if 0 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else entity[0]


def tidy(text: str) -> str:
    """Text as one line."""
    return _SPACES.sub(" ", resolved(text).strip())


def attributes_of(text: str) -> dict[str, str]:
    return {name.lower(): double or single or bare for name, double, single, bare in reversed(_ATTRIBUTE.findall(text))}
