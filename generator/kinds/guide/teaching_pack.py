"""A guide as something to teach: what a superuser needs to run it with colleagues at the school."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.i18n.language import mark
from generator.kinds.guide.model import Guide
from generator.kinds.guide.summary import GuideItem
from generator.model.context import Context
from generator.model.page import PageSpec
from generator.model.view import View

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


@dataclass(frozen=True, slots=True)
class TeachView(View):
    """The pack for whoever teaches the guide."""

    template: ClassVar[str] = "guide/teach.html"
    guide: Guide
    url: str
    file: str
    """What the files that a script makes of it are called, without their ending."""
    parts: tuple[Part, ...]
    total: int
    """Minutes of all parts."""
    lead: str
    films: tuple[str, ...]
    """The ids of the films that its steps show."""


def subpage_urls(item: GuideItem, context: Context) -> tuple[str, ...]:
    return (f"{item.url}{FOLDER}",)


def subpages(item: GuideItem, context: Context) -> Iterator[PageSpec]:
    """The pack for whoever teaches the guide."""
    guide, parts = item.model, agenda(item.model)
    lead = context._(mark("Agenda, invitation and checklist for the colleague who runs it at [the place]."))
    films = tuple(dict.fromkeys(step.video.video for step in guide.steps if step.video))
    yield PageSpec(
        url=f"{item.url}{FOLDER}", title=context._(mark("Teach it: {title}")).format(title=guide.title),
        description=lead, section="guides",
        view=TeachView(guide, item.url, item.id, parts, parts[-1].end, lead, films),
        crumbs=context.crumbs(item), searchable=False,
    )  # fmt: skip
