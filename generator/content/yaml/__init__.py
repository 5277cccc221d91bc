"""The strict YAML dialect.

Read in this order: `parser` (a text into plain values), `slips` and `errors` (places, and what refusals mean),
`written` (plain values as text), `layout` and `edit` (changed values into a text that people wrote).
"""
