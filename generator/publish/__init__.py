"""Puts a built site where its readers are: `object_store` (also folders elsewhere)."""
