"""Looks for numbers that could be a Danish civil registration number (CPR) in any text of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.catalog import Finding
from generator.cpr import holds_cpr

_MAY_HOLD = re.compile(r"\d{6}|\\")
"""A file without six digits in a row holds no such number, unless an escape hides one."""


def may_hold(source: str) -> bool:
    """Whether the text of a file could hold a number at all; most files are settled by this."""
    return _MAY_HOLD.search(source) is not None


def personal_data(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[Finding]:
    """Every text, key or file name below `value` that holds a number."""
    if isinstance(value, str):
        if holds_cpr(value):
            yield Finding("personal-cpr", path)
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from personal_data(part, (*path, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from personal_data(part, (*path, index))
