"""What the stages hand each other: field types, documents, catalog, kinds, pages. Nothing here reads or writes files.

Read in this order: `fields` (types of fields), `local_time` (times), `plan_contract` (what is planned, and how a local
plan differs), `walk` (finding marked fields in a document), `vocabulary`, `catalog` (items and references), `kind`
(the descriptor of a content type), `page` (pages before and after they are HTML).
"""
