"""Reads a text document, Word or Markdown, into blocks and pictures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.imports.document_blocks import Block
from generator.imports.document_pictures import Pictures
from generator.model.fields import LANGUAGE
from generator.problems.problem import Problem


@dataclass(frozen=True, slots=True)
class Source:
    """A text document as it was read."""

    file: Path
    blocks: tuple[Block, ...]
    pictures: Pictures
    said: Mapping[str, str] = field(default_factory=dict)
    """What stands before the text in Markdown (front matter), in small letters; of a list, each entry on a line."""
    problems: tuple[Problem, ...] = ()

    @property
    def minutes(self) -> int:
        """How long it says that it takes: `1H30M`, or so many minutes of teaching and of exercises; 0 for nothing."""
        if found := re.fullmatch(r"(?:(\d{1,2})h)?(?:(\d{1,3})m)?", self.said.get("time_estimation", "").lower()):
            return int(found[1] or 0) * 60 + int(found[2] or 0)
        parts = (self.said.get(name, "") for name in ("teaching", "exercises"))
        return sum(int(part) for part in parts if part.isdecimal() and len(part) < 4)

    @property
    def language(self) -> str | None:
        """What it says it is written in, as content does: `nb`, `en-GB`."""
        said = self.said.get("language", self.said.get("lang", "")).replace("_", "-")
        return said if re.fullmatch(LANGUAGE, said) else None
