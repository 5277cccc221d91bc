"""Reads Word files: what they look like, headings that are none by name included, is left behind."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from generator.imports.archive_check import examined, refuse_vast
from generator.imports.document_blocks import outline_of
from generator.imports.document_pictures import Pictures
from generator.imports.optional_packages import library
from generator.imports.read_document import Source
from generator.problems.content_rules import RULES
from generator.problems.problem import HubError, Problem, Span

_STYLES = "\n".join(
    f"p[style-name='{style}'] => {tag}:fresh"
    for style, tag in (
        ("Title", "h1"), ("Titel", "h1"), ("Heading", "h2"), ("Subtitle", "p"), ("Undertitel", "p"),
        *((f"{name} {level}", f"h{level}") for name in ("Overskrift", "heading") for level in range(1, 7)),
    )
)  # fmt: skip
"""Names of styles that mammoth does not know by itself: Danish ones, and those of Pages and Google."""
_COMMENTED = "word/comments.xml"
_DOCUMENT = "word/document.xml"


def read_word(file: Path) -> Source:
    """HubError when it cannot be read."""
    mammoth = library("mammoth")
    examined(file, form="Word", parts=[_DOCUMENT, "word/document2.xml"])
    pictures: dict[str, bytes] = {}

    def put_aside(image) -> dict[str, str]:  # type: ignore[no-untyped-def]  # mammoth has no types
        with image.open() as content:
            pictures[name := f"picture-{len(pictures) + 1}"] = content.read()
        return {"src": name}

    try:
        with file.open("rb") as content:
            # `external_file_access` would let a document have other files of this machine read.
            made = mammoth.convert_to_html(
                content, style_map=_STYLES, convert_image=mammoth.images.img_element(put_aside),
                external_file_access=False,
            )  # fmt: skip
    except Exception as error:  # a damaged file has readers raise whatever there is
        raise HubError(
            "{file} is damaged, or no {form} file.",
            "Open it in the program that it was made with, and save a new copy.", file=file.name, form="Word",
        ) from error  # fmt: skip
    refuse_vast(made.value, file.name)
    return Source(file, outline_of(made.value), Pictures(pictures), problems=tuple(_told(file)))


def _told(file: Path) -> Iterator[Problem]:
    """What the file holds beside its text, and what became of it."""
    with zipfile.ZipFile(file) as archive:
        names = archive.namelist()
        document = archive.read(_DOCUMENT) if _DOCUMENT in names else b""
        notes = b"".join(archive.read(name) for name in names if re.fullmatch(r"word/(foot|end)notes\.xml", name))
    place = Span(file.name)
    if re.search(rb"<w:(ins|del|moveFrom|moveTo) ", document):
        yield Problem(RULES["import-tracked"], place)
    if _COMMENTED in names and b"<w:commentReference" in document:
        yield Problem(RULES["import-comments"], place)
    if re.search(rb"<w:(footnote|endnote) (?![^>]*w:type=)", notes):
        yield Problem(RULES["import-footnotes"], place)
