"""Takes in what was made in other programs, as drafts: `word` and `markdown` read a document into blocks
(`document_blocks`), `sections` divides it, and `guide` and `course` make a draft of it, which `draft` writes.
`sheets` reads rows, of which `schools` and `events` are made; `calendars` reads ICS. `captions` makes clean WebVTT.
"""

from generator.imports.document_to_draft import read_document

__all__ = ["read_document"]
