"""Turns documents into a catalog that can be trusted.

Read on in this order: `vocabularies` (the words that documents choose between), `alone` (each document by itself, which
may happen in many processes), `together` (what documents say of each other).
"""

from __future__ import annotations

from generator.check.alone import Alone, Checker
from generator.check.personal import in_pages
from generator.check.shape import said
from generator.check.together import check_one, check_together
from generator.check.vocabularies import Vocabularies, check_vocabularies

__all__ = ["Alone", "Checker", "Vocabularies", "check_one", "check_together", "check_vocabularies", "in_pages", "said"]
