"""Mends what has one right mend.

Read on in this order: `fix_value` (what to write in place of a fault, by its code), `file_placement` (files that lie
or are named wrongly), `fix_rounds` (a hub mended in a copy, round by round, until nothing more can be done; and the
difference).
"""

from generator.authoring.mending.fix_rounds import Mended, mended, write

__all__ = ["Mended", "mended", "write"]
