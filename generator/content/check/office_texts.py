"""What documents of office programs say: text, comments, headers, tables and what they tell of themselves."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape

SUFFIXES = frozenset({".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"})
_MOST_PARTS = 2_000
_MOST_BYTES = 50_000_000
"""Of text, unpacked: no document of that length is read by anybody, and a packed file can hold far more."""
_ENDS = re.compile(r"</(?:\w+:)?(?:p|h|si|c|tc|table-cell|list-item)>|<(?:\w+:)?(?:br|cr|line-break|tab|s)\b[^>]*>")
"""Where a paragraph, a cell or a line ends. Within one, programs part words wherever somebody has edited them."""
_TAG = re.compile(r"<[^>]*>")


def texts_of_office(content: bytes) -> Iterator[str]:
    """The text of each part. Nothing for a file that is no such document."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            left = _MOST_BYTES
            for part in packed.infolist()[:_MOST_PARTS]:
                if part.filename.endswith((".xml", ".rels")) and part.file_size <= left:
                    left -= part.file_size
                    xml = packed.read(part).decode("utf-8", "replace")
                    about = part.filename.startswith("docProps/") or part.filename == "meta.xml"
                    yield unescape(_TAG.sub("\n\n", xml)) if about else _said(xml)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        return  # damaged, locked or packed in a way of its own: nobody reads it in a browser either


def _said(xml: str) -> str:
    # A blank line parts cells, so that a column of dates and one of counts make no number.
    parted = _ENDS.sub(lambda found: " " if found[0][1] != "/" else "\n" if found[0].endswith(":p>") else "\n\n", xml)
    return unescape(_TAG.sub("", parted))
