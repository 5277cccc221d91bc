"""Turns compiled pages into HTML bodies: the only place that knows Jinja."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined

from generator.catalog import Catalog
from generator.language import Language
from generator.page import Heading, Page, PageSpec
from generator.render.says import Says
from generator.settings import Settings

_HEADING = re.compile(r'<h([23])[^>]*\sid="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_ARTICLE = re.compile(r"<article data-hub-article[^>]*>(.*)</article>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def environment(folders: Iterable[Path], language: Language) -> Environment:
    """Templates from the hub's own folder before the program's. Content is never evaluated: it is only ever a value."""
    jinja = Environment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    jinja.globals.update(
        {"_": language.gettext, "gettext": language.gettext, "ngettext": language.ngettext, "lang": language.code}
    )
    return jinja


def render(
    specs: Iterable[PageSpec], *, catalog: Catalog, settings: Settings, language: Language, jinja: Environment
) -> tuple[Page, ...]:
    """The pages with their bodies, in the same order."""
    return tuple(_page(spec, Says.of(spec, catalog, settings, language), jinja) for spec in specs)


def _page(spec: PageSpec, says: Says, jinja: Environment) -> Page:
    context: dict[str, Any] = {"page": spec, "view": spec.view, "site": says.settings, **says.functions()}
    body = jinja.get_template(spec.template).render(context)
    found = _ARTICLE.search(body)
    article = found[1] if found else body
    return Page(spec, body, article, tuple(_headings(article)))


def _headings(html: str) -> Iterable[Heading]:
    for level, id_, title in _HEADING.findall(html):
        yield Heading(int(level), unescape(id_), unescape(" ".join(_TAG.sub("", title).split())))


__all__ = ["environment", "render"]
