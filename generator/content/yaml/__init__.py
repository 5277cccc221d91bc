"""The strict YAML dialect.

Read in this order: `events` (what libyaml tells), `parser` (a text into plain values), `places` (where they stand),
`mistypes` and `errors` (what refusals mean), `writer` (plain values as text), `entry_spans` and `edit` (changed values
into a text that people wrote).
"""
