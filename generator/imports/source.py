"""Reads a text document, Word or Markdown, into blocks and pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.imports.document_blocks import Block
from generator.imports.pictures import Pictures
from generator.problems.problem import Problem


@dataclass(frozen=True, slots=True)
class Source:
    """A text document as it was read."""

    file: Path
    blocks: tuple[Block, ...]
    pictures: Pictures
    said: Mapping[str, str] = field(default_factory=dict)
    """What stands before the text in Markdown (front matter)."""
    problems: tuple[Problem, ...] = ()
