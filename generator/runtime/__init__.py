"""The machine below: `workers` (other processes), `fast_exit` (how this one ends), `template_folders` (templates) and
`http_server`.
"""
