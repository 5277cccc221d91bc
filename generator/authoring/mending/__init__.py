"""Mends what has one right mend.

Read on in this order: `mends` (what to write in place of a fault, by its code), `moves` (files that lie or are named
wrongly), `mended` (a hub mended in a copy, round by round, until nothing more can be done; and the difference).
"""

from generator.authoring.mending.mended import Mended, mended, write

__all__ = ["Mended", "mended", "write"]
