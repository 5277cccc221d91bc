"""Neutral values of `generator.model` as others read them: Atom (RFC 4287), JSON Feed 1.1, calendars (RFC 5545)."""
