"""Help for those who write: `new_hub` (a hub of one's own), `scaffold` (new drafts), `mending` (faults with one
mend), `json_schema` (for editors), `chapter_lines` (of a film's description), `copy_course`, `stale` (what nobody
has tried for too long), `translation_catalogs` (the texts of a further language).
"""
