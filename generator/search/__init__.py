"""Search: pages in, an index out that the browser asks a few small files of. `FORMAT.md` says what is in them.

A page is read where it is made (`read`); what is kept of it, a `PageRecord`, is small and picklable. `write` makes an
index of all records; `update` puts a few changed pages into the one that is there, with the same result; `verify` says
what is wrong with one. Read on in this order: `article` (what a page says), `tokenize` (what a word is), `record`
(what is kept of a page), `index_format` (how files are written), `chunks` (the words of all pages), `lexicon` (what is
known of words), `index` (all of it together). In the browser `templates/assets/search/reader.js` reads it.
"""

from __future__ import annotations

from generator.search.index import (
    ENTRY,
    FOLDER,
    Hub,
    Index,
    in_order,
    is_always_written,
    is_own,
    update,
    verify,
    write,
)
from generator.search.record import Card, PageRecord, read

__all__ = [
    "ENTRY",
    "FOLDER",
    "Card",
    "Hub",
    "Index",
    "PageRecord",
    "in_order",
    "is_always_written",
    "is_own",
    "read",
    "update",
    "verify",
    "write",
]
