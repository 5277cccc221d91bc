"""What documents of office programs say: text, comments, headers, tables and what they tell of themselves."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape

SUFFIXES = frozenset({".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"})
PACKAGES = frozenset({".zip", ".epub", ".sb3", ".sb2", ".ggb", ".h5p"})
"""Other files that hold files."""
_MOST_PARTS = 2_000
_MOST_BYTES = 50_000_000
"""Of text, unpacked: no document of that length is read by anybody, and a packed file can hold far more."""
_ENDS = re.compile(
    r"</(?:\w+:)?(?:p|h[1-6]?|si|c|tc|t[dh]|li|div|title|table-cell|list-item)>"
    r"|<(?:\w+:)?(?:br|cr|line-break|tab|s)\b[^>]*>"
)
"""Where a paragraph, a cell or a line ends. Within one, programs part words wherever somebody has edited them."""
_TAG = re.compile(r"<[^>]*>")


def texts_of_office(content: bytes) -> Iterator[str]:
    """The text of each part. Nothing for a file that is no such document."""
    for name, part in parts_of(content, (".xml", ".rels")):
        xml = part.decode("utf-8", "replace")
        about = name.startswith("docProps/") or name == "meta.xml"
        yield unescape(_TAG.sub("\n\n", xml)) if about else without_tags(xml)


def parts_of(content: bytes, endings: tuple[str, ...] = ("",)) -> Iterator[tuple[str, bytes]]:
    """The names and bytes of the files in a package whose names end so. Nothing for what is no package."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            left = _MOST_BYTES
            for part in packed.infolist()[:_MOST_PARTS]:
                if part.filename.endswith(endings) and part.file_size <= left:
                    left -= part.file_size
                    yield part.filename, packed.read(part)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error):
        return  # damaged, locked or packed in a way of its own: nobody reads it in a browser either


def without_tags(xml: str) -> str:
    """What is said between the tags."""
    # A blank line parts cells, so that a column of dates and one of counts make no number.
    parted = _ENDS.sub(lambda found: " " if found[0][1] != "/" else "\n" if found[0].endswith(":p>") else "\n\n", xml)
    return unescape(_TAG.sub("", parted))
