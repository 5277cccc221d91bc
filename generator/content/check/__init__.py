"""Turns documents into a catalog that can be trusted.

Read on in this order: `vocabulary_files` (the words that documents choose between), `document` (each by itself, which
may happen in many processes), `cross_references` (what documents say of each other), `pages` (ordinary Markdown
pages).
"""

from __future__ import annotations

from generator.content.check.cross_references import check_one, check_together, indexed, with_item
from generator.content.check.document import Alone, Checker, Drafts
from generator.content.check.pages import Pages, check_files, check_links, read_pages
from generator.content.check.references import Links, PageAnchors
from generator.content.check.schema import said
from generator.content.check.vocabulary_files import Vocabularies, check_vocabularies

__all__ = [
    "Alone", "Checker", "Drafts", "Links", "PageAnchors", "Pages", "Vocabularies", "check_files", "check_links",
    "check_one", "check_together", "check_vocabularies", "indexed", "read_pages", "said", "with_item",
]  # fmt: skip
