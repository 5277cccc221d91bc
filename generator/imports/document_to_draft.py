"""Makes a draft of a text document, by its suffix and the kind that is wanted."""

from __future__ import annotations

from pathlib import Path

from generator.imports.course import Names, course_of
from generator.imports.draft import Draft
from generator.imports.guide import guide_of
from generator.imports.markdown import read_markdown
from generator.imports.read_document import Source
from generator.imports.word import read_word
from generator.model.kind import Kind
from generator.problems.problem import HubError

_WORD = (".docx", ".docm", ".dotx", ".doc")
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd", ".txt")


def read_document(file: Path, kind: Kind, *, id_: str | None, names: Names) -> Draft:
    """The draft of a guide or a course. HubError when the file cannot be read or holds neither."""
    source = _read(file)
    return guide_of(source, kind, id_) if kind.name == "guide" else course_of(source, kind, id_, names)


def _read(file: Path) -> Source:
    suffix = file.suffix.lower()
    if suffix in _WORD:
        return read_word(file)
    if suffix in _MARKDOWN:
        return read_markdown(file)
    raise HubError(
        "{file} is neither Word nor Markdown.", "Give a file in Markdown (.md) or Word (.docx).", file=file.name
    )
