"""Signs that nobody sees and that no text needs: controls, directions of writing, no characters."""

from __future__ import annotations

import re

INVISIBLE = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""C0 and C1 controls, line separators that editors do not count, bidi controls, signs without width, no characters."""
