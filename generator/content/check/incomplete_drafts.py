"""Says of a draft that lacks too much to become a page what it lacks and what is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.catalog import Document, Finding, Unfinished

Path = tuple[str | int, ...]
_OF_THE_FILE = {"status", "published", "updated"}
"""Fields that `hub new` fills in: nobody has to be told of them."""

_LACK = "draft-incomplete"


def unfinished(document: Document, findings: Sequence[Finding]) -> Unfinished | None:
    """What a draft lacks, and where it is wrong; None for what is no draft."""
    if document.value.get("status") != "draft":
        return None
    title = document.value.get("title")
    around = {one.path[:end] for one in findings for end in range(len(one.path))}
    return Unfinished(
        kind=document.kind, id=document.id, path=document.path, title=title.strip() if isinstance(title, str) else "",
        lacks=tuple(_at(one.path) for one in findings if one.path not in around and one.rule == _LACK),
        wrong=tuple(dict.fromkeys(_at(one.path) for one in findings if one.path and one.rule != _LACK)),
        written=tuple(_written(document.value)),
    )  # fmt: skip


def _at(path: Path) -> str:
    return ".".join(map(str, path))


def _written(value: object, path: Path = ()) -> Iterator[tuple[str, str]]:
    """Every text that is there, with its field."""
    if isinstance(value, dict):
        for key, part in value.items():
            if path or key not in _OF_THE_FILE:
                yield from _written(part, (*path, key))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _written(part, (*path, number))
    elif isinstance(value, str) and value.strip():
        yield _at(path), value
