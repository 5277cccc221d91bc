"""Keeping values on disk: `files` (writing), `fingerprint` (hashes of values), `blobs` (large values), `shards` (many
values, of which only changed shards are written), `pickling` and `unpickling` (values of this program and no others).
"""
