"""Where the values of a text stand: it is read once more, with all places noted, when somebody asks."""

from __future__ import annotations

from functools import lru_cache

from generator.content.yaml.errors import lines_of, span_at
from generator.content.yaml.events import Found, Path
from generator.content.yaml.parser import Reader
from generator.problems.problem import Span

_lines_of = lru_cache(maxsize=8)(lines_of)


@lru_cache(maxsize=8)
def places_of(text: str) -> dict[Path, Found]:
    """Where each value of a sound text stands, by its path."""
    places: dict[Path, Found] = {}
    Reader(text, "", places=places).read()
    return places


def span_of(text: str, file: str, path: Path, *, key: bool = False) -> Span:
    """Where the value at the path stands, or its key.

    When there is nothing at the path, where the key of the nearest value around it stands: for an entry of a list,
    which has no key, the entry; at the top, the beginning of the file.
    """
    places = places_of(text)
    found = places.get(path)
    if found and not key:
        return span_at(found.value, _lines_of(text), file)
    while path and path not in places:
        path = path[:-1]
    if not path or path not in places:
        return Span(file)
    return span_at(places[path].key or places[path].value, _lines_of(text), file)
