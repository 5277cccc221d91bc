"""The desk's own pages, and what they are made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.build.theme import STYLES
from generator.desk.desk import Desk
from generator.desk.form_view import ShownForm
from generator.model.kind import icons
from generator.render import environment
from generator.runtime.template_folders import program_templates, template_folders

BASE = "/hub-edit/"
"""Where the desk is on its server."""
_SHEETS = ("01-fonts.css", "02-tokens.css", "03-base.css", "04-frame.css", "05-parts.css")
"""Of the hub's own looks, what the desk shares."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormView:
    """A document on the desk."""

    kind: str
    kind_name: str
    id: str
    title: str
    base: str
    """Fingerprint of the text that the form is over."""
    is_draft: bool
    form: ShownForm
    is_asked: bool = False
    """Whether somebody wants to know what is wrong: then the summary has the focus."""
    done: str = ""
    is_written: bool = False
    """Whether all that the form says stands in the file, though there is something to mend."""
    live: str
    """Address of the page that it becomes."""
    has_page: bool
    live_said: str
    is_waiting: bool
    """Whether there will be a page to show in a moment, though nobody writes."""
    has_steps: bool
    """Whether steps can be recorded for it."""
    items: Sequence[tuple[str, Sequence[str]]]
    """Titles of documents that fields can name, by kind."""
    focus: str = ""
    """The button that was pressed and has the focus again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewView:
    """Something new."""

    heading: str
    asked: str
    title: str = ""
    entries: Sequence[tuple[str, str]] | None = None
    """What there is to choose between, for a kind whose documents are the entries of a vocabulary."""
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldView:
    """A sentence instead of a page."""

    heading: str
    text: str
    report: str = ""


def page(desk: Desk, template: str, view: object, site: str, **said: object) -> bytes:
    """A whole page."""
    jinja = environment(template_folders(desk.root), desk.spoken, tuple(icons(tuple(desk.kinds.values())).items()))
    context: Mapping[str, object] = {
        "view": view, "base": BASE, "site": site, "site_name": desk.settings.site_name, "here": template,
        "mistakes": 0, **said,
    }  # fmt: skip
    return jinja.get_template(f"desk/{template}.html").render(context).encode()


_SCRIPTS = frozenset(
    ("crop.js", "desk.js", "files.js", "goals.js", "needed.js", "pasted.js", "publishing.js", "undo-removal.js",
     "understood.js", "unsaved-form.js")
)  # fmt: skip


def asset(name: str) -> tuple[bytes, str] | None:
    """A file that the desk's pages ask for, with its media type; None when there is none of that name."""
    templates, own = program_templates(), Path(__file__).parent
    if name == "desk.css":
        parts = [*(templates / STYLES / sheet for sheet in _SHEETS), templates / "assets/form.css", own / "desk.css"]
        return b"\n".join(file.read_bytes() for file in parts), "text/css; charset=utf-8"
    if name in _SCRIPTS:
        return (own / name).read_bytes(), "text/javascript"
    if name == "favicon.svg":
        return (templates / "assets/favicon.svg").read_bytes(), "image/svg+xml"
    fonts = {f"fonts/{file.name}": file for file in (templates / "assets/fonts").glob("*.woff2")}
    return (fonts[name].read_bytes(), "font/woff2") if name in fonts else None
