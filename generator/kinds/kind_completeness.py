"""Says what a kind lacks before a hub can use it: the parts that no type asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_type_hints

import yaml
from pydantic import ValidationError

from generator.model.kind import Kind, no_subpage_urls, no_subpages, no_traits
from generator.model.view import View

_NAME = re.compile(r"[a-z]+(-[a-z]+)*")
_COLOUR = re.compile(r"#[0-9a-f]{6}")


def missing(kind: Kind, templates: Sequence[Path], broken: Path) -> tuple[str, ...]:
    """What the kind lacks, a sentence each; () when nothing does.

    `templates` are the template folders, the hub's own first; `broken` holds an example of each problem.
    """
    return (*_looks(kind), *_smallest(kind), *_pages(kind, templates), *_examples(kind, broken))


def view_of(kind: Kind) -> type[View]:
    """The class of what its page shows."""
    view = get_type_hints(kind.view)["return"]
    if not (isinstance(view, type) and issubclass(view, View)):
        raise TypeError(f"{kind.name}: `view` must say which View it returns")
    return view


def _looks(kind: Kind) -> Iterator[str]:
    for name in (kind.name, kind.folder, kind.section):
        if not _NAME.fullmatch(name):
            yield f"“{name}” is no name: small letters a–z and single hyphens make addresses and class names."
    try:
        _ = kind.icon
    except OSError:
        yield f"{kind.home / 'icon.svg'} is missing: the drawing that stands beside the kind's name."
    except ValueError as error:
        yield str(error)
    for colour in (kind.colour.light, kind.colour.dark):
        if not _COLOUR.fullmatch(colour):
            yield f"The colour “{colour}” is not written as #0b5963."


def _smallest(kind: Kind) -> Iterator[str]:
    """The smallest example that passes the model: tests vary it field by field."""
    file = kind.home / "smallest.yml"
    if not file.is_file():
        yield f"{file} is missing: the smallest document that is right."
        return
    try:
        kind.model.model_validate(yaml.load(file.read_bytes(), Loader=yaml.BaseLoader))
    except ValidationError as error:
        yield f"{file} does not pass the model: {error.error_count()} faults, first at {error.errors()[0]['loc']}."


def _pages(kind: Kind, templates: Sequence[Path]) -> Iterator[str]:
    wanted = view_of(kind).template
    if wanted != f"{kind.name}/page.html":
        yield f"The view of its page names the template “{wanted}”, and must name “{kind.name}/page.html”."
    elif not any((folder / wanted).is_file() for folder in templates):
        yield f"The template “{wanted}” is missing."
    if (kind.subpages is no_subpages) != (kind.subpage_urls is no_subpage_urls):
        yield "`subpages` and `subpage_urls` must be given together: pages are listed before they are made."
    if (kind.traits is no_traits) != (not kind.likeness):
        yield "`traits` and `likeness` must be given together."


def _examples(kind: Kind, broken: Path) -> Iterator[str]:
    for rule in kind.problems:
        if not (broken / f"{rule.code}.md").is_file():
            yield f"{broken / f'{rule.code}.md'} is missing: an example of the problem “{rule.code}”."
