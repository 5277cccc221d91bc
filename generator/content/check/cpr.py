"""Recognises what could be a Danish civil registration number (CPR)."""

from __future__ import annotations

import re
from datetime import date

_SHAPE = re.compile(r"(?<![\dA-Za-z])(\d{2})(\d{2})(\d{2})[-– ]?\d{4}(?![\dA-Za-z])")


def holds_cpr(text: str) -> bool:
    """Whether a text holds DDMMYY-NNNN with a possible date.

    Replacement numbers add 60 to the day; the modulus 11 test is no longer valid (cpr.dk), so none is made.
    """
    return any(_possible(*map(int, found.groups())) for found in _SHAPE.finditer(text))


def _possible(day: int, month: int, year: int) -> bool:
    try:
        # The century is in the serial number. 2000 is a leap year: 29 February passes where the year divides by 4.
        date(2000 + year, month, day - 60 if day > 60 else day)
    except ValueError:
        return False
    return True
