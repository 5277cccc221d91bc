"""Help for those who write: `scaffold` (new drafts), `json_schema` (for editors), `chapters` (of a
film's description), `copy_course`, `stale` (what nobody has tried for too long).
"""
