"""A guide as something to teach: what a superuser needs to run it with colleagues at the school."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import SimpleNamespace

from generator.i18n.language import Language, mark
from generator.kinds.guide.model import Guide
from generator.model.catalog import Catalog, Item
from generator.model.page import Crumb, PageSpec

FOLDER = "teach/"
_STEP = 5
"""Minutes that an agenda counts in."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the meeting."""

    name: str
    """`welcome`, `show`, `try`, `talk` or `next`: the template has the words."""
    start: int
    """Minutes from the beginning."""
    end: int


def agenda(guide: Guide) -> tuple[Part, ...]:
    """Colleagues see it once and do it themselves in twice the time: watching alone changes little."""
    once = _rounded(guide.minutes)
    lengths = {"welcome": 5, "show": once, "try": max(10, 2 * once), "talk": 10, "next": 5}
    parts, start = [], 0
    for name, length in lengths.items():
        parts.append(Part(name, start, start + length))
        start += length
    return tuple(parts)


def _rounded(minutes: int) -> int:
    return -(-minutes // _STEP) * _STEP


def below(item: Item, catalog: Catalog) -> tuple[str, ...]:
    return (f"{item.url}{FOLDER}",)


def subpages(item: Item, catalog: Catalog, language: Language) -> Iterator[PageSpec]:  # as all kinds
    """The pack for whoever teaches the guide."""
    guide: Guide = item.model
    parts = agenda(guide)
    title = language.gettext(mark("Teach it: {title}")).format(title=guide.title)
    lead = language.gettext(mark("Agenda, invitation and checklist for the colleague who runs it at the school."))
    yield PageSpec(
        url=f"{item.url}{FOLDER}", title=title, description=lead, template="guide/teach.html", section="guides",
        view=SimpleNamespace(
            guide=guide, url=item.url, file=item.id, parts=parts, total=parts[-1].end, lead=lead,
            films=tuple(dict.fromkeys(step.video.video for step in guide.steps if step.video)),
        ),
        crumbs=(
            Crumb(language.gettext("Front page"), ""), Crumb(language.gettext("Guides"), "guides/"),
            Crumb(guide.title, item.url),
        ),
        searchable=False,
    )  # fmt: skip
