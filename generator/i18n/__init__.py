"""Languages: `language` (texts, plurals, dates, sorting) over the catalogs in `locale/`."""
