"""One build, from the last one to the next.

Read in this order: `pipeline` (the order of the stages), `request` (what is asked for, and whether there is anything
to do), `cache` (the manifest of the last build), `snapshot` (what files look like), `pages` (making pages and writing
them), `finalize` (search index and links when all pages are there), `artifact` (what is kept of each page), `state`
(what is kept for the next build), `incremental` (sharing files with the old site), `output` (the atomic swap).
"""
