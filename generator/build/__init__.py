"""One build, from the last one to the next.

Read in this order: `pipeline` (the order of the stages), `request` (what is asked for, and whether there is anything
to do), `cache` (the manifest of the last build), `snapshot` (how files look and what they hold), `pages` (making
pages and writing them), `made_pages` (what is kept of each page), `index_and_links` (search index and links when all
pages are there), `state` (what is kept for the next build), `incremental` (reusing files of the last site), `theme`
(scripts and style sheets), `site_swap` (the atomic swap), `marker` (whose a file in the site is).
"""
