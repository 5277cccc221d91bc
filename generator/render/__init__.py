"""Turns compiled pages into HTML bodies: the only place that knows Jinja."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import escape

from generator.i18n.language import Language
from generator.model.catalog import Catalog
from generator.model.page import Page, PageSpec
from generator.model.settings import Settings
from generator.render.heading_levels import in_place
from generator.render.helpers import Says

_ARTICLE = re.compile(r"<article data-hub-article[^>]*>(.*)</article>", re.DOTALL)
_FIXED = re.compile(r'{{ _\("([^"\\]+)"\) }}')


@dataclass(frozen=True)
class Renderer:
    """All that rendering needs to know beside the pages themselves."""

    catalog: Catalog
    settings: Settings
    language: Language
    folders: tuple[Path, ...]
    """Template folders, the hub's own first."""
    icons: Mapping[str, str]
    """The drawing of each kind: the data of a path."""

    def seeing(self, catalog: Catalog) -> Renderer:
        """The same, with only this to look things up in."""
        return replace(self, catalog=catalog)

    def render(self, specs: Iterable[PageSpec]) -> Iterator[Page]:
        """The pages with their bodies, in the same order."""
        jinja = environment(self.folders, self.language, tuple(self.icons.items()))
        for spec in specs:
            if spec.view is None:
                raise ValueError(f"{spec.url} has nothing to show")
            says = Says.of(spec, self.catalog, self.settings, self.language)
            context = {"page": spec, "view": spec.view, "site": self.settings, **says.functions()}
            body = in_place(jinja.get_template(spec.view.template).render(context))
            start, end = found.span(1) if (found := _ARTICLE.search(body)) else (0, len(body))
            yield Page(spec, body, body[start:end])


@cache
def environment(folders: tuple[Path, ...], language: Language, icons: tuple[tuple[str, str], ...] = ()) -> Environment:
    """Templates from the hub's own folder before the program's. Content is never evaluated: it is only ever a value."""
    jinja = Environment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
        extensions=[Spoken],
    )  # fmt: skip
    jinja.globals.update(
        {
            "_": language.gettext, "gettext": language.gettext, "ngettext": language.ngettext, "lang": language.code,
            "icons_of_kinds": dict(icons),
        }
    )  # fmt: skip
    return jinja


class Spoken(Extension):
    """Puts fixed texts into the template in the hub's language when it is compiled, not each time it is shown."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002  # Jinja's
        return _FIXED.sub(self._said, source)

    def _said(self, found: re.Match[str]) -> str:
        said = self.environment.globals["gettext"](found[1])  # type: ignore[operator]  # put there by environment()
        text = escape(said)
        return found[0] if "{" in text else str(text)


__all__ = ["Renderer", "environment"]
