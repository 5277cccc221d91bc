"""Compiles courses, guides, videos and plans from YAML into one searchable site.

A guided tour, in the order of the journey:

    load, dialect        files become documents: every scalar a text, every place known
    check, reading       documents become items in a catalog, or problems
    kinds                what a course, a guide, a video and a plan are: fields, rules, facts
    compile              the catalog becomes page specifications: what each page will say
    render               specifications become HTML bodies, by the templates
    engine               bodies become whole pages; alone knows MkDocs
    search               articles become a search index, which is verified
    making               that, a few items at a time on all processors
    begun, again         whether there is anything to do
    patching             what need not be made again
    publish              the new site takes the place of the old one at once
    pipeline             alone knows that order
    cli, report          what people type, and what they read

`record` films and photographs the site; `schema` and `new` help those who write.
"""
