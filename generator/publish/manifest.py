"""The manifest on a target: which files this program put there, with the hash of each."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import PurePosixPath

MANIFEST, PREVIOUS = ".hub-manifest.json", ".hub-manifest.previous.json"
"""The manifest, and the one that stood there before it: if one is damaged, the other is not."""
PENDING = ""
"""The hash of a file that is about to be put there: whether it is, and whole, is not known."""

_HASH = re.compile(r"[0-9a-f]{64}|")


def encode(known: Mapping[str, str]) -> bytes:
    return json.dumps({"files": known}, sort_keys=True, indent=0).encode()


class ForeignError(Exception):
    """A manifest names what this program cannot have put on a target."""


def decode(content: bytes) -> dict[str, str] | None:
    """Hashes by path; None when it is damaged. ForeignError when somebody else has written it."""
    try:
        read = json.loads(content)
    except (ValueError, RecursionError):
        return None
    files = read.get("files", read) if isinstance(read, dict) else None  # earlier versions wrote the files alone
    if not isinstance(files, dict):
        return None
    for path, sha256 in files.items():
        if not _is_inside(path) or not isinstance(sha256, str) or not _HASH.fullmatch(sha256):
            raise ForeignError(path)
    return files


def _is_inside(path: str) -> bool:
    """Whether a path stays inside the target, and is not the manifest's own."""
    if path in ("", ".", MANIFEST, PREVIOUS) or path != PurePosixPath(path).as_posix():
        return False
    return not re.search(r"[\\\x00-\x1f]|(^|/)\.\.(/|$)|^/|^[A-Za-z]:", path)
