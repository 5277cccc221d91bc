"""Compiles what people write in YAML, from courses to weekly mails, into one searchable site.

A guided tour, in the order of the journey:

    content     files become documents, documents become items in a catalog, or problems
    kinds       what a course, a guide, an event and the other kinds are: fields, rules, views
    compile     the catalog becomes page specifications: what each page will say
    render      specifications become HTML bodies, by the templates
    engine      bodies become whole pages; alone knows MkDocs
    search      articles become a search index
    build       alone knows that order; what need not be made again; the swap of the sites

    model       the values that all of them share        problems    what can be wrong, and how it is told
    images      pictures: faults and sizes               i18n        texts, dates and sorting of a language
    store       keeping values on disk                   runtime     processes, paths, a server

    authoring   help for those who write                 media       films and screenshots
    exports     files for other systems                  publish     the site on an object store
    preview     `hub serve`                              cli         what people type
"""
