"""Help for those who write: `scaffold` (new drafts), `json_schema` (for editors), `imports` (captions and chapters of
other programs), `copy_course`, `stale` (what nobody has tried for too long).
"""
