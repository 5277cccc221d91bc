"""Reads the locks in requirements/, as `make lock` writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ENTRY = re.compile(
    r"^([a-z0-9-]+)==(\S+)(?: ; [^\\\n]+)?(?: \\\n    --hash=\S+)*\n(?:    # via (.*)\n)?", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Pin:
    """A package in one version. Where old Pythons need another version, there are two pins of one name."""

    name: str
    version: str
    via: tuple[str, ...]
    """The packages that ask for it; the project's own name when it does so itself."""


def pins(text: str) -> tuple[Pin, ...]:
    """What a lock pins, in its order."""
    return tuple(Pin(name, version, _asking(via)) for name, version, via in _ENTRY.findall(text))


def _asking(via: str) -> tuple[str, ...]:
    """`-c requirements/dev.lock, mkdocs, training-hub (pyproject.toml)` as names."""
    return tuple(word.split(" ")[0] for word in via.split(", ") if word and not word.startswith("-c "))
