"""Turns compiled pages into HTML bodies: the only place that knows Jinja."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from jinja2.runtime import Context
from markupsafe import escape

from generator.i18n.language import Language
from generator.model.catalog import Catalog
from generator.model.page import Page, PageSpec
from generator.model.settings import Settings
from generator.render.heading_levels import in_place
from generator.render.helpers import Says

_ARTICLE = re.compile(r"<article data-hub-article[^>]*>(.*)</article>", re.DOTALL)
_FIXED = re.compile(r'{{ _\("([^"\\]+)"\) }}')
_BRACES = re.compile(r"{[{%].*?[%}]}", re.DOTALL)
_TEXT = re.compile(r'(?<!\w)_\("([^"\\]+)"\)')


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
    jinja.context_class = _Calls
    jinja.globals.update(
        {
            "_": language.gettext, "gettext": language.gettext, "ngettext": language.ngettext, "lang": language.code,
            "icons_of_kinds": dict(icons),
        }
    )  # fmt: skip
    return jinja


class _Calls(Context):
    """Calls helpers as they are: none of them asks for Jinja's context, and to look whether one does takes longer."""

    def call(
        self, helper: Callable[..., object], /, *args: object,
        _loop_vars: object = None, _block_vars: object = None, **named: object,
    ) -> object:  # fmt: skip
        return helper(*args, **named)


class Spoken(Extension):
    """Puts fixed texts into the template in the hub's language when it is compiled, not each time it is shown."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002  # Jinja's
        return _BRACES.sub(lambda found: _TEXT.sub(self._quoted, found[0]), _FIXED.sub(self._said, source))

    def _said(self, found: re.Match[str]) -> str:
        text = escape(self._in_language(found[1]))
        return found[0] if "{" in text else str(text)

    def _quoted(self, found: re.Match[str]) -> str:
        """Within an expression: a text of Jinja, which escapes as Python does."""
        return json.dumps(self._in_language(found[1]))

    def _in_language(self, text: str) -> str:
        said = self.environment.globals["gettext"](text)  # type: ignore[operator]  # put there by environment()
        return str(said)


__all__ = ["Renderer", "environment"]
