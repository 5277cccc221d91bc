"""The search index: lean pages in, Pagefind's sharded index out, and a check that it is whole.

Read on in this order: `lean` (what is indexed of a page), `index` (running Pagefind), `packed` (its files, and whether
they are whole), `words` (what the search dialog knows of words).
"""

from __future__ import annotations

from generator.search.index import Indexing
from generator.search.lean import write_lean
from generator.search.packed import verify
from generator.search.words import WORDS, as_json

__all__ = ["WORDS", "Indexing", "as_json", "verify", "write_lean"]
