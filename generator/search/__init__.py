"""The search index: pages in, the index out that Pagefind's runtime understands, and a check that it is whole.

Read on in this order: `lean` (what is indexed of a page), `markup` and `prose` (what is said in it), `forms` (what a
word is found by), `postings` (where it stands, in bytes), `weights` (how much it says), `reading` (all of that for one
page), `chunks` and `filters` (all pages together), `joining` (by all processors), `mending` (a few pages that have
changed, put into the chunks), `index` (the files), `runtime` (Pagefind's own files), `packed` (how files are written,
and whether they are whole), `words` (what the search dialog knows of words). In the browser, `reader.js` reads it.
"""

from __future__ import annotations

from generator.search.chunks import Chunk
from generator.search.filters import FILTERS
from generator.search.index import Index, in_order
from generator.search.packed import verify
from generator.search.reading import FOLDER, Entry, Read, read, write_fragment
from generator.search.runtime import Runtime
from generator.search.words import WORDS, as_json, words_of

__all__ = [
    "FILTERS",
    "FOLDER",
    "WORDS",
    "Chunk",
    "Entry",
    "Index",
    "Read",
    "Runtime",
    "as_json",
    "in_order",
    "read",
    "verify",
    "words_of",
    "write_fragment",
]
