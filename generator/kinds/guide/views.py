"""What the page of a guide shows, and its machine-readable description."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from generator.kinds.guide.model import Guide
from generator.kinds.guide.pictures import StepPicture, picture_of
from generator.kinds.guide.summary import GuideItem
from generator.model.context import Context
from generator.model.view import View


@dataclass(frozen=True, slots=True)
class GuideView(View):
    """The page of a guide."""

    template: ClassVar[str] = "guide/page.html"
    item: Guide
    progress_id: str
    """By which a script remembers how far the reader has come."""
    pictures: tuple[StepPicture | None, ...]
    """Of each step."""
    following: frozenset[str]
    """References to the guides that come next: “See also” does not name them again."""


def view(item: GuideItem, context: Context) -> GuideView:
    pictures = tuple(picture_of(item, context.catalog, step) for step in item.model.steps)
    return GuideView(item.model, f"guide/{item.id}", pictures, frozenset(f"guide:{id_}" for id_ in item.model.next))


def anchors(guide: Guide) -> dict[str, str]:
    steps = {f"step-{number}": step.action for number, step in enumerate(guide.steps, 1)}
    return steps | ({"result": ""} if guide.result else {})


def owner(item: GuideItem, context: Context) -> str:
    return context.catalog.name("roles", item.model.owner)


def structured_data(item: GuideItem, context: Context) -> dict[str, object]:
    guide = item.model
    return {
        "@type": "HowTo",
        "name": guide.title,
        "description": guide.summary,
        "inLanguage": context.language.code,
        "totalTime": f"PT{guide.minutes}M",
        "step": [
            {"@type": "HowToStep", "position": number, "name": step.action, "url": f"{item.url}#step-{number}"}
            for number, step in enumerate(guide.steps, 1)
        ],
        "dateModified": guide.updated.isoformat(),
    }
