"""Keeping values on disk between builds: one file for each site, a row for each value, and no code in it.

A value becomes JSON by the types of its fields (`codec`), so that what is read back can be nothing but data. Its row
goes into an SQLite file with a checksum (`database`); only rows that have changed are written, all or none of them.
Whether a value is still right is told by a hash of what it was made from (`fingerprint`). `atomic_write` writes what
others may be reading. There is no other way: a build keeps nothing beside these rows but the folder of the site
before.
"""
