"""Recognises what leads to one person: mail addresses and Danish telephone numbers in texts that speak of roles."""

from __future__ import annotations

import re

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"(?<![\w.,/-])(?:(?:\+|00)45[ .-]?)?"
    r"(?:[2-9]\d(?:[ .\u00a0]\d\d){3}|[2-9]\d{3}[ \u00a0]\d{4}|[2-9]\d{7})(?![\w/-]|[.,]\d)"
)
"""Eight digits as people write them: in pairs, in fours or in one. Years stand in fours as well."""
_YEARS = re.compile(r"(?:19|20)\d\d[ \u00a0](?:19|20)\d\d")
_DAY = re.compile(r"20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")


def contact_in(text: str, allowed: str = "") -> str:
    """The first mail address or telephone number in a text, as it stands there; `allowed` is a shared address."""
    for pattern in (_MAIL, _PHONE):
        for found in pattern.finditer(text):
            is_other = (
                found[0].casefold() == allowed.casefold() or _YEARS.fullmatch(found[0]) or _DAY.fullmatch(found[0])
            )
            if not is_other:
                return found[0]
    return ""
