"""Turns documents into a catalog that can be trusted.

Read on in this order: `vocabularies` (the words that documents choose between), `alone` (each document by itself, which
may happen in many processes), `together` (what documents say of each other).
"""

from __future__ import annotations

from generator.content.check.catalog import check_one, check_together, with_item
from generator.content.check.document import Alone, Checker
from generator.content.check.personal_data import in_pages
from generator.content.check.schema import said
from generator.content.check.vocabularies import Vocabularies, check_vocabularies

__all__ = [
    "Alone",
    "Checker",
    "Vocabularies",
    "check_one",
    "check_together",
    "check_vocabularies",
    "in_pages",
    "said",
    "with_item",
]
