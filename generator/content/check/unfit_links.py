"""What is wrong with a link that leads nowhere, and what it was most likely meant for."""

from __future__ import annotations

import re
from collections.abc import Collection

from generator.model.catalog import Finding, nearest
from generator.model.format_suggestions import address_meant
from generator.model.markdown_page import NAME
from generator.model.walk import Path as KeyPath

_WORD_AND_ID = re.compile(r"[^\W\d_]+:[^/\s]+")
"""What looks like a kind and an id."""
_OTHER_SCHEMES = re.compile(r"(?:javascript|vbscript|data|file|tel|sms|callto|facetime|ftp|blob):", re.IGNORECASE)
_TELEPHONE = re.compile(r"(?:tel|sms|callto|facetime):", re.IGNORECASE)
_OWN_FILE = re.compile(r"file:|[a-z]:(?:[\\/]|%5c)|\\\\", re.IGNORECASE)
"""A file of one's own machine, of a drive with a letter, or of a server in the house."""


def unfit_link(path: KeyPath, target: str, kinds: Collection[str]) -> Finding:
    if not target:
        return Finding("link-empty", path)
    is_other = _TELEPHONE.match(target) or _OWN_FILE.match(target) or address_meant(target) != "–"
    if _WORD_AND_ID.fullmatch(target) and not _OTHER_SCHEMES.match(target) and not is_other:
        return unformed(path, target, kinds)
    return unusable(path, target) if ":" in target or is_other else Finding("link-relative", path, {"url": target[:80]})


def unusable(path: KeyPath, target: str) -> Finding:
    """What is wrong with an address that is none of the web."""
    if _TELEPHONE.match(target):
        return Finding("link-telephone", path, {"url": target[:80]})
    if _OWN_FILE.match(target):
        return Finding("link-file", path, {"url": target[:80]})
    return Finding("link-scheme", path, {"url": target[:80], "nearest": address_meant(target)[:80]})


def unformed(path: KeyPath, text: str, kinds: Collection[str]) -> Finding:
    """A text that names no kind, or one in the plural, with a capital or as something like it."""
    word, _, rest = text.partition(":")
    kind = nearest(word.strip().lower(), [*kinds, NAME], likeness=0.72) if rest else "–"
    meant = "–" if kind == "–" else f"{kind}:{rest.strip()}"[:80]
    return Finding("ref-form", path, {"value": text[:80], "kinds": ", ".join(kinds), "nearest": meant})
