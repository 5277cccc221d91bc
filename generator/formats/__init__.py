"""Writes neutral values of `generator.model` in formats that other programs read: Atom (RFC 4287) and JSON Feed 1.1."""
