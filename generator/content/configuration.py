"""Reads site_config.yml as people write it: what keeps it from being YAML, and what YAML passes over in silence."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.content.files import read_text
from generator.content.yaml.parser import value_of
from generator.problems.problem import Problem

_SILENT = {"yaml-duplicate-key", "yaml-hash"}
"""Slips that leave a file which is YAML and says less than was meant."""


def why_unreadable(root: Path, name: str) -> Sequence[Problem]:
    """Why a configuration is no YAML in UTF-8, at its lines."""
    _, text = read_text(root, name)
    return (
        (text,) if isinstance(text, Problem) else [one for one in value_of(text, name)[1] if one.code != "text-quotes"]
    )


def slips(root: Path, name: str) -> Sequence[Problem]:
    """What is left out of a configuration without a word; it may hold tags, which content may not."""
    _, text = read_text(root, name)
    return [] if isinstance(text, Problem) else [one for one in value_of(text, name)[1] if one.code in _SILENT]
