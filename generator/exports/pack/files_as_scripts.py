"""Files that scripts fetch, as scripts: a browser loads those from a disk, and nothing else."""

from __future__ import annotations

import json
from base64 import b64encode
from gzip import compress

FOLDER = "assets/held/"
_FETCHED = (".html", ".json", ".bin", ".txt", ".png", ".jpg", ".jpeg")
_GZIP = b"\x1f\x8b"


def is_held(path: str) -> bool:
    """Whether some script may ask for it: pages, data, mails, and pictures for Word."""
    return (path.endswith(_FETCHED) and not path.startswith("assets/")) or path.startswith("assets/strings/")


def script_of(path: str, content: bytes) -> bytes:
    """The file at `path` as a script, compressed unless it is already."""
    packed = content if content.startswith(_GZIP) else compress(content, 6, mtime=0)
    # The index is unpacked by its own reader, everything else on the way.
    is_packed = packed is not content
    return f'hubPack.hold({json.dumps(path)}, {json.dumps(is_packed)}, "{b64encode(packed).decode()}");\n'.encode()
