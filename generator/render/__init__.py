"""Turns compiled pages into HTML bodies: the only place that knows Jinja."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from html import unescape
from multiprocessing import get_context
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import escape

from generator.catalog import Catalog
from generator.language import Language
from generator.page import Heading, Page, PageSpec
from generator.render.says import Says
from generator.settings import Settings

_HEADING = re.compile(r'<h([23])[^>]*\sid="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_ARTICLE = re.compile(r"<article data-hub-article[^>]*>(.*)</article>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_FIXED = re.compile(r'{{ _\("([^"\\]+)"\) }}')

Body = tuple[str, int, int, tuple[Heading, ...]]
"""HTML, where the article begins and ends in it, and the article's headings."""


_FEW = 150
"""Fewer pages than this are rendered sooner than another process has started."""
_CHUNK = 50


@dataclass(frozen=True)
class Renderer:
    """All that rendering needs to know beside the pages themselves."""

    catalog: Catalog
    settings: Settings
    language: Language
    folders: tuple[Path, ...]
    """Template folders, the hub's own first."""

    def render(self, specs: Sequence[PageSpec]) -> tuple[Page, ...]:
        """The pages with their bodies, in the same order; made on all processors when there are many."""
        processes = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
        # A process that has threads, as the preview's has, must not be forked.
        bodies: Iterable[Body]
        if len(specs) < _FEW or processes == 1 or threading.active_count() > 1:
            bodies = _Worker(self, specs).bodies(0, len(specs))
        else:
            bodies = self._beside(specs, processes)
        return tuple(
            Page(spec, body, body[start:end], headings)
            for spec, (body, start, end, headings) in zip(specs, bodies, strict=True)
        )

    def _beside(self, specs: Sequence[PageSpec], processes: int) -> Iterator[Body]:
        starts = range(0, len(specs), _CHUNK)
        with ProcessPoolExecutor(
            processes, mp_context=get_context("fork"), initializer=_become_worker, initargs=(self, specs)
        ) as crew:
            for part in crew.map(_bodies, starts):
                yield from part


class _Worker:
    """One process's templates and pages."""

    def __init__(self, renderer: Renderer, specs: Sequence[PageSpec]) -> None:
        self.renderer, self.specs = renderer, specs
        self.jinja = environment(renderer.folders, renderer.language)

    def bodies(self, start: int, end: int) -> list[Body]:
        return [self._body(spec) for spec in self.specs[start:end]]

    def _body(self, spec: PageSpec) -> Body:
        of = self.renderer
        says = Says.of(spec, of.catalog, of.settings, of.language)
        context = {"page": spec, "view": spec.view, "site": of.settings, **says.functions()}
        body = self.jinja.get_template(spec.template).render(context)
        start, end = found.span(1) if (found := _ARTICLE.search(body)) else (0, len(body))
        return body, start, end, tuple(_headings(body[start:end]))


_worker: _Worker
"""In a process of the crew: given when it starts, since pages are costly to send."""


def _become_worker(renderer: Renderer, specs: Sequence[PageSpec]) -> None:
    global _worker  # the only way to hand a process its own copy once
    _worker = _Worker(renderer, specs)


def _bodies(start: int) -> list[Body]:
    return _worker.bodies(start, start + _CHUNK)


def environment(folders: Iterable[Path], language: Language) -> Environment:
    """Templates from the hub's own folder before the program's. Content is never evaluated: it is only ever a value."""
    jinja = Environment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
        extensions=[Spoken],
    )  # fmt: skip
    jinja.globals.update(
        {"_": language.gettext, "gettext": language.gettext, "ngettext": language.ngettext, "lang": language.code}
    )
    return jinja


class Spoken(Extension):
    """Puts fixed texts into the template in the hub's language when it is compiled, not each time it is shown."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002  # Jinja's
        return _FIXED.sub(self._said, source)

    def _said(self, found: re.Match[str]) -> str:
        said = self.environment.globals["gettext"](found[1])  # type: ignore[operator]  # put there by environment()
        text = escape(said)
        return found[0] if "{" in text else str(text)


def _headings(html: str) -> Iterable[Heading]:
    for level, id_, title in _HEADING.findall(html):
        yield Heading(int(level), unescape(id_), unescape(" ".join(_TAG.sub("", title).split())))


__all__ = ["Renderer", "environment"]
