"""Pictures of a document that is taken in: which can be kept, and under which names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.imports.document_blocks import Figure
from generator.imports.inline_text import tidied

_FORMS = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"))
_MADE_BY_PROGRAM = re.compile(
    r"automatisk genereret|automatically generated|^(et )?billede(, der indeholder)?\b|^a? ?(picture|image|screenshot)"
    r" (containing|of a)\b|\.(png|jpe?g|gif|webp|emf|wmf)$|^(image|billede|picture|img|graphic|figur)[ _-]?\d*$",
    re.IGNORECASE,
)
"""Descriptions that nobody wrote: they say nothing of the picture."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """Bytes by the source that a figure names."""

    known: Mapping[str, bytes]

    def form(self, figure: Figure) -> str:
        """Its suffix, or "" when it cannot be kept: not there, or neither PNG, JPEG nor WebP."""
        content = self.known.get(figure.source, b"")
        if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
            return "webp"
        return next((suffix for start, suffix in _FORMS if content.startswith(start)), "")


def description(figure: Figure) -> str | None:
    """What the picture shows, in somebody's words; None when nobody has said."""
    said = tidied(figure.alt).replace("\n", " ")
    return None if not said or _MADE_BY_PROGRAM.search(said) else said[:400]
