"""The machine below: `workers` (other processes), `fast_exit` (how this one ends), `paths` (templates) and
`http_server`.
"""
