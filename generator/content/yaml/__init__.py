"""The strict YAML dialect.

Read in this order: `parser` (a text into plain values), `mistypes` and `errors` (places, and what refusals mean),
`writer` (plain values as text), `layout` and `edit` (changed values into a text that people wrote).
"""
