"""Puts a built site where its readers are.

Read in this order: `upload` (the upload), `manifest` (what was put there before), `target` (a folder, or a store
that fsspec knows).
"""
