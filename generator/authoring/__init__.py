"""Help for those who write: `scaffold` (new drafts), `json_schema` (for editors), `imports` and `chapters` (what
other programs made of a film), `copy_course`, `stale` (what nobody has tried for too long).
"""
