"""Looks at styles in drawings and captions: they may point into the same file, and fetch nothing."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_FETCHING = re.compile(r"(?:url|src|image|image-set|-webkit-image-set|cross-fade|element|attr)\s*\(", re.IGNORECASE)
_OWN = re.compile(r"url\(\s*(['\"]?)#[\w.:-]+\1\s*\)")
_AT_RULE = re.compile(r"@(?!media\b)[^\s;{]*", re.IGNORECASE)


def fetches(said: str, *, is_sheet: bool = False) -> str:
    """The part of a style sheet, or of one value, that could fetch something; "" when there is none."""
    plain = _COMMENT.sub(" ", said)
    if is_sheet and (found := _AT_RULE.search(plain)):
        return found[0]
    if "\\" in plain and (is_sheet or "(" in plain):  # an escape can hide any name
        return plain[max(0, plain.find("\\") - 10) :][:30]
    found = _FETCHING.search(_OWN.sub("", plain))
    return found[0] if found else ""
