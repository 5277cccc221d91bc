"""Help for those who write: `new_hub` (a hub of one's own), `scaffold` (new drafts), `mending` (faults with one mend),
`json_schema` (for editors), `chapters` (of a film's description), `copy_course`, `stale` (what nobody has tried for too
long), `catalogs` (the texts of a further language).
"""
