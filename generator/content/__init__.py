"""Files become a checked catalog, or problems.

Read in this order: `loader` (files, names, bytes), `yaml/` (the strict dialect), `check/` (one document by itself, then
all of them together), `validate` (all of it, spread over processes).
"""
