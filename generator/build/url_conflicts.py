"""The register of a site's addresses: each belongs to one thing, and whoever wants a second is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.engine import path_of
from generator.model.catalog import Catalog, Item
from generator.model.page import Outline, PageSpec
from generator.problems.content_rules import RULES
from generator.problems.problem import Problem, Span

Place = Callable[[Item, tuple[str | int, ...]], Span]
"""Finds the place of a value in a document."""
RESERVED = ("assets", "search", "pagefind", "was")
"""Folders that the program keeps for itself, whatever is in them today."""


def clashes(
    overviews: Iterable[PageSpec], items: Iterable[Outline], ordinary: Iterable[PageSpec], files: Mapping[str, str],
    others: Iterable[str], catalog: Catalog, place: Place,
) -> Iterator[Problem]:  # fmt: skip
    """Every address that two things want.

    `files` are those that ordinary pages bring along: the path on the site, and the page that names each. `others` are
    paths of files that the site holds beside its pages, redirects apart.
    """
    by_url = {item.url: item for item in catalog.items.values()}
    taken = {path_of(spec.url) for spec in overviews}
    taken |= set(others)
    for outline in items:
        path = path_of(outline.url)
        if path in taken and (item := _owner(outline.url, by_url)):
            yield Problem(RULES["id-taken"], Span(item.path), {"id": item.id, "url": outline.url})
        taken.add(path)
    for spec in ordinary:
        path = path_of(spec.url)
        if path in taken or _is_reserved(path):
            yield Problem(RULES["page-taken"], Span(spec.source), {"url": spec.url or "/"})
        taken.add(path)
    for file, source in files.items():
        if file in taken or _is_reserved(file):
            yield Problem(RULES["page-taken"], Span(source), {"url": file})
        taken.add(file)
    yield from _redirects(catalog, by_url, taken, place)


def _redirects(catalog: Catalog, by_url: Mapping[str, Item], taken: set[str], place: Place) -> Iterator[Problem]:
    """Old addresses that are in use; those of items are told where documents are checked."""
    for item in catalog.items.values():
        for number, old in enumerate(item.common.redirect_from):
            url = f"{old.strip('/')}/"
            is_inside = any(
                url.startswith(one) and url != one for one in by_url if one.split("/")[0] == url.split("/")[0]
            )
            if url not in by_url and (path_of(url) in taken or _is_reserved(url) or is_inside):
                yield Problem(RULES["redirect-taken"], place(item, ("redirect_from", number)), {"url": old})


def _is_reserved(path: str) -> bool:
    return path.partition("/")[0] in RESERVED


def _owner(url: str, by_url: Mapping[str, Item]) -> Item | None:
    """The item whose page this is, or is below."""
    while url:
        if url in by_url:
            return by_url[url]
        url = url.rstrip("/").rpartition("/")[0]
        url = f"{url}/" if url else ""
    return None
