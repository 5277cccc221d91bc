"""What the page of a guide shows, and what must hold for it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalog import Catalog, Finding, Item
from generator.kinds.guide.model import Guide
from generator.language import Language


def anchors(guide: Guide) -> dict[str, str]:
    steps = {f"step-{number}": step.action for number, step in enumerate(guide.steps, 1)}
    return steps | ({"result": ""} if guide.result else {})


def facts(item: Item, catalog: Catalog, language: Language) -> tuple[str, ...]:
    guide: Guide = item.model
    steps = len(guide.steps)
    facts = (
        language.minutes(guide.minutes),
        language.ngettext("{number} step", "{number} steps", steps).format(number=steps),
        ", ".join(catalog.names("roles", guide.audience)),
    )
    return (*facts, catalog.name("levels", guide.level)) if guide.level else facts


def view(item: Item, catalog: Catalog, language: Language) -> dict[str, object]:
    return {"progress_id": f"guide/{item.id}"}


def rules(item: Item, catalog: Catalog) -> Iterator[Finding]:
    for number, step in enumerate(item.model.steps):
        place = ("steps", number)
        if step.completion == "quiz" and step.quiz is None:
            yield Finding("quiz-missing", (*place, "completion"))
        if step.quiz and not any(choice.correct for choice in step.quiz.choices):
            yield Finding("quiz-no-answer", (*place, "quiz", "choices"))
        if step.video:
            film = catalog.items.get(("video", step.video.video.partition("#")[0]))
            if film and step.video.at >= film.model.duration:
                yield Finding("moment-beyond-end", (*place, "video", "at"), {"title": film.model.title})
        for index, frame in enumerate(step.image.highlight if step.image else ()):
            if frame.x + frame.width > 1 or frame.y + frame.height > 1:
                yield Finding("highlight-outside", (*place, "image", "highlight", index), {"label": frame.label})


def structured_data(item: Item, catalog: Catalog, language: Language) -> dict[str, object]:
    guide: Guide = item.model
    return {
        "@type": "HowTo",
        "name": guide.title,
        "description": guide.summary,
        "inLanguage": language.code,
        "totalTime": f"PT{guide.minutes}M",
        "step": [
            {"@type": "HowToStep", "position": number, "name": step.action, "url": f"#step-{number}"}
            for number, step in enumerate(guide.steps, 1)
        ],
        "dateModified": guide.updated.isoformat(),
    }


def owner(item: Item, catalog: Catalog) -> str:
    return catalog.name("roles", item.model.owner)
