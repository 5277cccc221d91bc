"""Looks for numbers that could be a Danish civil registration number (CPR) in any text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.catalog import Finding

_MAY_HOLD = re.compile(r"\d{6}|\\")
"""A file without six digits in a row holds no such number, unless an escape hides one."""
_SHAPE = re.compile(r"(?<![\dA-Za-z])(\d{2})(\d{2})(\d{2})[-– ]?\d{4}(?![\dA-Za-z])")


def may_hold(source: str) -> bool:
    """Whether the text of a file could hold a number at all; most files are settled by this."""
    return _MAY_HOLD.search(source) is not None


def personal_data(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[Finding]:
    """Every text, key or file name below `value` that holds a date-valid CPR number.

    Replacement numbers add 60 to the day; the modulus 11 test is no longer valid (cpr.dk), so none is made.
    """
    if isinstance(value, str):
        if holds_cpr(value):
            yield Finding("personal-cpr", path)
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from personal_data(part, (*path, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from personal_data(part, (*path, index))


def holds_cpr(text: str) -> bool:
    """Whether a text holds DDMMYY-NNNN with a possible date."""
    return any(_possible(*map(int, found.groups())) for found in _SHAPE.finditer(text))


def _possible(day: int, month: int, year: int) -> bool:
    try:
        # The century is in the serial number. 2000 is a leap year: 29 February passes where the year divides by 4.
        date(2000 + year, month, day - 60 if day > 60 else day)
    except ValueError:
        return False
    return True
